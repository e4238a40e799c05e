using System.Net;
using Microsoft.Data.Sqlite;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain.Associations;
using SocialUtility.Tests.BotFramework;

namespace SocialUtility.Tests.Talks;

/// <summary>What breaks is said, in the person's language, and nothing that was given is lost.</summary>
public sealed class FaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static IEnumerable<TheoryDataRow<Way, bool>> Doors =>
        from way in Enum.GetValues<Way>() from reads in (bool[])[true, false] select new TheoryDataRow<Way, bool>(way, reads);

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task While_the_store_is_away_the_card_keeps_the_answer_and_it_is_taken_afterwards(Way way, bool reads)
    {
        await using var house = await OnceTests.AskedForFoodAsync(way);
        var awa = house.Somebody("Awa");
        house.Table.Now = reads ? WatchedTable.Door.NoWriting : WatchedTable.Door.Shut;

        Assert.Equal(HttpStatusCode.OK, await awa.PressAsync("Enregistrer", ("valeur", "420"), ("contexte", "deux collectes annulées")));
        var told = house.Way.Said.All[^1].Card!;
        Assert.Equal("Je n’ai pas pu enregistrer", told.Heading);
        Assert.Contains(told.Lines, line => line.Contains("420", StringComparison.Ordinal) && line.Contains("deux collectes annulées", StringComparison.Ordinal));

        // Still away: the same card again, with the same answer.
        await awa.PressAsync("Réessayer");
        Assert.Equal("Je n’ai pas pu enregistrer", house.Way.Said.All[^1].Card!.Heading);

        house.Table.Now = WatchedTable.Door.Open;
        await awa.PressAsync("Réessayer");
        Assert.Equal("420 kg · Denrées sauvées du gaspillage", TranscriptText.Folded(house.Way.Said.All[^1].Card!.Heading));
        Assert.True(house.Way.Said.All[^1].Instead);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task While_the_store_is_away_what_is_typed_is_told_to_be_above(Way way, bool reads)
    {
        await using var house = await House.OpenAsync(way);
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator), ("Mary", Role.Coordinator));
        house.Somebody("Mary").Locale = "en-GB";
        await house.Somebody("Claire").SayAsync("projet");
        await house.Somebody("Mary").SayAsync("project");
        house.Table.Now = reads ? WatchedTable.Door.NoWriting : WatchedTable.Door.Shut;

        Assert.Equal(HttpStatusCode.OK, await house.Somebody("Claire").SayAsync("En 2015, trois voisines."));
        Assert.Contains("Cela vient de moi, pas de vous.", house.Way.Said.All[^1].Text, StringComparison.Ordinal);
        await house.Somebody("Mary").SayAsync("In 2015, three neighbours.");
        Assert.Contains("It comes from me, not from you.", house.Way.Said.All[^1].Text, StringComparison.Ordinal);

        house.Table.Now = WatchedTable.Door.Open;
        await house.Somebody("Claire").SayAsync("En 2015, trois voisines.");
        Assert.Equal("Quel problème ou quel manque voyez-vous autour de vous ?", TranscriptText.Folded(house.Way.Said.All[^1].Card!.Heading));
    }

    [Fact]
    public async Task A_house_whose_store_is_away_lives_and_is_not_ready()
    {
        await using var house = new House(await TeamsChannel.OpenAsync(new(House.Monday)));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await HealthAsync(house));

        house.Table.Now = WatchedTable.Door.NoWriting;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await HealthAsync(house));

        house.Table.Now = WatchedTable.Door.Open;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await HealthAsync(house));
    }

    [Fact]
    public async Task On_a_full_disk_the_person_is_told_and_goes_on_once_there_is_room()
    {
        SqliteFile? file = null;
        await using var house = new House(await TeamsChannel.OpenAsync(new(House.Monday), folder => new SqliteTable(file = new(Path.Combine(folder.FullName, "small.db")) { MaxPages = 25 })));
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        var (claire, name, told) = (house.Somebody("Claire"), new string('é', 190), 0);
        await claire.SayAsync("actions");
        while (house.Way.Said.All[^1].Text?.Contains("Je n’ai pas pu enregistrer", StringComparison.Ordinal) != true)
        {
            // « Une autre action ? »: each name is one more action and one more line of the journal.
            Assert.True(told++ < 500, "The disk never was full.");
            await claire.SayAsync($"{name} {told}");
        }

        file!.MaxPages = 10_000;
        Assert.Equal(HttpStatusCode.OK, (await HealthAsync(house)).Alive);
        await claire.SayAsync($"{name} {told}");
        Assert.Equal(told, (await house.DossierAsync()).Actions.Count);
        Assert.Equal(HttpStatusCode.OK, (await HealthAsync(house)).Ready);
    }

    [Fact]
    public async Task A_locked_database_is_told_and_recovers()
    {
        var path = "";
        await using var house = new House(await TeamsChannel.OpenAsync(new(House.Monday), folder => new SqliteTable(new SqliteFile(path = Path.Combine(folder.FullName, "locked.db")) { Patience = TimeSpan.FromSeconds(1) })));
        await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
        await house.Somebody("Claire").SayAsync("projet");
        using (var other = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await using (await other.BeginTransactionAsync(Cancellation))
            {
                await house.Somebody("Claire").SayAsync("En 2015, trois voisines.");
                Assert.Contains("Je n’ai pas pu enregistrer", house.Way.Said.All[^1].Text, StringComparison.Ordinal);
            }
        }

        await house.Somebody("Claire").SayAsync("En 2015, trois voisines.");
        Assert.Equal("Quel problème ou quel manque voyez-vous autour de vous ?", TranscriptText.Folded(house.Way.Said.All[^1].Card!.Heading));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Where_the_channel_takes_no_answer_what_was_given_is_kept_all_the_same(int status)
    {
        await using var house = await OnceTests.AskedForFoodAsync(Way.Teams);
        var (channel, awa, before) = ((TeamsChannel)house.Way, house.Somebody("Awa"), await house.KeptAsync());
        channel.Connector.Disturb = async http =>
        {
            await FakeChannel.AnswerAsync(http, status, """{"error":{"code":"Refused","message":""}}""", retryAfter: "0");
            return true;
        };

        Assert.Equal(HttpStatusCode.OK, await awa.SayAsync("420"));
        Assert.Equal(HttpStatusCode.OK, await awa.SayAsync("aide"));
        channel.Connector.Disturb = null;

        Assert.NotEqual(before, await house.KeptAsync());
        await awa.SayAsync("profil");
        Assert.Contains(house.Way.Said.All[^1].Card!.Lines, line => TranscriptText.Says(line, "novembre : 420"));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_the_pressed_card_is_gone_its_outcome_is_sent_beside(int status)
    {
        await using var house = await OnceTests.AskedForFoodAsync(Way.Teams);
        ((TeamsChannel)house.Way).Connector.Disturb = async http =>
        {
            if (http.Request.Method != "PUT")
            {
                return false;
            }

            await FakeChannel.AnswerAsync(http, status, """{"error":{"code":"ActivityNotFoundInConversation","message":""}}""");
            return true;
        };

        await house.Somebody("Awa").PressAsync("Enregistrer", ("valeur", "420"));

        Assert.Equal("420 kg · Denrées sauvées du gaspillage", TranscriptText.Folded(house.Way.Said.All[^1].Card!.Heading));
        Assert.False(house.Way.Said.All[^1].Instead);
    }

    [Fact]
    public async Task Who_is_not_answered_by_the_channel_holds_up_nobody_else()
    {
        await using var house = await OnceTests.AskedForFoodAsync(Way.Teams);
        var (hanging, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        ((TeamsChannel)house.Way).Connector.Disturb = async http =>
        {
            if (!http.Request.Path.Value!.Contains("Awa", StringComparison.Ordinal))
            {
                return false;
            }

            hanging.TrySetResult();
            await release.Task;
            return false;
        };

        var awa = house.Somebody("Awa").SayAsync("420");
        await hanging.Task;
        await house.Somebody("Claire").SayAsync("profil");
        Assert.Contains(house.Way.Said.All[^1].Card!.Lines, line => TranscriptText.Says(line, "novembre : 420"));
        release.SetResult();
        Assert.Equal(HttpStatusCode.OK, await awa);
    }

    private static async Task<(HttpStatusCode Alive, HttpStatusCode Ready)> HealthAsync(House house)
    {
        // It looks at the store once a second.
        house.Clock.Advance(TimeSpan.FromSeconds(1));
        var channel = (TeamsChannel)house.Way;
        using var alive = await channel.SendAsync(HttpMethod.Get, "/healthz", null, Cancellation);
        using var ready = await channel.SendAsync(HttpMethod.Get, "/readyz", null, Cancellation);
        return (alive.StatusCode, ready.StatusCode);
    }
}
