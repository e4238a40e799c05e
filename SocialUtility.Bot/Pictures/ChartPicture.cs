using SkiaSharp;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// A chart as a picture: the fallback of a native chart in a card, and the chart of documents and pages. The same data give
/// the same bytes.
/// </summary>
public static class ChartPicture
{
    public const int Height = 360;

    /// <summary>Narrower than this, letters keep their size and fewer periods are drawn.</summary>
    public const int Narrow = 480;

    /// <summary>How many periods a narrow picture has room for.</summary>
    public const int MostWhenNarrow = 6;

    /// <param name="data">What is shown.</param>
    /// <param name="width">640 in a card or a document, 400 on a phone.</param>
    /// <param name="density">Pixels for each unit of width: 2 where a screen is dense.</param>
    public static byte[] Png(ChartData data, int width, int density = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 320);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 1280);
        ArgumentOutOfRangeException.ThrowIfLessThan(density, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(density, 3);
        using var surface = SKSurface.Create(new SKImageInfo(width * density, Height * density, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Scale(density);
        using (var drawing = new ChartDrawing(surface.Canvas, data, width))
        {
            drawing.Draw();
        }

        using var pixels = surface.PeekPixels();
        using var png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 6));
        return png?.ToArray() ?? throw new InvalidOperationException("The picture could not be written as PNG.");
    }
}
