using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests.Talks;

/// <summary>Whatever comes through a door, the house stands, and keeps nothing that was not told to it.</summary>
public sealed class HostileDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Bodies =>
    [
        "",
        " ",
        "{",
        "[]",
        "null",
        "true",
        "\"\"",
        "{}",
        "{\"type\":\"\"}",
        "{\"type\":\"message\"}",
        "{\"type\":\"message\",\"id\":\"1\",\"channelId\":\"msteams\",\"from\":{\"id\":\"x\"},\"conversation\":{\"id\":\"y\"}}",
        "{\"type\":\"message\",\"type\":\"invoke\"}",
        "{\"type\":\"installationUpdate\",\"action\":\"add\"}",
        "{\"type\":\"conversationUpdate\",\"membersAdded\":null}",
        "{\"type\":\"conversationUpdate\",\"membersAdded\":[null]}",
        "{\"type\":\"\\ud800\"}",
        "{\"activities\":[{}]}",
        "\u0000\u0001\u0002",
        "\ufeff{}",
        "<xml/>",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Any_bytes_at_any_door_are_answered_and_nothing_is_written(string body)
    {
        await using var channel = await TeamsChannel.OpenAsync(new(House.Monday));
        foreach (var path in (string[])["/api/messages", "/", "/healthz", "/readyz", "/web/enter", "/v3/directline/conversations", "/v3/directline/tokens/refresh", "/v3/directline/conversations/x/activities", "/v3/directline/conversations/x/upload", "/pictures/a_b_2026_fr/s.png", "/web/nothing", "/nowhere"])
        {
            foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
            {
                using var answer = await channel.SendAsync(method, path, new StringContent(body, Encoding.UTF8, "application/json"), Cancellation, token: path.Contains("/x/", StringComparison.Ordinal) ? body.Length.ToString(provider: null) : null);

                Assert.True((int)answer.StatusCode < 500, $"{method} {path}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(channel.Said.All);
        Assert.Equal(0, channel.Table.Writes);
    }

    [Fact]
    public async Task Every_field_of_a_message_may_be_anything_and_the_next_message_is_heard()
    {
        await using var house = new House(await TeamsChannel.OpenAsync(new(House.Monday)));
        var claire = house.Somebody("Claire");
        string[] values = ["null", "\"\"", "1", "-1", "1e999", "true", "[]", "[null]", "{}", "[{}]", "{\"id\":1}", "{\"id\":\"\\u0000\"}", "\"\\ud83d\"", $"\"{new string('a', 5000)}\"", "\"../../|#?%\"", "\"http://127.0.0.1:1/\"", "\"https://elsewhere.test/\""];
        foreach (var field in Fields(claire.Message("bonjour")).ToList())
        {
            foreach (var value in values)
            {
                var message = claire.Message("bonjour").ToJsonString();
                var whole = JsonNode.Parse(message)!.AsObject();
                var place = field[..^1].Aggregate((JsonNode)whole, (node, name) => node[name]!).AsObject();
                place[field[^1]] = "@@";
                using var answer = await ((TeamsChannel)house.Way).SendAsync(
                    HttpMethod.Post, "/api/messages", new StringContent(whole.ToJsonString().Replace("\"@@\"", value, StringComparison.Ordinal), Encoding.UTF8, "application/json"), Cancellation);

                Assert.True((int)answer.StatusCode < 500, $"{string.Join('.', field)} = {value[..Math.Min(value.Length, 30)]}: {(int)answer.StatusCode}");
            }
        }

        var before = house.Way.Said.All.Count;
        await claire.SayAsync("bonjour");
        Assert.True(house.Way.Said.All.Count > before);
    }

    public static TheoryData<string, string> Texts => new()
    {
        { "100 KB", new string('a', 100_000) },
        { "too long for a sentence", new string('é', 4001) },
        { "emoji", "🌱🍅👩‍👩‍👧‍👦🏳️‍🌈" + string.Concat(Enumerable.Repeat("😀", 99)) },
        { "right to left", "مرحبا بالجيران שלום \u202Eevil\u202C" },
        { "HTML", "<script>alert(1)</script><at>Utilité sociale</at>&amp;" },
        { "control characters", "a\u0000b\u0007c\u001b[31m\td\r\ne\u0085f" },
        { "halves of characters", "a\ud83d b\udc00" },
        { "Markdown", "# *gras* _it_ [clic](https://ailleurs.test) `code` ![i](x) > 1. - + | ~~x~~ \\" },
        { "JSON", "{\"kind\":\"value.record\"}" },
        { "only spaces", " \u00a0\u200b\u2003 " },
        { "thousands of lines", string.Join('\n', Enumerable.Repeat("ligne", 700)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Any_text_is_kept_or_refused_with_a_sentence_and_shown_as_it_is(string what, string text)
    {
        foreach (var way in Enum.GetValues<Way>())
        {
            await using var house = await House.OpenAsync(way);
            await house.SettleAsync("Les Amis", ("Claire", Role.Coordinator));
            var claire = house.Somebody("Claire");
            foreach (var said in (string[])["projet", text, text, text, text, text, text, "c'est bien ça", "objectifs", text, text, text, text, text, "non", "actions", text, text, "1", "non", "critères", text, text, text, "1", "indicateurs", text, "arbre", "profil", "projet", "aide"])
            {
                var before = house.Way.Said.All.Count;
                var status = await claire.SayAsync(said);

                Assert.Equal(HttpStatusCode.OK, status);
                var answers = house.Way.Said.All.Skip(before).ToList();
                Assert.True(answers.Count > 0, $"{what}, {way}: nothing was said to « {said[..Math.Min(20, said.Length)]} »");
                Assert.DoesNotContain(answers, answer => answer.Text?.Contains("mal passé", StringComparison.Ordinal) == true);
                Assert.All(answers, answer => AssertPlain(answer, what));
            }
        }
    }

    public static TheoryData<string> Forged =>
    [
        """{"kind":"value.record"}""",
        """{"kind":"value.record","indicator":"nobody","period":"2026-11","v":0,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{other}","period":"2026-11","v":0,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-13","v":0,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-Q4","v":0,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{food}","period":"0000-00","v":0,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{food}","period":"9999-99999999999","v":0,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-11","v":7,"valeur":"1"}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-11","v":-1,"valeur":{"a":1}}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-11","v":99999999999999999999,"valeur":"NaN"}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-11","v":0,"valeur":"99999999999999999999999999999999999999999999"}""",
        """{"kind":"value.record","indicator":"{food}","period":"2026-11","v":0,"valeur":"440","contexte":"{huge}"}""",
        """{"kind":"value.missing","indicator":"{food}","period":"2026-11","v":0,"raison":"{huge}"}""",
        """{"kind":"value.missing","indicator":"{other}","period":"2026-11","v":0}""",
        """{"kind":"value.open","releve":"a|b|c","typed":"{huge}"}""",
        """{"kind":"value.open","releve":"{food}|2026-11","typed":"{huge}"}""",
        """{"kind":"value.open","indicator":"{other}"}""",
        """{"kind":"history.show","indicator":"{other}"}""",
        """{"kind":"history.show","indicator":"{food}","period":"9999-12"}""",
        """{"kind":"history.show","indicator":"{food}","year":"99999999999","page":"-5"}""",
        """{"kind":"value.undo","indicator":"{other}","period":"2026-10","v":1}""",
        """{"kind":"value.undo","indicator":"{food}","period":"2026-Q4","v":1}""",
        """{"kind":"value.undo","indicator":"{food}","period":"2026-11","v":9}""",
        """{"kind":"value.sure","indicator":"{food}","period":"2026-11","v":0,"given":"{huge}","pourquoi":"{huge}"}""",
        """{"kind":"value.unsure","indicator":"{other}","period":"9999","v":-1}""",
        """{"kind":"closure.close","periode":"9999"}""",
        """{"kind":"closure.close","periode":"2026-11"}""",
        """{"kind":"closure.reopen","close":"2026","motif":"{huge}"}""",
        """{"kind":"reread.seen","releves":"{food}|2026-11|1,{other}|2026-11|1"}""",
        """{"kind":"reread.return","releves":"{food}|2026-11|1","mot":"{huge}"}""",
        """{"kind":"guide.answer","draft":"{draft}","question":"e2-clarifier.reve","v":1,"reponse":"à la place d'une autre"}""",
        """{"kind":"guide.unknown","draft":"{draft}","question":"e2-clarifier.reve","v":1}""",
        """{"kind":"guide.nothing","draft":"{draft}"}""",
        """{"kind":"guide.answer","draft":["a"],"question":{"b":1},"v":"x"}""",
        """{"kind":"objective.confirm","objective":"{other}","v":1}""",
        """{"kind":"objective.confirm","ligne":"def|association","v":1}""",
        """{"kind":"objective.retire","ligne":"def|action|x","v":1}""",
        """{"kind":"objective.edit","objective":"../../other","v":1}""",
        """{"kind":"action.link","ligne":"","v":1}""",
        """{"kind":"criterion.relate","criterion":"{other}","v":1,"proches":"soc-isolement"}""",
        """{"kind":"criterion.relate","criterion":"{alone}","v":1,"proches":"nothing,of,this"}""",
        """{"kind":"criterion.relate","criterion":"{alone}","v":-3,"proches":"soc-isolement"}""",
        """{"kind":"project.edit","phrase":"relire","v":1}""",
        """{"kind":"project.edit","phrase":"__proto__","v":1}""",
        """{"kind":"answer.edit","phrase":"e9-valoriser.message","v":1}""",
        """{"kind":"answer.edit","phrase":"def|association","v":1}""",
        """{"kind":"step.go","step":"exemple","v":1}""",
        """{"kind":"step.go","step":"{huge}","v":1}""",
        """{"kind":"launch.show","page":"999999999999"}""",
        """{"kind":"frame.show","page":"-1"}""",
        """{"kind":"glossary.show","mot":"17"}""",
        """{"kind":"glossary.show","mot":"{huge}"}""",
        """{"kind":"glossary.list","page":"999999999999"}""",
        """{"kind":"profile.show","year":"99999","page":"-1"}""",
        """{"kind":"profile.show","year":"1990","page":"999999999999"}""",
        """{"kind":"tree.show","page":"999999999999"}""",
        """{"kind":"objective.list","page":"NaN"}""",
        """{"kind":"example.load"}""",
        """{"kind":"privacy.read","v":999999999,"then":"{huge}"}""",
        """{"kind":"nothing.of.this"}""",
        """{"kind":7}""",
        """{"kind":{"a":1}}""",
        """{"kind":""}""",
        """{"kind":"{huge}"}""",
        """{"msteams":{"type":"task/fetch"}}""",
        "[]",
        "[[[[[[[[[[1]]]]]]]]]]",
        "\"value.record\"",
        "3",
        "{}",
    ];

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_forged_submission_gets_a_kind_sentence_and_writes_nothing(string forged)
    {
        foreach (var way in Enum.GetValues<Way>())
        {
            await using var house = await House.OpenAsync(way);
            await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Paul", Role.Coordinator));
            var (claire, paul) = (house.Somebody("Claire"), house.Somebody("Paul"));
            await claire.SayAsync("projet");
            var draft = (string)claire.Find("Répondre", new Dictionary<string, string> { ["reponse"] = "a" }).Sent["draft"]!;
            var (file, other) = (await house.DossierAsync(), await house.ElsewhereAsync());
            var before = await house.KeptAsync();
            var told = house.Way.Said.All.Count;

            var status = await paul.SubmitAsync(JsonNode.Parse(forged
                .Replace("{draft}", draft, StringComparison.Ordinal)
                .Replace("{food}", file.Indicators[2].Id.ToString(), StringComparison.Ordinal)
                .Replace("{alone}", file.Criteria[0].Id.ToString(), StringComparison.Ordinal)
                .Replace("{other}", forged.Contains("objective.", StringComparison.Ordinal) ? $"{other.Objectives[0].Id}" : forged.Contains("criterion.", StringComparison.Ordinal) ? $"{other.Criteria[0].Id}" : $"{other.Indicators[2].Id}", StringComparison.Ordinal)
                .Replace("{huge}", new string('x', 100_000), StringComparison.Ordinal)));

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(before, await house.KeptAsync());
            var answers = house.Way.Said.All.Skip(told).ToList();
            Assert.NotEmpty(answers);
            Assert.DoesNotContain(answers, answer => answer.Text?.Contains("mal passé", StringComparison.Ordinal) == true);
            Assert.All(answers, answer => Assert.True(answer.Activity.ToJsonString().Length < 60_000));
        }
    }

    [Fact]
    public async Task A_partner_who_forges_every_button_writes_nothing_and_reads_nothing()
    {
        await using var house = await House.OpenAsync(Way.Within);
        await house.SettleExampleAsync(("Claire", Role.Coordinator), ("Yves", Role.Partner));
        var (yves, file) = (house.Somebody("Yves"), await house.DossierAsync());
        var before = await house.KeptAsync();

        foreach (var kind in Kinds())
        {
            await yves.SubmitAsync(new JsonObject
            {
                ["kind"] = kind,
                ["v"] = 1,
                ["indicator"] = file.Indicators[2].Id.ToString(),
                ["period"] = "2026-11",
                ["valeur"] = "420",
                ["criterion"] = file.Criteria[0].Id.ToString(),
                ["objective"] = file.Objectives[0].Id.ToString(),
                ["ligne"] = kind.Split('.')[0] switch
                {
                    "objective" => file.Objectives[0].Key,
                    "action" => file.Actions[0].Key,
                    "criterion" => file.Criteria[0].Key,
                    _ => file.Indicators[0].Key,
                },
                ["phrase"] = "e2-clarifier.origine",
                ["proches"] = "soc-isolement",
            });
        }

        foreach (var word in (string[])["projet", "objectifs", "actions", "critères", "indicateurs", "arbre", "profil", "saisir", "historique", "corriger", "continuer", "reprendre"])
        {
            await yves.SayAsync(word);
        }

        Assert.Equal(before, await house.KeptAsync());
        var read = string.Join('\n', house.Way.Said.All.Select(said => said.Text ?? string.Join('\n', said.Card!.Lines)));
        Assert.All(
            (string[])[.. file.Objectives.Select(one => one.Name), .. file.Actions.Select(one => one.Name), .. file.Criteria.Select(one => one.Name), .. file.Indicators.Select(one => one.Name)],
            name => Assert.DoesNotContain(name, read, StringComparison.Ordinal));
        Assert.DoesNotContain(house.Way.Said.All, said => said.Text?.Contains("mal passé", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_example_is_for_one_s_own_machine_alone()
    {
        await using var house = await House.OpenAsync(Way.Teams);
        await house.Somebody("Claire").SubmitAsync(new JsonObject { ["kind"] = "example.load", ["v"] = 1 });
        await house.Somebody("Claire").SayAsync("exemple");

        Assert.All(house.Way.Said.All, said => Assert.Contains("votre propre machine", said.Text, StringComparison.Ordinal));
    }

    /// <summary>All kinds of buttons there are, from the subjects themselves.</summary>
    private static IEnumerable<string> Kinds() => typeof(ISubject).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ISubject)) && type is { IsInterface: false, IsAbstract: false })
        .Select(type => (ISubject)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type))
        .SelectMany(subject => subject.Buttons.Keys);

    /// <summary>Every leaf and every branch of a message, by its path.</summary>
    private static IEnumerable<string[]> Fields(JsonObject of, params string[] above) =>
        of.SelectMany(field => (IEnumerable<string[]>)[[.. above, field.Key], .. field.Value is JsonObject inner ? Fields(inner, [.. above, field.Key]) : []]);

    /// <summary>In a card, no sign that somebody typed lays anything out; in a message, nothing is laid out at all.</summary>
    private static void AssertPlain(BotSaid said, string what)
    {
        if (said.Card is not { } card)
        {
            return;
        }

        var read = string.Join('\n', card.Lines);
        foreach (var layout in (string[])["[clic](", "![i]", "*gras*", "_it_", "`code`"])
        {
            for (var at = read.IndexOf(layout, StringComparison.Ordinal); at >= 0; at = read.IndexOf(layout, at + 1, StringComparison.Ordinal))
            {
                Assert.True(at > 0 && read[at - 1] == '\\', $"{what}: « {layout} » is laid out in: {read[Math.Max(0, at - 60)..Math.Min(read.Length, at + 60)]}");
            }
        }
    }
}
