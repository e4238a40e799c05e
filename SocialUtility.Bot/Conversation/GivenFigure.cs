using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>What was typed for a figure, as its kind of indicator takes it: a share, a time, a word of the scale, or a plain figure.</summary>
internal static class GivenFigure
{
    /// <summary>Null where it does not fit.</summary>
    public static Reading.Figure? Read(Indicator indicator, string given, Wording.Words words)
    {
        if (indicator.Kind == Kind.Percentage && ShareText.Read(given, words.Language) is { Percentage: { } percentage } share)
        {
            return new(percentage, CertaintyOf(share.Rest), share.Part, share.Whole);
        }

        if (indicator.Kind == Kind.Duration && DurationText.UnitOf(indicator.Unit) is { } unit)
        {
            if (DurationText.Read(given, unit) is { } time)
            {
                return new(time);
            }

            if (FigureText.Read(given, words.Language) is FigureRead.One timed && DurationText.UnitOf(timed.Rest) is { } other && other != unit)
            {
                return null;
            }
        }

        if (indicator.Kind == Kind.Scale && Enumerable.Range(1, 5).FirstOrDefault(level => IndicatorCard.LevelWord(words, indicator, level).AsWord() == given.AsWord()) is > 0 and var level)
        {
            return new(level);
        }

        return FigureText.Read(given, words.Language) switch
        {
            FigureRead.One { Amount: < 0 } => null,
            FigureRead.One { Amount: < 1 or > 5 } when indicator.Kind == Kind.Scale => null,
            FigureRead.One one => new(one.Amount, CertaintyOf(one.Rest)),
            _ => null,
        };
    }

    private static Certainty? CertaintyOf(string rest) => rest.AsWord() switch
    {
        var said when said.Contains("estim", StringComparison.Ordinal) => Certainty.Estimated,
        var said when said.Contains("peu pres", StringComparison.Ordinal) || said.Contains("environ", StringComparison.Ordinal) || said.Contains("l'oeil", StringComparison.Ordinal) || said.Contains("about", StringComparison.Ordinal) || said.Contains("roughly", StringComparison.Ordinal) => Certainty.ByEye,
        var said when said.Contains("compt", StringComparison.Ordinal) || said.Contains("counted", StringComparison.Ordinal) => Certainty.Counted,
        _ => null,
    };
}
