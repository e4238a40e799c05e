using System.Text;
using System.Text.Json.Nodes;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Talks;

/// <summary>
/// Every card that any transcript shows, judged by Microsoft's own tools and by the rules of the house: a new card is
/// judged as soon as a transcript shows it.
/// </summary>
public sealed class EveryCardTests(Chromium chromium)
{
    /// <summary>Of a card's JSON; Teams takes near 100 KB, old clients less.</summary>
    private const int MostBytes = 20_000;

    private const int MostActions = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_card_of_every_conversation_is_right_and_fits_a_phone()
    {
        var cards = await AllAsync();
        CardJudge judge = new(chromium);

        Assert.Empty(cards.SelectMany(Slips));
        Assert.Empty(await judge.FaultsAsync(cards, Cancellation));
        foreach (var width in (int[])[320, 480])
        {
            Assert.Empty(await judge.TooWideAsync(cards, width, Cancellation));
        }
    }

    [Fact]
    public void A_card_that_breaks_a_rule_of_the_house_is_named() =>
        Assert.Equal(
            ["wrong: no fallbackText", "wrong: an input without a label: note", "wrong: 7 actions", "wrong: more than 20000 bytes", "wrong: no heading"],
            Slips(new("wrong", $$"""
                {
                  "type": "AdaptiveCard", "version": "1.5",
                  "body": [ { "type": "Input.Text", "id": "note" }, { "type": "TextBlock", "text": "{{new string('x', MostBytes)}}" } ],
                  "actions": [ {{string.Join(',', Enumerable.Repeat("""{ "type": "Action.Submit", "title": "Noter" }""", 7))}} ]
                }
                """)));

    /// <summary>One card of each look; its name says where it is shown first.</summary>
    private static async Task<IReadOnlyList<NamedCard>> AllAsync()
    {
        var names = Directory.EnumerateFiles(Transcript.Folder, "*.talk").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);
        var cards = new List<NamedCard>();
        HashSet<string> looks = [];
        foreach (var name in names)
        {
            foreach (var (index, said) in (await Transcript.Read(name).PlayAsync(Way.Within)).Index())
            {
                if (said.Card is { } card && looks.Add(Look(card.Json)))
                {
                    cards.Add(new($"{name}-{index}", card.Json.ToJsonString()));
                }
            }
        }

        return cards;
    }

    /// <summary>The same but for the nonce and the identities that its buttons carry.</summary>
    private static string Look(JsonObject card)
    {
        var look = card.DeepClone();
        Strip(look);
        return look.ToJsonString();

        static void Strip(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject part:
                    part.Remove("data");
                    foreach (var (_, inner) in part)
                    {
                        Strip(inner);
                    }

                    break;
                case JsonArray list:
                    foreach (var inner in list)
                    {
                        Strip(inner);
                    }

                    break;
            }
        }
    }

    private static IEnumerable<string> Slips(NamedCard card)
    {
        var json = JsonNode.Parse(card.Json)!.AsObject();
        if (string.IsNullOrWhiteSpace((string?)json["fallbackText"]))
        {
            yield return $"{card.Name}: no fallbackText";
        }

        foreach (var input in Parts(json).Where(part => ((string?)part["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true && part["label"] is null))
        {
            yield return $"{card.Name}: an input without a label: {input["id"]}";
        }

        var actions = Parts(json).Count(part => ((string?)part["type"]) is "Action.Submit" or "Action.Execute" or "Action.OpenUrl");
        if (actions > MostActions)
        {
            yield return $"{card.Name}: {actions} actions";
        }

        if (Encoding.UTF8.GetByteCount(card.Json) > MostBytes)
        {
            yield return $"{card.Name}: more than {MostBytes} bytes";
        }

        // The outcome of a pressed card may be two lines; whatever asks or shows something says what in a heading.
        if (actions > 0 && !Parts(json).Any(part => (string?)part["style"] == "heading"))
        {
            yield return $"{card.Name}: no heading";
        }
    }

    private static IEnumerable<JsonObject> Parts(JsonNode? node) => node switch
    {
        JsonObject part => part.Where(inner => inner.Key != "data").SelectMany(inner => Parts(inner.Value)).Prepend(part),
        JsonArray list => list.SelectMany(Parts),
        _ => [],
    };
}
