using System.Buffers;
using System.Text;

namespace SocialUtility.Bot.Storage;

/// <summary>
/// How a key is spelled in a store: what Azure Table Storage refuses (<c>/ \ # ?</c>, control characters) or URLs confuse is escaped,
/// so that the stored keys keep the ordinal order of the keys, whether a store compares characters, code points or bytes.
/// </summary>
/// <remarks>
/// A run of neighbouring characters shares one of them as its lead, followed by a digit that says which of the run is meant:
/// <c>/</c> is <c>.1</c> and <c>.</c> is <c>.0</c>, still between <c>-</c> and <c>0</c>. A character never becomes more than two,
/// so that 255 of them fit in the 512 of Azure. Letters, digits and <c>| - _ : ; , =</c> stay as they are.
/// </remarks>
internal static class StoredKey
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Surrogates are two thousand: their digits are ideographs.</summary>
    private const char FirstManyDigit = '\u4e00';

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
            key.Append(Leads.Contains(stored[i]) ? Run.Holding(stored[i]).Read(stored[++i]) : stored[i]);
        }

        return key.ToString();
    }

    private readonly record struct Run(char Lead, char First, char Last)
    {
        private bool HasManyDigits => Last - First >= Digits.Length;

        public static Run Holding(char character) => Array.Find(Runs, run => run.First <= character && character <= run.Last);

        public StringBuilder Write(StringBuilder stored, char character) =>
            stored.Append(Lead).Append(HasManyDigits ? (char)(FirstManyDigit + (character - First)) : Digits[character - First]);

        public char Read(char digit) => (char)(First + (HasManyDigits ? digit - FirstManyDigit : Digits.IndexOf(digit, StringComparison.Ordinal)));
    }
}
