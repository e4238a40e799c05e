using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain.QuickLines;

namespace SocialUtility.Tests.QuickLines;

/// <summary>What holds for every message, however odd.</summary>
public sealed class QuickLineLaws
{
    private static readonly IReadOnlyList<CorpusLine> Lines = Corpus.Read();

    [Fact]
    public void Any_text_is_read_without_a_fault_and_its_readings_are_few() =>
        Prop.ForAll<string, int>((text, at) =>
        {
            var line = Lines[(int)((uint)at % Lines.Count)];
            return new[] { text ?? "", $"{line.Written} {text}", $"{text}{line.Written}", $"{line.Written}\n{text}" }.All(message => new QuickReader(line.Setting).Read(message).Lines.Count <= QuickReader.MostValues + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_word_that_nobody_knows_turns_an_understood_line_into_a_question()
    {
        foreach (var line in Lines.Where(line => !line.Written.Contains('\n', StringComparison.Ordinal) && !line.Written.Contains('(', StringComparison.Ordinal)))
        {
            if (new QuickReader(line.Setting).Read(line.Written) is { Lines: [LineReading.Understood] })
            {
                foreach (var more in (string[])[$"{line.Written} trombone", $"trombone {line.Written}", $"{line.Written} sauf trombone", $"pas {line.Written}"])
                {
                    // « oct 26 trombone » makes of the year a second figure: the first one stays what it was.
                    var read = new QuickReader(line.Setting).Read(more).Lines;
                    Assert.False(read is [LineReading.Understood], more);
                }
            }
        }
    }

    [Fact]
    public void An_understood_figure_stands_in_the_line_or_is_said_to_be_converted()
    {
        foreach (var line in Lines)
        {
            foreach (var one in new QuickReader(line.Setting).Read(line.Written).Lines.OfType<LineReading.Understood>())
            {
                var digits = one.Value.Figure.Amount.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ',');
                var plain = one.Text.Replace(" ", "", StringComparison.Ordinal).Replace('.', ',');
                Assert.True(
                    one.Value.Converted is not null || one.Value.Figure.Numerator is not null || plain.Contains(digits, StringComparison.Ordinal) || !one.Text.Any(char.IsAsciiDigit)
                    || plain.Contains('k', StringComparison.Ordinal) || one.Value.Indicator.Unit == "heures" || line.Setting.Language == Domain.Language.English || Spelled(one.Text),
                    $"{one.Text}: {digits}");
            }
        }
    }

    private static bool Spelled(string text) => ((string[])["douz", "quinz", "centaine", "zéro", "sept ", "quatre", "onze"]).Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void The_longest_message_of_digits_signs_and_words_is_read_or_let_be()
    {
        var setting = Lines[0].Setting;
        foreach (var piece in (string[])["1,", "1 ", "-", "a ", "12/", "denrées 1, ", "quatre vingt ", "((", "mars ", "0.", "de ", "l'", "½", "T1 "])
        {
            var filled = string.Concat(Enumerable.Repeat(piece, QuickReader.LongestMessage / piece.Length));
            Assert.True(new QuickReader(setting).Read(filled).Lines.Count <= QuickReader.MostValues + 1);
            var broken = string.Join('\n', Enumerable.Repeat(filled[..100], 19));
            Assert.True(new QuickReader(setting).Read(broken).Lines.Count <= QuickReader.MostValues + 20);
        }

        Assert.Same(QuickMessage.Nothing, new QuickReader(setting).Read(new string('1', QuickReader.LongestMessage + 1)));
    }

    [Fact]
    public void A_line_is_read_the_same_whatever_its_accents_case_and_spaces()
    {
        foreach (var line in Lines.Where(line => !line.Right.Contains("refused", StringComparison.Ordinal) && !line.Written.Contains('(', StringComparison.Ordinal)))
        {
            var read = Corpus.Told(new QuickReader(line.Setting).Read(line.Written));
            Assert.Equal(read, Corpus.Told(new QuickReader(line.Setting).Read($"  {line.Written.Replace(" ", "\u00A0", StringComparison.Ordinal)} ")));
            if (line.Setting.Language == Domain.Language.French)
            {
                Assert.Equal(read, Corpus.Told(new QuickReader(line.Setting).Read(line.Written.ToUpperInvariant())));
            }
        }
    }
}
