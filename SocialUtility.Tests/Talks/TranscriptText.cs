using System.Text;

namespace SocialUtility.Tests.Talks;

/// <summary>How the lines of a transcript are compared with what was really said.</summary>
internal static class TranscriptText
{
    /// <summary>Unusual spaces and ends of lines are spaces, apostrophes are straight.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var plain = char.IsWhiteSpace(letter) ? ' ' : letter is '’' ? '\'' : letter;
            if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' '))
            {
                folded.Append(plain);
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Does it say that, wherever in it? An ellipsis stands for anything.</summary>
    public static bool Says(string said, string expected) => Says(said, expected, 0, out _);

    /// <summary>From that place on; where it ends is where the next sentence may begin.</summary>
    public static bool Says(string said, string expected, int from, out int end)
    {
        var text = Folded(said);
        end = from;
        foreach (var part in Folded(expected).Split('…', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = text.IndexOf(part, end, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            end = at + part.Length;
        }

        return true;
    }
}
