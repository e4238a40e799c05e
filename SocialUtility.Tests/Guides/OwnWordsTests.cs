using SocialUtility.Bot.Guides;
using SocialUtility.Domain;

namespace SocialUtility.Tests.Guides;

/// <summary>Words typed beside a choice are free texts: nothing personal in them is kept unasked (domain.md 7.3, G8).</summary>
public sealed class OwnWordsTests
{
    private static readonly ChoiceQuestion Where = new("where")
    {
        Ask = "Où ?",
        Readers = "L'équipe.",
        Choices = [new("list", "Une liste"), new("sheet", "Une feuille")],
        Several = true,
        OrOwnWords = true,
    };

    [Theory]
    [InlineData("take it out", new[] { "list", "demander au" }, "Une liste, demander au", "voir avec")]
    [InlineData("keep it whole", new[] { "list", "demander au 06 12 34 56 78" }, "Une liste, demander au 06 12 34 56 78", "voir avec a@b.fr")]
    [InlineData("keep nothing", new[] { "list" }, "Une liste", null)]
    public void Own_words_and_the_reason_are_decided_about_together_and_choices_of_ours_stay(string decision, string[] choices, string text, string? because)
    {
        var given = Answer.Chosen(["list", "demander au 06 12 34 56 78"], "Une liste, demander au 06 12 34 56 78", "voir avec a@b.fr");

        var decided = Assert.IsType<Understood.Accepted>(Where.Decided(given, words => decision switch
        {
            "take it out" => PersonalTraces.Without(words),
            "keep it whole" => words,
            _ => null,
        })).Answer;

        Assert.Equal(choices, decided.Choices);
        Assert.Equal((text, because), (decided.Text, decided.Because));
    }

    [Fact]
    public void Nothing_is_left_of_an_answer_in_own_words_alone_that_is_not_kept() =>
        Assert.Null(Where.Decided(Answer.Said("06 12 34 56 78"), _ => null));
}
