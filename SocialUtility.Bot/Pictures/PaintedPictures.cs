namespace SocialUtility.Bot.Pictures;

/// <summary>
/// The last pictures that were painted, by what they show: painting costs a hundred times what laying out does, and clients of
/// one card ask for the same picture one after the other. A changed tree is another picture.
/// </summary>
internal sealed class PaintedPictures
{
    /// <summary>Some ten megabytes at most.</summary>
    private const int Most = 24;

    private readonly Lock door = new();
    private readonly Dictionary<string, Lazy<byte[]>> painted = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Painted once, however many ask at the same time.</summary>
    public byte[] Of(string content, Func<byte[]> paint)
    {
        Lazy<byte[]>? picture;
        lock (door)
        {
            if (!painted.TryGetValue(content, out picture))
            {
                painted.Add(content, picture = new(paint));
                order.Enqueue(content);
                if (order.Count > Most)
                {
                    painted.Remove(order.Dequeue());
                }
            }
        }

        return picture.Value;
    }
}
