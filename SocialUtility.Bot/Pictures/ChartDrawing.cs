using SkiaSharp;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Pictures;

/// <summary>One chart on its canvas: what trend and bars have in common.</summary>
internal sealed partial class ChartDrawing : IDisposable
{
    private const float Margin = 20;
    private const float LineHeight = 18;

    private readonly SKFont title = Ink.Font(18, bold: true);
    private readonly SKFont text = Ink.Font(13.5f);
    private readonly SKFont small = Ink.Font(13);
    private readonly SKFont smallBold = Ink.Font(13, bold: true);
    private readonly SKFont strong = Ink.Font(16, bold: true);
    private readonly SKPaint paint = new() { IsAntialias = true };

    private readonly SKCanvas canvas;
    private readonly ChartData data;
    private readonly ChartWords words;
    private readonly int width;
    private readonly IReadOnlyList<ChartPoint> points;
    private readonly Axis axis;
    private readonly List<SKRect> taken = [];

    private SKRect plot;

    public ChartDrawing(SKCanvas canvas, ChartData data, int width)
    {
        (this.canvas, this.data, this.width) = (canvas, data, width);
        words = ChartWords.OnPicture(data.Language);
        points = width < ChartPicture.Narrow ? [.. data.Points.TakeLast(ChartPicture.MostWhenNarrow)] : data.Points;
        axis = Axis.Of([.. points.Select(data.Shown).OfType<decimal>(), .. data.Line is { } line ? (decimal[])[line] : []], data.Kind);
    }

    private float Step => plot.Width / points.Count;

    private bool SeveralYears => data.Frequency != Frequency.Yearly && points[0].Period.Year != points[^1].Period.Year;

    public void Draw()
    {
        canvas.Clear(Ink.Paper);
        var top = DrawHead();
        var notes = data.Shape == ChartShape.Bars ? BarsNotes() : TrendNotes();
        var bottom = DrawNotes(notes) - (SeveralYears ? 50 : 24);
        var left = Margin + 8 + axis.Marks.Max(mark => small.MeasureText(Mark(mark)));
        plot = new(left, top, width - (width < ChartPicture.Narrow ? 12 : 24), bottom);
        DrawAxis();
        DrawPeriods();
        if (data.Shape == ChartShape.Bars)
        {
            DrawBars();
        }
        else
        {
            DrawTrend();
        }
    }

    public void Dispose()
    {
        foreach (var font in (SKFont[])[title, text, small, smallBold, strong])
        {
            font.Dispose();
        }

        paint.Dispose();
    }

    /// <summary>Title and subtitle; answers where the drawing may begin.</summary>
    private float DrawHead()
    {
        var y = 30f;
        foreach (var line in Ink.Wrap(Ink.Drawable(data.Title), title, width - (2 * Margin), 2))
        {
            Write(line, Margin, y, title, Ink.Text);
            y += 22;
        }

        var each = data.Frequency == Frequency.Yearly ? words.Say("Par an", "By year") : words.Say($"Par {words.Length(data.Frequency)}", $"By {words.Length(data.Frequency)}");
        var unit = data.Kind switch
        {
            Kind.Percentage => "%",
            Kind.Amount => words.Say("euros", "euros"),
            Kind.Scale => words.Say("sur 5", "out of 5"),
            _ => data.Unit,
        };
        var subtitle = string.Join(" · ", ((string[])[$"{each}, {Span()}", unit, words.Certainty(data.Certainty)]).Where(part => part.Length > 0));
        Write(Ink.Fit(Ink.Drawable(subtitle), text, width - (2 * Margin)), Margin, y - 1, text, Ink.Soft);
        return y + 32;
    }

    /// <summary>« 2026 » where a whole year is drawn, else « de juillet à décembre 2026 »; of several years the years.</summary>
    private string Span()
    {
        if (SeveralYears)
        {
            var (first, last) = (ChartWords.Year(points[0].Period), ChartWords.Year(points[^1].Period));
            return words.Say($"de {first} à {last}", $"from {first} to {last}");
        }

        var during = words.During(points[0].Period, points[^1].Period);
        return during.StartsWith("en ", StringComparison.Ordinal) || during.StartsWith("in ", StringComparison.Ordinal) ? during[3..] : during;
    }

    /// <summary>From the bottom edge upwards; answers where they begin.</summary>
    private float DrawNotes(IReadOnlyList<string> notes)
    {
        var lines = notes.SelectMany(note => Ink.Wrap(Ink.Drawable(note), small, width - (2 * Margin), 2)).ToList();
        var top = ChartPicture.Height - 8 - (LineHeight * lines.Count);
        foreach (var (line, number) in lines.Select((line, number) => (line, number)))
        {
            Write(line, Margin, top + (LineHeight * number) + 15, small, Ink.Soft);
        }

        return top - LegendHeight;
    }

    private void DrawAxis()
    {
        foreach (var mark in axis.Marks)
        {
            var y = Y(mark);
            Rule(plot.Left, y, plot.Right, y, mark == axis.Marks[0] ? Ink.Rule : Ink.Grid, 1);
            Write(Mark(mark), plot.Left - 8, y + 4.5f, small, Ink.Soft, SKTextAlign.Right);
        }
    }

    /// <summary>The names of the periods under their columns, and of the years under those.</summary>
    private void DrawPeriods()
    {
        var names = points.Select(point => Ink.Drawable(words.Tiny(point.Period))).ToList();
        if (data.Frequency == Frequency.Monthly && names.Max(name => small.MeasureText(name)) > Step - 3)
        {
            names = [.. names.Select(name => name[..1].ToUpperInvariant())];
        }

        var every = (int)Math.Ceiling(names.Max(name => small.MeasureText(name)) / Math.Max(Step - 3, 1));
        for (var i = 0; i < points.Count; i++)
        {
            if ((points.Count - 1 - i) % every == 0)
            {
                Write(names[i], X(i), plot.Bottom + 20, small, Ink.Text, SKTextAlign.Center);
            }
        }

        if (!SeveralYears)
        {
            return;
        }

        foreach (var year in points.Select((point, i) => (point.Period, i)).GroupBy(entry => entry.Period.Year))
        {
            var (from, to) = (X(year.First().i) - (Step * 0.36f), X(year.Last().i) + (Step * 0.36f));
            Rule(from, plot.Bottom + 29, to, plot.Bottom + 29, Ink.Rule, 1);
            Write(Ink.Fit(ChartWords.Year(year.First().Period), smallBold, Step * year.Count()), (from + to) / 2, plot.Bottom + 45, smallBold, Ink.Text, SKTextAlign.Center);
        }
    }

    /// <summary>A period without figure: hatched where something is missing, dotted and empty where nothing was to be expected.</summary>
    private void DrawAbsent(int i)
    {
        var point = points[i];
        var word = data.IsHidden(point) ? words.LessThan(data.HiddenUnder!.Value) : words.State(point.State);
        var missing = !data.IsHidden(point) && point.State != State.NotApplicable;
        var half = Math.Min(96, Step * 0.84f) / 2;
        var top = data.Line is { } line && plot.Bottom - Y(line) > 128 ? Y(line) + 8 : plot.Top + (plot.Height * 0.22f);
        var column = new SKRect(X(i) - half, top, X(i) + half, plot.Bottom);
        taken.Add(column);
        Fill(column, missing ? Ink.MissingGround : Ink.Paper);
        if (missing)
        {
            canvas.Save();
            canvas.ClipRect(column);
            for (var x = column.Left - column.Height; x < column.Right; x += 9)
            {
                Rule(x, column.Bottom, x + column.Height, column.Top, Ink.MissingHatch, 2);
            }

            canvas.Restore();
        }

        Frame(column, missing ? Ink.Missing : Ink.Rule, missing ? [4, 3] : [2, 3]);
        WriteOn(column, word, point.Reason, missing);
    }

    /// <summary>The word across the column where it has room, else upright.</summary>
    private void WriteOn(SKRect column, string word, string? reason, bool missing)
    {
        var length = smallBold.MeasureText(word);
        var upright = length + 10 > column.Width;
        var because = !upright && reason is { Length: > 0 } && Ink.Drawable(reason) is { Length: > 0 } drawable && small.MeasureText($"({drawable})") + 10 <= column.Width ? $"({drawable})" : null;
        canvas.Save();
        canvas.Translate(column.MidX, column.MidY);
        canvas.RotateDegrees(upright ? -90 : 0);
        var ground = new SKRect(-(length / 2) - 5, -10, (length / 2) + 5, 10);
        if (because is not null)
        {
            var wide = Math.Max(length, small.MeasureText(because));
            ground = new(-(wide / 2) - 5, -18, (wide / 2) + 5, 18);
        }

        Fill(ground, missing ? Ink.MissingGround : Ink.Paper);
        Write(word, 0, because is null ? 4.5f : -3.5f, smallBold, missing ? Ink.Missing : Ink.Soft, SKTextAlign.Center);
        if (because is not null)
        {
            Write(because, 0, 13, small, missing ? Ink.Missing : Ink.Soft, SKTextAlign.Center);
        }

        canvas.Restore();
    }

    private float X(int i) => plot.Left + (Step * (i + 0.5f));

    private float Y(decimal amount) => plot.Bottom - (plot.Height * axis.Share(amount));

    private string Mark(decimal amount) => words.Number(amount, Kind.Count);

    private string Number(decimal amount) => words.Number(amount, data.Kind);

    private void Write(string line, float x, float y, SKFont font, SKColor colour, SKTextAlign align = SKTextAlign.Left)
    {
        (paint.Style, paint.Color) = (SKPaintStyle.Fill, colour);
        canvas.DrawText(line, x, y, align, font, paint);
    }

    /// <summary>On a white edge, so that a rule behind it does not cross the letters.</summary>
    private void WriteOver(string line, float x, float y, SKFont font, SKColor colour, SKTextAlign align = SKTextAlign.Center)
    {
        (paint.Style, paint.Color, paint.StrokeWidth, paint.StrokeJoin) = (SKPaintStyle.Stroke, Ink.Paper, 4, SKStrokeJoin.Round);
        canvas.DrawText(line, x, y, align, font, paint);
        Write(line, x, y, font, colour, align);
    }

    private void Rule(float x1, float y1, float x2, float y2, SKColor colour, float thickness, float[]? dashes = null)
    {
        (paint.Style, paint.Color, paint.StrokeWidth) = (SKPaintStyle.Stroke, colour, thickness);
        using var dashed = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
        paint.PathEffect = dashed;
        canvas.DrawLine(x1, y1, x2, y2, paint);
        paint.PathEffect = null;
    }

    private void Fill(SKRect area, SKColor colour, float round = 0)
    {
        (paint.Style, paint.Color) = (SKPaintStyle.Fill, colour);
        canvas.DrawRoundRect(area, round, round, paint);
    }

    private void Frame(SKRect area, SKColor colour, float[] dashes)
    {
        using var dashed = SKPathEffect.CreateDash(dashes, 0);
        (paint.Style, paint.Color, paint.StrokeWidth, paint.PathEffect) = (SKPaintStyle.Stroke, colour, 1.2f, dashed);
        canvas.DrawRoundRect(area, 3, 3, paint);
        paint.PathEffect = null;
    }
}
