using System.Globalization;
using System.Text;
using SkiaSharp;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Pictures;

/// <summary>Writes a sheet as SVG for documents and pages, and as PNG for cards: the same marks, in the same order.</summary>
internal static class SheetWriter
{
    /// <summary>Ours first; whichever it is, words are set as wide as in ours.</summary>
    private const string Fonts = "'Open Sans', 'Liberation Sans', Arial, Helvetica, sans-serif";

    /// <summary>Higher than this, a picture is drawn at its plain size: a phone scrolls, its memory does not grow.</summary>
    private const double Tall = 6000;

    /// <param name="sheet">What is drawn.</param>
    /// <param name="name">Begins its identities, so that two pictures can stand in one page.</param>
    public static string Svg(Sheet sheet, string name)
    {
        var svg = new StringBuilder(32 * 1024);
        var (width, height) = (Number(sheet.Width), Number(sheet.Height));
        var size = sheet.OnPaper ? $"width=\"{Number(sheet.Width * 25.4 / 96)}mm\" height=\"{Number(sheet.Height * 25.4 / 96)}mm\"" : $"width=\"{width}\" height=\"{height}\"";
        var language = sheet.Language.Tag();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{name}-t {name}-d\" xml:lang=\"{language}\" lang=\"{language}\" font-family=\"{Fonts}\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{name}-t\">{Escaped(sheet.Title)}</title>\n<desc id=\"{name}-d\">{Escaped(sheet.Description)}</desc>\n")
            .Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"{Hex(Ink.Paper)}\"/>\n");
        foreach (var mark in sheet.Marks)
        {
            Append(svg, mark);
        }

        return svg.Append("</svg>\n").ToString();
    }

    public static byte[] Png(Sheet sheet, int density = 2)
    {
        density = sheet.Height > Tall ? 1 : density;
        using var surface = SKSurface.Create(new SKImageInfo((int)Math.Ceiling(sheet.Width) * density, (int)Math.Ceiling(sheet.Height) * density, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(Ink.Paper);
        surface.Canvas.Scale(density);
        using (var paint = new SKPaint { IsAntialias = true })
        {
            foreach (var mark in sheet.Marks)
            {
                Draw(surface.Canvas, paint, mark);
            }
        }

        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 6));
        return png?.ToArray() ?? throw new InvalidOperationException("The picture could not be written as PNG.");
    }

    private static void Append(StringBuilder svg, Mark mark)
    {
        switch (mark)
        {
            case Mark.Box box:
                svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(box.X)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\" rx=\"{Number(box.Round)}\" fill=\"{Hex(box.Fill)}\"");
                if (box.Stroke is { } stroke)
                {
                    svg.Append(CultureInfo.InvariantCulture, $" stroke=\"{Hex(stroke)}\" stroke-width=\"{Number(box.Thickness)}\"{Dashed(box.Dashes)}");
                }

                svg.Append("/>\n");
                break;
            case Mark.Line line:
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Path(line)}\" fill=\"none\" stroke=\"{Hex(line.Colour)}\" stroke-width=\"{Number(line.Thickness)}\" stroke-linejoin=\"round\"{Dashed(line.Dashes)}/>\n");
                break;
            case Mark.Dot dot:
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(dot.X)}\" cy=\"{Number(dot.Y)}\" r=\"{Number(Mark.Dot.Radius)}\" fill=\"{Hex(Ink.Paper)}\" stroke=\"{Hex(Ink.Missing)}\" stroke-width=\"1.5\"/>\n");
                break;
            case Mark.Run run:
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(run.X)}\" y=\"{Number(run.Y)}\" font-size=\"{Number(run.Size)}\" fill=\"{Hex(run.Colour)}\"")
                    .Append(run.Bold ? " font-weight=\"700\"" : "")
                    .Append(run.Italic ? " font-style=\"italic\"" : "")
                    .Append(run.EndsAtX ? " text-anchor=\"end\"" : "")
                    .Append(Length(run))
                    .Append(CultureInfo.InvariantCulture, $">{Escaped(run.Text)}</text>\n");
                break;
        }
    }

    private static void Draw(SKCanvas canvas, SKPaint paint, Mark mark)
    {
        switch (mark)
        {
            case Mark.Box box:
                var area = new SKRect((float)box.X, (float)box.Y, (float)box.Right, (float)box.Bottom);
                (paint.Style, paint.Color) = (SKPaintStyle.Fill, box.Fill);
                canvas.DrawRoundRect(area, (float)box.Round, (float)box.Round, paint);
                if (box.Stroke is { } stroke)
                {
                    Stroked(paint, stroke, box.Thickness, box.Dashes, () => canvas.DrawRoundRect(area, (float)box.Round, (float)box.Round, paint));
                }

                break;
            case Mark.Line line:
                using (var path = new SKPath())
                {
                    path.AddPoly([.. line.Points.Select(point => new SKPoint((float)point.X, (float)point.Y))], close: false);
                    Stroked(paint, line.Colour, line.Thickness, line.Dashes, () => canvas.DrawPath(path, paint));
                }

                break;
            case Mark.Dot dot:
                (paint.Style, paint.Color) = (SKPaintStyle.Fill, Ink.Paper);
                canvas.DrawCircle((float)dot.X, (float)dot.Y, (float)Mark.Dot.Radius, paint);
                Stroked(paint, Ink.Missing, 1.5, null, () => canvas.DrawCircle((float)dot.X, (float)dot.Y, (float)Mark.Dot.Radius, paint));
                break;
            case Mark.Run run:
                using (var font = Ink.Font((float)run.Size, run.Bold))
                {
                    font.SkewX = run.Italic ? -0.2f : 0;
                    (paint.Style, paint.Color) = (SKPaintStyle.Fill, run.Colour);
                    canvas.DrawText(Ink.Drawable(run.Text), (float)run.X, (float)run.Y, run.EndsAtX ? SKTextAlign.Right : SKTextAlign.Left, font, paint);
                }

                break;
        }
    }

    private static void Stroked(SKPaint paint, SKColor colour, double thickness, float[]? dashes, Action draw)
    {
        using var dashed = dashes is null ? null : SKPathEffect.CreateDash(dashes, 0);
        (paint.Style, paint.Color, paint.StrokeWidth, paint.StrokeJoin, paint.PathEffect) = (SKPaintStyle.Stroke, colour, (float)thickness, SKStrokeJoin.Round, dashed);
        draw();
        paint.PathEffect = null;
    }

    private static string Path(Mark.Line line)
    {
        var path = new StringBuilder();
        for (var i = 0; i < line.Points.Count; i++)
        {
            var (x, y) = line.Points[i];
            path.Append(i == 0 ? $"M{Number(x)} {Number(y)}" : Math.Abs(y - line.Points[i - 1].Y) < 0.01 ? $"H{Number(x)}" : $"V{Number(y)}");
        }

        return path.ToString();
    }

    /// <summary>So wide in any font; letters that ours has not keep the width of the font that has them.</summary>
    private static string Length(Mark.Run run) => run.Text.Length > 1 && Letters.Knows(run.Text)
        ? $" textLength=\"{Number(Letters.Drawn(run.Text, run.Size, run.Bold))}\" lengthAdjust=\"spacingAndGlyphs\""
        : "";

    private static string Dashed(float[]? dashes) => dashes is null ? "" : $" stroke-dasharray=\"{string.Join(' ', dashes.Select(dash => Number(dash)))}\"";

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Hex(SKColor colour) => $"#{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}";

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
