using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.BotFramework;
using SocialUtility.Tests.Talks;
using static SocialUtility.Tests.Reminders.ReminderHouse;

namespace SocialUtility.Tests.Reminders;

/// <summary>Whatever the channel answers, nobody is reminded twice for certain, and what certainly did not come is tried again.</summary>
[Trait("Deck", "D10")]
public sealed class ReminderFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_is_reminded_once_and_the_next_look_says_nothing()
    {
        await using var house = await OpenAsync("Awa", "Paul", "Nour");

        Assert.Equal(3, await house.RemindAsync());
        Assert.Equal(0, await house.RemindAsync());
        await LaterAsync(house, TimeSpan.FromMinutes(10));
        await house.Way.RestartAsync();
        await LaterAsync(house, TimeSpan.FromHours(5));
        await LaterAsync(house, TimeSpan.FromDays(2));
        Assert.All((string[])["Awa", "Paul", "Nour"], who => Assert.Equal(1, Reminded(house, who)));
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(429, null)]
    [InlineData(412, "0")]
    public async Task A_busy_channel_is_tried_again_and_the_reminder_comes_once(int status, string? retryAfter)
    {
        await using var house = await OpenAsync("Awa");
        var refused = Disturb(house, 1, http => FakeChannel.AnswerAsync(http, status, """{"error":{"code":"Throttled","message":""}}""", retryAfter: retryAfter));

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromHours(1));
        Assert.Equal((1, 1), (refused(), Reminded(house, "Awa")));
    }

    [Fact]
    public async Task A_channel_that_wants_peace_for_long_has_it_and_the_reminder_comes_afterwards()
    {
        await using var house = await OpenAsync("Awa");
        var refused = Disturb(house, 1, http => FakeChannel.AnswerAsync(http, 429, """{"error":{"code":"Throttled","message":""}}""", retryAfter: "1000"));

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromMinutes(10));
        Assert.Equal((1, 0), (refused(), Reminded(house, "Awa")));
        await LaterAsync(house, TimeSpan.FromMinutes(7));
        Assert.Equal(1, Reminded(house, "Awa"));
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_left_alone_until_they_speak()
    {
        await using var house = await OpenAsync("Awa");
        var refused = Disturb(house, int.MaxValue, http => FakeChannel.AnswerAsync(http, 403, """{"error":{"code":"ConversationBlockedByUser","message":""}}"""));
        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromDays(9));
        Assert.Equal(1, refused());

        Disturb(house, 0, _ => Task.CompletedTask);
        await LaterAsync(house, TimeSpan.FromDays(1));
        Assert.Equal(0, Reminded(house, "Awa"));
        await house.Somebody("Awa").SayAsync("bonjour");
        await LaterAsync(house, TimeSpan.FromMinutes(3));
        Assert.Equal(1, Reminded(house, "Awa"));
    }

    [Fact]
    public async Task Who_has_taken_the_app_away_is_not_written_to()
    {
        await using var house = await OpenAsync("Awa");
        await house.Somebody("Awa").UninstallAsync();

        await LaterAsync(house, TimeSpan.FromMinutes(10));
        Assert.Equal(0, Reminded(house, "Awa"));
    }

    [Fact]
    public async Task A_conversation_that_the_channel_has_lost_is_created_once_and_kept()
    {
        await using var house = await OpenAsync("Awa");
        var (created, lost) = (0, 0);
        Channel(house).Connector.Disturb = async http =>
        {
            var path = http.Request.Path.Value!;
            created += path.EndsWith("/conversations", StringComparison.Ordinal) ? 1 : 0;
            if (path.Contains("/activities", StringComparison.Ordinal) && lost++ == 0)
            {
                await FakeChannel.AnswerAsync(http, 404, """{"error":{"code":"ConversationNotFound","message":""}}""");
                return true;
            }

            return false;
        };

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromHours(1));
        Assert.Equal((1, 1), (created, Reminded(house, "Awa")));
    }

    [Fact]
    public async Task Who_cannot_be_found_anywhere_is_left_alone()
    {
        await using var house = await OpenAsync("Awa");
        var refused = Disturb(house, int.MaxValue, http => FakeChannel.AnswerAsync(http, 404, """{"error":{"code":"ConversationNotFound","message":""}}"""));

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromDays(10));
        // Sent, then created anew: both in vain.
        Assert.Equal((2, 0), (refused(), Reminded(house, "Awa")));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task After_a_failure_of_the_channel_the_reminder_is_in_doubt_and_not_repeated(int status)
    {
        await using var house = await OpenAsync("Awa");
        var failed = Disturb(house, 1, async http =>
        {
            // It had delivered.
            Channel(house).Said.Send(Somebody.AloneWith("29:Awa"), JsonNode.Parse(await new StreamReader(http.Request.Body).ReadToEndAsync(Cancellation))!.AsObject());
            await FakeChannel.AnswerAsync(http, status, "");
        });

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromHours(4));
        await LaterAsync(house, TimeSpan.FromDays(3));
        Assert.Equal((1, 1), (failed(), Reminded(house, "Awa")));

        // The next step comes as if it had been heard.
        await LaterAsync(house, TimeSpan.FromDays(4));
        Assert.Equal(2, Reminded(house, "Awa"));
    }

    [Fact]
    public async Task A_connection_that_breaks_off_leaves_it_in_doubt()
    {
        await using var house = await OpenAsync("Awa");
        var broken = Disturb(house, 1, http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromDays(3));
        Assert.Equal((1, 0), (broken(), Reminded(house, "Awa")));
    }

    [Fact]
    public async Task A_channel_that_does_not_answer_holds_up_one_reminder_and_no_other_association()
    {
        await using var house = await OpenAsync("Awa");
        TaskCompletionSource hangs = new();
        TaskCompletionSource release = new();
        var hung = Disturb(house, 1, async _ =>
        {
            hangs.TrySetResult();
            await release.Task;
        });

        var pass = house.RemindAsync();
        await hangs.Task;
        house.Clock.Advance(House.Reminders.Patience);
        await pass;
        release.SetResult();
        await LaterAsync(house, TimeSpan.FromDays(2));
        Assert.Equal((1, 0), (hung(), Reminded(house, "Awa")));
    }

    [Fact]
    public async Task Who_answers_or_wants_no_more_between_two_looks_is_not_reminded()
    {
        await using var house = await OpenAsync("Awa", "Paul");
        await house.Somebody("Awa").SayAsync("saisir");
        await house.Somebody("Awa").PressAsync("Ouvrir", ("releve", "i0|2026-11"));
        await house.Somebody("Awa").SayAsync("420");
        await house.Somebody("Paul").SayAsync("plus de rappels");

        var before = house.Way.Said.All.Count;
        Assert.Equal(0, await house.RemindAsync());
        Assert.Equal(before, house.Way.Said.All.Count);
    }

    [Fact]
    public async Task Somebody_of_two_associations_gets_one_message_a_day()
    {
        await using var house = await OpenAsync("Awa");
        var other = Id<Association>.New();
        var indicator = SomeReminders.Kilos with { Id = Id<Indicator>.Parse("other"), Name = "Kilos de là-bas", Keeper = new(house.Somebody("Awa").Person), Deputy = null };
        var member = new Member { Association = other, Person = house.Somebody("Awa").Person, Roles = [Role.Volunteer], Since = house.Clock.GetUtcNow() };
        await house.Table.WriteAsync(
            Association.Partition(other),
            [
                Change.Put(Association.RowKey, DomainJson.Write(new Association { Id = other, Name = "Les Autres", Since = house.Clock.GetUtcNow() })),
                Change.Put(indicator.Key, DomainJson.Write(indicator)),
                Change.Put(member.Key, DomainJson.Write(member)),
            ],
            Cancellation);
        await new DueIndex(house.Table).PlanAsync(other, house.Clock.GetUtcNow(), Cancellation);

        await house.RemindAsync();
        await LaterAsync(house, TimeSpan.FromHours(3));
        Assert.Equal(1, Reminded(house, "Awa"));
        await LaterAsync(house, TimeSpan.FromDays(1));
        Assert.Equal(2, Reminded(house, "Awa"));
    }

    [Fact]
    public async Task A_clock_that_ran_ahead_and_was_set_right_forgets_nobody()
    {
        await using var house = await OpenAsync("Awa");
        house.Clock.SetUtcNow(new(2031, 1, 1, 3, 0, 0, TimeSpan.Zero));
        await house.RemindAsync();
        await house.Way.RestartAsync();
        SetBack(house, new(2026, 12, 1, 8, 20, 0, TimeSpan.Zero));

        await house.RemindAsync();
        Assert.Equal(1, Reminded(house, "Awa"));
    }

    private static void SetBack(House house, DateTimeOffset to) => house.Clock.AdjustTime(to);

    private static TeamsChannel Channel(House house) => (TeamsChannel)house.Way;

    private static async Task<House> OpenAsync(params string[] keepers) => await ReadyAsync(await TeamsChannel.OpenAsync(new(TheDayBefore)), keepers);

    /// <summary>Time goes by, and it is looked once.</summary>
    private static async Task LaterAsync(House house, TimeSpan time)
    {
        house.Clock.Advance(time);
        await house.RemindAsync();
    }

    /// <summary>What is sent meets that so many times; how often it did.</summary>
    private static Func<int> Disturb(House house, int times, Func<HttpContext, Task> answer)
    {
        var met = 0;
        Channel(house).Connector.Disturb = async http =>
        {
            if (met >= times)
            {
                return false;
            }

            met++;
            await answer(http);
            return true;
        };
        return () => met;
    }
}
