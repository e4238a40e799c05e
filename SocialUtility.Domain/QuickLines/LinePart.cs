using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>One figure of a line with its words: « 12 séances » of « ateliers mars : 12 séances, 85 personnes ».</summary>
internal sealed record LinePart(string Text, GivenNumber Number, IReadOnlyList<Token> Words, IReadOnlyList<SaidPeriod> Said, Certainty? Certainty, bool Whole = false)
{
    /// <summary>The word that stands directly after the figure: « séances » of « 12 séances ».</summary>
    public Token? Noun => Number.Measure is null ? Words.FirstOrDefault(word => word.Start >= Number.Place && word.Start - Number.Place <= 4) : null;
}
