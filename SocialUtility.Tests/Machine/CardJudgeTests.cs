using System.Buffers.Binary;

namespace SocialUtility.Tests.Machine;

public sealed class CardJudgeTests(Chromium chromium)
{
    private const string Good = """
        {
          "type": "AdaptiveCard", "version": "1.5", "fallbackText": "Repas servis en mars : 420.",
          "body": [
            { "type": "TextBlock", "text": "**Repas servis**", "wrap": true, "style": "heading" },
            { "type": "Chart.VerticalBar", "data": [ { "x": "jan", "y": 400 } ], "fallback": { "type": "TextBlock", "text": "jan 400", "wrap": true } },
            { "type": "Badge", "text": "Attendu", "style": "Warning", "fallback": "drop" },
            { "type": "Input.Rating", "id": "note", "label": "Combien ?", "fallback": { "type": "Input.Text", "id": "note", "label": "Combien ?" } },
            { "type": "Input.Text", "id": "valeur", "label": "Combien en avril ?" }
          ],
          "actions": [ { "type": "Action.Submit", "title": "Noter", "data": { "kind": "value.record", "id": 1 } } ]
        }
        """;

    private readonly CardJudge judge = new(chromium);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_card_has_no_fault() => Assert.Empty(await judge.FaultsAsync([new("good", Good)], Cancellation));

    [Fact]
    public async Task Each_fault_is_told_with_the_name_of_its_card()
    {
        string[] faults =
        [
            .. await judge.FaultsAsync(
                [
                    new("property", Good.Replace("\"wrap\": true, \"style\"", "\"rap\": true, \"style\"", StringComparison.Ordinal)),
                    new("value", Good.Replace("\"heading\"", "\"title\"", StringComparison.Ordinal)),
                    new("chart", Good.Replace("\"y\": 400", "\"z\": 400", StringComparison.Ordinal)),
                    new("no id", Good.Replace("\"id\": \"valeur\", ", "", StringComparison.Ordinal)),
                    new("two ids", Good.Replace("valeur", "note", StringComparison.Ordinal)),
                    new("no fallback", Good.Replace(", \"fallback\": \"drop\"", "", StringComparison.Ordinal)),
                    new("in the fallback", Good.Replace("\"text\": \"jan 400\"", "\"texte\": \"jan 400\"", StringComparison.Ordinal)),
                    new("good", Good),
                ],
                Cancellation),
        ];

        Assert.Equal(
            ["chart", "in the fallback", "no fallback", "no id", "property", "two ids", "value"],
            faults.Select(fault => fault[..fault.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order());
    }

    [Theory]
    [InlineData(480), InlineData(320)]
    public async Task A_card_is_drawn_at_its_width(int width)
    {
        var picture = Assert.Single(await judge.DrawAsync([new("good", Good)], width, Cancellation));

        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(picture.Png.AsSpan(16)));
        Assert.Empty(picture.TooWide);
    }

    [Fact]
    public async Task What_reaches_beyond_the_edge_is_named()
    {
        var wide = """
            { "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "ColumnSet", "columns": [
              { "type": "Column", "width": "300px", "items": [ { "type": "TextBlock", "text": "Attendu" } ] },
              { "type": "Column", "width": "300px", "items": [ { "type": "TextBlock", "text": "Mesuré" } ] } ] } ] }
            """;

        Assert.Empty(Assert.Single(await judge.DrawAsync([new("wide", wide)], 800, Cancellation)).TooWide);
        Assert.Contains(
            Assert.Single(await judge.DrawAsync([new("wide", wide)], 320, Cancellation)).TooWide,
            name => name.Contains("Mesuré", StringComparison.Ordinal));
    }
}
