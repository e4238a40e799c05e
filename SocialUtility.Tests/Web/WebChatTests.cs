using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Bot.Web;

namespace SocialUtility.Tests.Web;

/// <summary>The conversation in a browser, seen from the protocol: what is said, in which order, and what of it is kept.</summary>
public sealed class WebChatTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_I_say_stands_before_what_the_bot_answers()
    {
        await using var house = await WebHouse.OpenAsync(EchoAsync);
        using var me = await house.EnterAsync();
        await using var stream = await me.StreamAsync();

        for (var i = 0; i < 20; i++)
        {
            await me.SayAsync($"mot {i}", clientId: $"client-{i}");
            var mine = (await stream.NextAsync())!;
            Assert.Equal(($"mot {i}", $"client-{i}"), (Text(mine), mine["channelData"]!["clientActivityID"]!.GetValue<string>()));
            Assert.Equal($"> mot {i}", Text((await stream.NextAsync())!));
        }
    }

    [Fact]
    public async Task Who_I_am_is_known_from_my_token_whatever_my_page_says()
    {
        Activity? heard = null;
        await using var house = await WebHouse.OpenAsync((turn, cancellation) =>
        {
            heard = turn.Activity.Type is ActivityTypes.Message ? turn.Activity : heard;
            return EchoAsync(turn, cancellation);
        });
        using var me = await house.EnterAsync("coordinator");
        await me.StartAsync();

        await me.SayAsync("bonjour");
        var said = await me.ReadUntilAsync(activities => activities.Count == 2);

        Assert.Equal("local:coordinator", said[0]["from"]!["id"]!.GetValue<string>());
        Assert.Equal(("local:coordinator", "Coordinatrice", null), (heard!.From!.Id, heard.From.Name, heard.From.AadObjectId));
        Assert.Equal(("webchat", "urn:social-utility:webchat", "personal", "fr-FR"), (heard.ChannelId, heard.ServiceUrl, heard.Conversation!.ConversationType, heard.Locale));
        Assert.Equal(said[0]["id"]!.GetValue<string>(), heard.Id);
        Assert.NotEqual(heard.From.Id, heard.Recipient!.Id);
    }

    [Fact]
    public async Task The_bot_is_told_once_that_I_have_come_in_my_language()
    {
        var arrivals = new List<(string?, string?, int)>();
        await using var house = await WebHouse.OpenAsync(async (turn, cancellation) =>
        {
            if (turn.Activity.Type is ActivityTypes.ConversationUpdate)
            {
                arrivals.Add((turn.Activity.From!.Name, turn.Activity.Locale, turn.Activity.MembersAdded!.Count));
                await turn.SendActivityAsync("Welcome.", cancellationToken: cancellation);
            }
        });
        using var me = await house.EnterAsync("partner", lang: "en");

        await me.StartAsync("en-US");
        await me.ReadUntilAsync(activities => activities.Count == 1);
        await me.StartAsync("en-US");
        await me.SayAsync("hello");

        Assert.Equal([("Partner", "en-US", 2)], arrivals);
    }

    [Fact]
    public async Task A_page_that_comes_back_gets_what_it_missed_and_nothing_else()
    {
        await using var house = await WebHouse.OpenAsync(EchoAsync);
        using var me = await house.EnterAsync();
        string watermark;
        await using (var stream = await me.StreamAsync())
        {
            await me.SayAsync("un");
            await stream.NextAsync();
            Assert.Equal("> un", Text((await stream.NextAsync())!));
            watermark = stream.Watermark;
        }

        await me.SayAsync("deux");
        await me.ReadUntilAsync(activities => activities.Count == 4);

        await using var back = await me.StreamAsync(watermark);
        Assert.Equal(["deux", "> deux"], [Text((await back.NextAsync())!), Text((await back.NextAsync())!)]);
        Assert.Equal(["deux", "> deux"], (await me.ReadAsync(watermark)).Activities.Select(Text));
    }

    [Fact]
    public async Task After_a_restart_I_see_the_last_hundred_and_my_token_still_opens()
    {
        var table = new RowsInMemory();
        using var me = await FillAsync(table);

        await using var house = await WebHouse.OpenAsync(EchoAsync, table);
        using var again = new WebCaller(house.Address) { Token = me.Token };
        await again.StartAsync();
        var (activities, watermark) = await again.ReadAsync();

        Assert.Equal(ChatTranscript.Shown, activities.Count);
        Assert.Equal("> 59", Text(activities[^1]));
        Assert.Equal("120", watermark);

        static async Task<WebCaller> FillAsync(RowsInMemory table)
        {
            await using var house = await WebHouse.OpenAsync(EchoAsync, table);
            var me = await house.EnterAsync();
            await me.StartAsync();
            using var lease = house.Services.GetRequiredService<Conversations>().Enter(me.Conversation);
            for (var i = 0; i < 60; i++)
            {
                await lease.Conversation.AppendAsync(new() { ["type"] = "message", ["text"] = $"{i}" }, Cancellation);
                await lease.Conversation.AppendAsync(new() { ["type"] = "message", ["text"] = $"> {i}" }, Cancellation);
            }

            return me;
        }
    }

    [Fact]
    public async Task A_message_sent_again_because_its_answer_was_lost_counts_once()
    {
        var heard = 0;
        await using var house = await WebHouse.OpenAsync((turn, cancellation) => turn.Activity.Type is ActivityTypes.Message
            ? turn.SendActivityAsync($"{++heard}", cancellationToken: cancellation)
            : Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();

        string[] ids = [await me.SayAsync("12", "the same"), await me.SayAsync("12", "the same"), await me.SayAsync("12", "the same"), await me.SayAsync("12", "another")];
        var said = await me.ReadUntilAsync(activities => activities.Count == 4);

        Assert.Equal((ids[0], ids[0]), (ids[1], ids[2]));
        Assert.NotEqual(ids[0], ids[3]);
        Assert.Equal(2, heard);
        Assert.Equal(2, said.Count(activity => Text(activity) == "12"));
    }

    [Fact]
    public async Task Turns_of_one_conversation_come_one_after_the_other_in_order()
    {
        var (now, most) = (0, 0);
        var order = new List<string?>();
        var hold = new TaskCompletionSource();
        await using var house = await WebHouse.OpenAsync(async (turn, cancellation) =>
        {
            if (turn.Activity.Type is not ActivityTypes.Message)
            {
                return;
            }

            most = Math.Max(most, Interlocked.Increment(ref now));
            await hold.Task.WaitAsync(cancellation);
            order.Add(turn.Activity.Text);
            await turn.SendActivityAsync("fait", cancellationToken: cancellation);
            Interlocked.Decrement(ref now);
        });
        using var me = await house.EnterAsync();
        await me.StartAsync();

        for (var i = 0; i < 6; i++)
        {
            await me.SayAsync($"{i}");
        }

        hold.SetResult();
        await me.ReadUntilAsync(activities => activities.Count == 12);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], order);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task When_too_many_of_my_messages_wait_I_am_asked_to_wait_and_nothing_is_written()
    {
        var hold = new TaskCompletionSource();
        await using var house = await WebHouse.OpenAsync((turn, cancellation) => turn.Activity.Type is ActivityTypes.Message ? hold.Task.WaitAsync(cancellation) : Task.CompletedTask);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        for (var i = 0; i < Conversation.MaxTurns; i++)
        {
            await me.SayAsync($"{i}");
        }

        using var refused = await me.PostAsync(new { type = "message", text = "de trop" });

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(Conversation.MaxTurns, (await me.ReadAsync()).Activities.Count);
        hold.SetResult();
    }

    [Fact]
    public async Task The_bot_goes_on_when_the_page_has_gone_and_stops_after_a_minute()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var (started, cut) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var house = await WebHouse.OpenAsync(
            async (turn, cancellation) =>
            {
                if (turn.Activity.Text is "long")
                {
                    cancellation.Register(cut.SetResult);
                    started.SetResult();
                    await cut.Task;
                    cancellation.ThrowIfCancellationRequested();
                }

                await EchoAsync(turn, cancellation);
            },
            clock: clock);
        using var me = await house.EnterAsync();
        await me.StartAsync();

        await me.SayAsync("long");
        await started.Task.WaitAsync(Cancellation);
        clock.Advance(WebTurns.Limit - TimeSpan.FromSeconds(1));
        Assert.False(cut.Task.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));
        await cut.Task.WaitAsync(Cancellation);

        await me.SayAsync("court");
        await me.ReadUntilAsync(activities => activities.Any(activity => Text(activity) == "> court"));
    }

    [Fact]
    public async Task A_turn_that_fails_does_not_stop_the_next()
    {
        await using var house = await WebHouse.OpenAsync((turn, cancellation) =>
            turn.Activity.Text is "casse" ? throw new InvalidOperationException("broken") : EchoAsync(turn, cancellation));
        using var me = await house.EnterAsync();
        await me.StartAsync();

        await me.SayAsync("casse");
        await me.SayAsync("encore");

        await me.ReadUntilAsync(activities => activities.Any(activity => Text(activity) == "> encore"));
    }

    [Fact]
    public async Task Typing_is_shown_and_not_kept()
    {
        var typed = new TaskCompletionSource();
        await using var house = await WebHouse.OpenAsync(async (turn, cancellation) =>
        {
            if (turn.Activity.Type is ActivityTypes.Message)
            {
                await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, cancellation);
                await typed.Task.WaitAsync(cancellation);
                await EchoAsync(turn, cancellation);
            }
        });
        using var me = await house.EnterAsync();
        await using var stream = await me.StreamAsync();

        await me.SayAsync("un");
        await stream.NextOfAsync("typing");
        typed.SetResult();
        Assert.Equal("> un", Text(await stream.NextOfAsync("message")));
        Assert.DoesNotContain((await me.ReadAsync()).Activities, activity => activity["type"]!.GetValue<string>() == "typing");
    }

    [Fact]
    public async Task A_card_is_replaced_in_its_place_by_its_outcome()
    {
        await using var house = await WebHouse.OpenAsync(CardAsync);
        using var me = await house.EnterAsync();
        await using var stream = await me.StreamAsync();
        await me.SayAsync("carte");
        await stream.NextOfAsync("message");
        var card = await stream.NextOfAsync("message");
        var watermark = stream.Watermark;
        await me.SayAsync("après");
        await stream.NextOfAsync("message");
        await stream.NextOfAsync("message");

        using var submitted = await me.PostAsync(new { type = "message", value = new { nonce = "n-12345678", value = "12" }, channelData = new { postBack = true } });

        Assert.Equal(HttpStatusCode.OK, submitted.StatusCode);
        var submission = await stream.NextOfAsync("message");
        Assert.Equal(Id(card), submission["replyToId"]!.GetValue<string>());
        var outcome = await stream.NextOfAsync("message");
        Assert.Equal((Id(card), "Noté : 12"), (Id(outcome), Text(outcome)));
        Assert.Equal(card["channelData"]!["webchat:sequence-id"]!.GetValue<long>(), outcome["channelData"]!["webchat:sequence-id"]!.GetValue<long>());

        // Who comes back later, or from before, sees the outcome once and no card.
        Assert.Equal(["carte", "Noté : 12", "après", "> après", null], (await me.ReadAsync()).Activities.Select(TextOrNull));
        Assert.Equal(["après", "> après", null, "Noté : 12"], (await me.ReadAsync(watermark)).Activities.Select(TextOrNull));
    }

    [Fact]
    public async Task The_second_of_two_clicks_still_knows_its_card_though_the_first_has_changed_it()
    {
        await using var house = await WebHouse.OpenAsync(CardAsync);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        await me.SayAsync("carte");
        var card = (await me.ReadUntilAsync(activities => activities.Count == 2))[1];

        foreach (var value in (string[])["12", "13"])
        {
            using var submitted = await me.PostAsync(new { type = "message", value = new { nonce = "n-12345678", value } });
            await me.ReadUntilAsync(activities => activities.Any(activity => TextOrNull(activity) == $"Noté : {value}"));
        }

        var (activities, _) = await me.ReadAsync();
        Assert.Equal([Id(card), Id(card)], activities.Skip(2).Select(activity => activity["replyToId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_submission_whose_card_is_not_mine_has_no_card()
    {
        await using var house = await WebHouse.OpenAsync(CardAsync);
        using var me = await house.EnterAsync();
        await me.StartAsync();
        await me.SayAsync("carte");
        await me.ReadUntilAsync(activities => activities.Count == 2);
        using var other = await house.EnterAsync("partner");
        await other.StartAsync();

        using var submitted = await other.PostAsync(new { type = "message", value = new { nonce = "n-12345678", value = "12" } });

        Assert.Null((await other.ReadUntilAsync(activities => activities.Count == 2))[0]["replyToId"]);
        Assert.NotNull((await me.ReadAsync()).Activities[1]["attachments"]);
    }

    [Fact]
    public async Task What_the_bot_deletes_is_gone_from_the_store()
    {
        await using var house = await WebHouse.OpenAsync(async (turn, cancellation) =>
        {
            if (turn.Activity.Text is "efface")
            {
                var said = await turn.SendActivityAsync("secret", cancellationToken: cancellation);
                await turn.DeleteActivityAsync(said.Id!, cancellation);
                await turn.SendActivityAsync("fait", cancellationToken: cancellation);
            }
        });
        using var me = await house.EnterAsync();
        await me.StartAsync();

        await me.SayAsync("efface");
        await me.ReadUntilAsync(activities => activities.Any(activity => TextOrNull(activity) is "fait"));

        Assert.Equal(["efface", "fait"], (await me.ReadAsync()).Activities.Select(Text));
        var rows = await house.Table.RangeAsync($"chat|{me.Conversation}", "0", "A", Cancellation);
        Assert.DoesNotContain(rows, row => row.Json.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reminder_reaches_the_open_page_and_the_page_that_opens_later()
    {
        ConversationReference? reference = null;
        await using var house = await WebHouse.OpenAsync((turn, cancellation) =>
        {
            reference = turn.Activity.GetConversationReference();
            return EchoAsync(turn, cancellation);
        });
        using var me = await house.EnterAsync();
        await using var stream = await me.StreamAsync();
        await me.SayAsync("un");
        await stream.NextAsync();
        await stream.NextAsync();

        var adapter = house.Services.GetRequiredService<WebChatAdapter>();
        await adapter.ContinueConversationAsync("bot", reference!, (turn, cancellation) => turn.SendActivityAsync("C’est l’heure.", cancellationToken: cancellation), Cancellation);

        Assert.Equal("C’est l’heure.", Text((await stream.NextAsync())!));
        Assert.Equal("C’est l’heure.", Text((await me.ReadAsync()).Activities[^1]));
    }

    [Fact]
    public async Task Two_people_at_once_each_see_their_own_conversation()
    {
        await using var house = await WebHouse.OpenAsync(EchoAsync);
        using var awa = await house.EnterAsync("volunteer");
        using var paul = await house.EnterAsync("partner");
        await Task.WhenAll(TalkAsync(awa, "awa"), TalkAsync(paul, "paul"));

        Assert.All((await awa.ReadUntilAsync(activities => activities.Count == 20)).Select(Text), text => Assert.Contains("awa", text, StringComparison.Ordinal));
        Assert.All((await paul.ReadUntilAsync(activities => activities.Count == 20)).Select(Text), text => Assert.Contains("paul", text, StringComparison.Ordinal));

        static async Task TalkAsync(WebCaller caller, string name)
        {
            await caller.StartAsync();
            for (var i = 0; i < 10; i++)
            {
                await caller.SayAsync($"{name} {i}");
            }
        }
    }

    [Fact]
    public async Task Two_instances_writing_at_once_lose_nothing_and_each_shows_the_other()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var table = new RowsInMemory();
        await using var one = await WebHouse.OpenAsync(EchoAsync, table, clock);
        await using var two = await WebHouse.OpenAsync(EchoAsync, table, clock);
        using var here = await one.EnterAsync();
        await here.StartAsync();
        using var there = new WebCaller(two.Address) { Token = here.Token };
        await there.StartAsync();
        await using var stream = await here.StreamAsync();

        await Task.WhenAll(TalkAsync(here, "ici"), TalkAsync(there, "là"));
        var all = await there.ReadUntilAsync(activities => activities.Count == 40);

        Assert.Equal(40, all.Select(Text).Distinct().Count());
        await SeenAsync(all.Select(Text));

        // Nothing more happens here: only at its beat does the page's line look for what the other instance wrote.
        await there.SayAsync("encore");
        await SeenAsync(["encore", "> encore"]);

        async Task SeenAsync(IEnumerable<string> expected)
        {
            var missing = expected.ToHashSet();
            while (missing.Count > 0)
            {
                var next = stream.NextAsync();
                while (!next.IsCompleted)
                {
                    // Its wait may begin only now: beat by beat, with time to be heard.
                    clock.Advance(TimeSpan.FromSeconds(15));
                    await Task.WhenAny(next, Task.Delay(100, Cancellation));
                }

                missing.Remove(Text((await next)!));
            }
        }

        static async Task TalkAsync(WebCaller caller, string name)
        {
            for (var i = 0; i < 10; i++)
            {
                await caller.SayAsync($"{name} {i}");
            }
        }
    }

    [Fact]
    public async Task The_server_says_good_bye_to_open_pages_when_it_stops()
    {
        await using var house = await WebHouse.OpenAsync(EchoAsync);
        using var me = await house.EnterAsync();
        await using var stream = await me.StreamAsync();

        var stopping = house.StopAsync();

        Assert.Null(await stream.NextAsync());
        await stopping;
    }

    private static Task EchoAsync(ITurnContext turn, CancellationToken cancellation) => turn.Activity.Type is ActivityTypes.Message
        ? turn.SendActivityAsync($"> {turn.Activity.Text}", cancellationToken: cancellation)
        : Task.CompletedTask;

    private static async Task CardAsync(ITurnContext turn, CancellationToken cancellation)
    {
        if (turn.Activity.Text is "carte")
        {
            var card = JsonNode.Parse("""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Submit","title":"Enregistrer","data":{"nonce":"n-12345678"}}]}""");
            await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Message, Attachments = [new() { ContentType = "application/vnd.microsoft.card.adaptive", Content = card }] }, cancellation);
        }
        else if (turn.Activity.Value is { } value && turn.Activity.ReplyToId is { } id)
        {
            var sent = JsonNode.Parse(value.ToString()!)!;
            await turn.UpdateActivityAsync(new Activity { Type = ActivityTypes.Message, Id = id, Text = $"Noté : {sent["value"]}" }, cancellation);
        }
        else if (turn.Activity.Value is not null)
        {
            await turn.SendActivityAsync("Cette carte n’est plus là.", cancellationToken: cancellation);
        }
        else
        {
            await EchoAsync(turn, cancellation);
        }
    }

    private static string Text(JsonObject activity) => activity["text"]!.GetValue<string>();

    private static string? TextOrNull(JsonObject activity) => activity["text"]?.GetValue<string>();

    private static string Id(JsonObject activity) => activity["id"]!.GetValue<string>();
}
