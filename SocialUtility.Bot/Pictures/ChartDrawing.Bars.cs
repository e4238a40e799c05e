using SkiaSharp;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Pictures;

internal sealed partial class ChartDrawing
{
    private float LegendHeight => data.Shape == ChartShape.Bars && data.Line is not null ? 28 : 0;

    private IReadOnlyList<string> BarsNotes()
    {
        var known = data.Points.Where(point => point.Period.Year == points[^1].Period.Year).Select(data.Shown).OfType<decimal>().ToList();
        return
        [
            .. data.Aggregation == Aggregation.Sum && data.Line is null && data.Target is { } target && known.Count > 0 && data.Frequency != Frequency.Yearly
                ? (string[])[YearSoFar(known.Sum(), target)]
                : [],
            .. points.Any(point => data.Shown(point) == 0) ? (string[])[words.Say("0 = compté, et c’est zéro.", "0 = counted, and it is zero.")] : [],
            .. LeftOut(),
        ];
    }

    /// <summary>The year beside its target, in words: its single periods have none.</summary>
    private string YearSoFar(decimal sum, decimal target)
    {
        var year = ChartWords.Year(points[^1].Period);
        var atLeast = data.Points.Any(point => point.Period.Year == points[^1].Period.Year && data.Shown(point) is null && point.State != State.NotApplicable);
        var unit = data.Kind is Kind.Count or Kind.Duration && data.Unit.Length > 0 ? "\u00A0" + data.Unit : "";
        return words.Say(
            $"{year}\u00A0: {(atLeast ? "au moins " : "")}{words.Figure(sum, data.Kind)}{unit}, cible {words.Figure(target, data.Kind)}{unit}.",
            $"{year}: {(atLeast ? "at least " : "")}{words.Figure(sum, data.Kind)}{unit}, target {words.Figure(target, data.Kind)}{unit}.");
    }

    private void DrawBars()
    {
        var half = Math.Min(64, Step * 0.66f) / 2;
        var figure = points.Count > 8 ? text : strong;
        for (var i = 0; i < points.Count; i++)
        {
            if (data.Shown(points[i]) is not { } amount)
            {
                DrawAbsent(i);
                continue;
            }

            // Zero was counted: a low plinth, not an empty place.
            var column = amount == 0 ? new SKRect(X(i) - half, Y(0) - 3, X(i) + half, Y(0) + 3) : new SKRect(X(i) - half, Y(amount), X(i) + half, Y(0));
            Fill(column.Standardized, Ink.Value, amount == 0 ? 0 : 2);
            taken.Add(column);
            WriteFigure(Number(amount), column, figure);
        }

        if (data.Line is not { } line)
        {
            return;
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (data.Shown(points[i]) is not null)
            {
                var reach = Math.Min(half + 14, (Step / 2) - 4);
                Rule(X(i) - reach, Y(line), X(i) + reach, Y(line), Ink.Paper, 7);
                Rule(X(i) - reach, Y(line), X(i) + reach, Y(line), Ink.Target, 3.5f);
            }
        }

        DrawLegend(line);
    }

    /// <summary>Above its column; inside, in white, where it would touch the mark of the target.</summary>
    private void WriteFigure(string figure, SKRect column, SKFont font)
    {
        var length = font.MeasureText(figure);
        var above = new SKRect(column.MidX - (length / 2), column.Top - 6 - (font.Size * 0.75f), column.MidX + (length / 2), column.Top - 6);
        var touches = data.Line is { } line && above.Top - 8 < Y(line) && above.Bottom + 8 > Y(line);
        if (!touches)
        {
            WriteFitting(figure, column.MidX, above.Bottom, length, font, Ink.Text);
        }
        else if (column.Height > font.Size + 16 && length + 4 < column.Width)
        {
            Write(figure, column.MidX, column.Top + font.Size + 6, font, Ink.Paper, SKTextAlign.Center);
        }
        else
        {
            WriteFitting(figure, column.MidX, Y(data.Line!.Value) - 8, length, font, Ink.Text);
        }
    }

    private void WriteFitting(string figure, float x, float y, float length, SKFont font, SKColor colour)
    {
        if (length <= Step - 2)
        {
            WriteOver(figure, x, y, font, colour);
        }
        else
        {
            WriteUpright(figure, new(x, y + 6), small, colour);
        }
    }

    private void DrawLegend(decimal line)
    {
        var y = plot.Bottom + (SeveralYears ? 69 : 43);
        var obtained = words.Say("obtenu", "obtained");
        Fill(new(Margin, y - 10, Margin + 16, y + 2), Ink.Value, 2);
        Write(obtained, Margin + 22, y, small, Ink.Soft);
        var x = Margin + 22 + small.MeasureText(obtained) + 24;
        Rule(x, y - 4, x + 26, y - 4, Ink.Target, 3.5f);
        var of = words.Length(data.Frequency);
        var target = words.Say($"cible {(data.Frequency == Frequency.Yearly ? "de l’" : "du ")}{of}\u00A0: ", $"target of the {of}: ") + words.Figure(line, data.Kind);
        Write(Ink.Fit(target, small, width - x - 32 - Margin), x + 32, y, small, Ink.Soft);
    }
}
