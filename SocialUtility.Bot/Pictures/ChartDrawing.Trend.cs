using SkiaSharp;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Pictures;

internal sealed partial class ChartDrawing
{
    private IReadOnlyList<string> TrendNotes() =>
    [
        .. points.Any(point => point.State is State.NotMeasured or State.Late)
            ? (string[])[words.Say("Un trou dans la ligne n’est jamais un zéro.", "A gap in the line is never a zero.")]
            : [],
        .. LeftOut(),
    ];

    /// <summary>Says so where a narrow picture does not show all periods.</summary>
    private string[] LeftOut() => points.Count < data.Points.Count
        ? [words.Say($"Les {points.Count} dernières périodes sur {data.Points.Count}.", $"The last {points.Count} of {data.Points.Count} periods.")]
        : [];

    private void DrawTrend()
    {
        if (data.Line is { } level)
        {
            Rule(plot.Left, Y(level), plot.Right, Y(level), Ink.Target, 2, [8, 5]);
            taken.Add(new(plot.Left, Y(level) - 3, plot.Right, Y(level) + 3));
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (data.Shown(points[i]) is null)
            {
                DrawAbsent(i);
            }
        }

        var spots = points.Select((point, i) => data.Shown(point) is { } amount ? new SKPoint(X(i), Y(amount)) : (SKPoint?)null).ToList();

        for (var i = 1; i < spots.Count; i++)
        {
            if (spots[i - 1] is { } from && spots[i] is { } to)
            {
                Rule(from.X, from.Y, to.X, to.Y, Ink.Value, 3);
            }
        }

        foreach (var spot in spots.OfType<SKPoint>())
        {
            Spot(spot, 6.5f, Ink.Paper);
            Spot(spot, 4.8f, Ink.Value);
            taken.Add(new(spot.X - 6, spot.Y - 6, spot.X + 6, spot.Y + 6));
        }

        DrawFigures(spots);
        if (data.Line is { } target)
        {
            NameTarget(target);
        }
    }

    /// <summary>Every figure is written: above its point, below where something else is in the way, upright where there are many.</summary>
    private void DrawFigures(List<SKPoint?> spots)
    {
        var last = spots.FindLastIndex(spot => spot is not null);
        var tight = points.Select(data.Shown).OfType<decimal>().Select(amount => text.MeasureText(Number(amount))).DefaultIfEmpty(0).Max() > Step - 4;
        for (var i = 0; i < spots.Count; i++)
        {
            if (spots[i] is not { } spot)
            {
                continue;
            }

            var figure = Number(points[i].Value!.Value);
            var (font, colour) = i == last ? (strong, Ink.Value) : (text, Ink.Text);
            if (tight)
            {
                WriteUpright(figure, spot, i == last ? smallBold : small, colour);
                continue;
            }

            var (length, high) = (font.MeasureText(figure), font.Size * 0.75f);
            var place = new SKPoint[] { new(-length / 2, -10), new(-length / 2, 12 + high), new(9, high / 2), new(-9 - length, high / 2), new(9, -4), new(-9 - length, -4) }
                .Select(corner => SKRect.Create(spot.X + corner.X, spot.Y + corner.Y - high, length, high))
                .MinBy(rect => InTheWay(SKRect.Inflate(rect, 2, 3), i, spots));
            taken.Add(place);
            WriteOver(figure, place.Left, place.Bottom, font, colour, SKTextAlign.Left);
        }
    }

    private void WriteUpright(string figure, SKPoint spot, SKFont font, SKColor colour)
    {
        canvas.Save();
        canvas.Translate(spot.X + 4.5f, spot.Y - 10);
        canvas.RotateDegrees(-90);
        WriteOver(figure, 0, 0, font, colour, SKTextAlign.Left);
        canvas.Restore();
        taken.Add(new(spot.X - 6, spot.Y - 10 - font.MeasureText(figure), spot.X + 6, spot.Y - 10));
    }

    /// <summary>How much a figure there would touch: what is drawn already, the line itself, the edge.</summary>
    private int InTheWay(SKRect place, int i, List<SKPoint?> spots)
    {
        var touched = taken.Count(place.IntersectsWith);
        touched += place.Bottom > plot.Bottom + 2 || place.Left < plot.Left || place.Right > width - 2 ? 2 : 0;
        foreach (var neighbour in (int[])[i - 1, i + 1])
        {
            if (neighbour >= 0 && neighbour < spots.Count && spots[neighbour] is { } other && spots[i] is { } spot)
            {
                var along = Enumerable.Range(0, 21).Select(part => new SKPoint(spot.X + ((other.X - spot.X) * part / 20), spot.Y + ((other.Y - spot.Y) * part / 20)));
                touched += along.Any(place.Contains) ? 1 : 0;
            }
        }

        return touched;
    }

    /// <summary>The target carries its words, where they touch least.</summary>
    private void NameTarget(decimal target)
    {
        var name = Ink.Fit(
            words.Say("cible ", "target ") + Number(target) + (data.TargetBy is { } day ? words.Say($", d’ici {words.MonthOf(day)}", $", by {words.MonthOf(day)}") : ""),
            smallBold,
            plot.Width);
        var length = smallBold.MeasureText(name);
        var y = Y(target);
        var place = ((float, float)[])
            [(plot.Left + 4, y - 7), (plot.Right - length, y - 7), (plot.MidX - (length / 2), y - 7), (plot.Left + 4, y + 17), (plot.Right - length, y + 17), (plot.MidX - (length / 2), y + 17)];
        var (x, baseline) = place.MinBy(at => taken.Count(new SKRect(at.Item1, at.Item2 - 10, at.Item1 + length, at.Item2 + 2).IntersectsWith));
        WriteOver(name, x, baseline, smallBold, Ink.Target, SKTextAlign.Left);
    }

    private void Spot(SKPoint at, float radius, SKColor colour)
    {
        (paint.Style, paint.Color) = (SKPaintStyle.Fill, colour);
        canvas.DrawCircle(at, radius, paint);
    }
}
