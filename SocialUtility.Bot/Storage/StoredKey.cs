using System.Buffers;
using System.Text;

namespace SocialUtility.Bot.Storage;

/// <summary>
/// How a key is spelled in a store: what Azure Table Storage refuses (<c>/ \ # ?</c>, control characters) or URLs confuse is escaped,
/// so that the stored keys keep the ordinal order of the keys, whether a store compares characters, code points or bytes.
/// </summary>
/// <remarks>
/// A run of neighbouring characters shares one of them as its lead, followed by digits that say which of the run is meant:
/// <c>/</c> is <c>.1</c> and <c>.</c> is <c>.0</c>, still between <c>-</c> and <c>0</c>. A key of 255 bytes becomes 510 characters
/// at most, of the 512 of Azure. Letters, digits and <c>| - _ : ; , =</c> stay as they are.
/// </remarks>
internal static class StoredKey
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static readonly Run[] Runs =
    [
        new('!', '\0', '!'),
        new('$', '#', '\''),
        new('.', '.', '/'),
        new('@', '?', '@'),
        new(']', '\\', ']'),
        new('~', '~', '\u009f'),
        new('\ud7ff', '\ud7ff', '\udfff'),
        new('\ufffd', '\ufffd', '\uffff'),
    ];

    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Runs.SelectMany(run => Enumerable.Range(run.First, run.Last - run.First + 1)).Select(code => (char)code)]);

    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Runs.Select(run => run.Lead)]);

    public static string Write(string key)
    {
        if (!key.AsSpan().ContainsAny(Escaped))
        {
            return key;
        }

        var stored = new StringBuilder(key.Length * 2);
        foreach (var character in key)
        {
            _ = Escaped.Contains(character) ? Run.Holding(character).Write(stored, character) : stored.Append(character);
        }

        return stored.ToString();
    }

    public static string Read(string stored)
    {
        if (!stored.AsSpan().ContainsAny(Leads))
        {
            return stored;
        }

        var key = new StringBuilder(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            key.Append(Leads.Contains(stored[i]) ? Run.Holding(stored[i]).Read(stored, ref i) : stored[i]);
        }

        return key.ToString();
    }

    private readonly record struct Run(char Lead, char First, char Last)
    {
        /// <summary>The surrogates are two thousand, all others a few.</summary>
        private bool HasTwoDigits => Last - First >= Digits.Length;

        public static Run Holding(char character) => Array.Find(Runs, run => run.First <= character && character <= run.Last);

        public StringBuilder Write(StringBuilder stored, char character)
        {
            var (high, low) = Math.DivRem(character - First, Digits.Length);
            stored.Append(Lead);
            return (HasTwoDigits ? stored.Append(Digits[high]) : stored).Append(Digits[low]);
        }

        public char Read(string stored, ref int at)
        {
            var high = HasTwoDigits ? Digits.IndexOf(stored[++at], StringComparison.Ordinal) : 0;
            return (char)(First + (high * Digits.Length) + Digits.IndexOf(stored[++at], StringComparison.Ordinal));
        }
    }
}
