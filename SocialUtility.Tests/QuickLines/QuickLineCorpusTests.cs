using SocialUtility.Domain.QuickLines;

namespace SocialUtility.Tests.QuickLines;

/// <summary>Every line of the corpus as it should be read; what is understood is never wrong.</summary>
public sealed class QuickLineCorpusTests
{
    /// <summary>
    /// Read otherwise than a person would, and asked about: « démarches : » leads the whole line, and « accompagnées » is a word of
    /// its indicator too.
    /// </summary>
    private static readonly string[] KnownMisreadings = ["démarches : 44 en septembre 2026, accompagnées 31 au T3"];

    private static readonly IReadOnlyList<(CorpusLine Line, QuickMessage Message, string Read)> All =
    [
        .. Corpus.Read().Select(line => (line, new QuickReader(line.Setting).Read(line.Written))).Select(one => (one.line, one.Item2, Corpus.Told(one.Item2))),
    ];

    [Fact]
    [Trait("Deck", "D10")]
    public void Every_line_is_read_right_but_those_known_to_be_asked_about()
    {
        var right = All.Count(one => one.Read == one.Line.Right);
        TestContext.Current.TestOutputHelper?.WriteLine($"{right} of {All.Count} lines read right ({100.0 * right / All.Count:0.0} %); {All.Count(one => Outcome(one.Message) == "understood")} of them are understood whole.");

        Assert.Equal(KnownMisreadings, All.Where(one => one.Read != one.Line.Right).Select(one => KnownMisreadings.Contains(one.Line.Written) ? one.Line.Written : $"line {one.Line.Number}: {one.Line.Written}\n  right: {one.Line.Right}\n  read:  {one.Read}"));
    }

    [Fact]
    [Trait("Deck", "D10")]
    public void Nothing_wrong_is_ever_understood()
    {
        foreach (var (line, message, _) in All)
        {
            var right = line.Right.Split(" + ");
            Assert.All(message.Lines.OfType<LineReading.Understood>(), one => Assert.Contains(Corpus.Told(one), right));
        }
    }

    [Fact]
    public void The_corpus_is_large_and_a_third_of_it_is_not_understood()
    {
        Assert.True(All.Count >= 300, $"{All.Count} lines");
        Assert.True(All.Count(one => Outcome(one.Message) != "understood") >= All.Count / 3);
        Assert.Equal(["asked", "nothing", "refused", "understood", "unknown"], All.Select(one => Outcome(one.Message)).Distinct().Order(StringComparer.Ordinal));
        Assert.True(All.Select(one => one.Line.Setting.Dossier.Association.Name).Distinct().Count() >= 5);
    }

    private static string Outcome(QuickMessage message) => message switch
    {
        { LooksLikeOne: false } => "nothing",
        _ when message.Lines.Any(line => line is LineReading.Refused) => "refused",
        _ when message.Lines.Any(line => line is LineReading.Unknown) => "unknown",
        _ when message.Lines.Any(line => line is LineReading.Ambiguous) => "asked",
        _ => "understood",
    };
}
