using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What was taken back, and what stands in its place.</summary>
public static class UndoneCard
{
    /// <summary>One value that was taken back.</summary>
    /// <param name="Indicator">Of what.</param>
    /// <param name="Period">For when.</param>
    /// <param name="Undone">What was given.</param>
    /// <param name="Standing">What stands again; null for nothing.</param>
    public sealed record Line(Indicator Indicator, Period Period, Measurement Undone, Measurement? Standing);

    public static AdaptiveCard For(Session session, IReadOnlyList<Line> lines)
    {
        var words = session.Words;
        List<AdaptiveElement> body = [Context(Plain(session.Association.Name)), Heading(words.Count("undone", lines.Count))];
        foreach (var line in lines)
        {
            body.Add(Group(
                Bold(Plain(line.Indicator.Name)),
                Detail(
                    line.Standing is { } again
                        ? words.Say("undone.again", Plain(words.Reading(again.Reading, line.Indicator)), words.ThePeriod(line.Period))
                        : words.Say("undone.nothing-stands", words.ThePeriod(line.Period)),
                    AdaptiveSpacing.None)));
        }

        body.Add(Detail(words["undone.trace"]));
        return Card(
            words,
            words["undone.fallback"],
            body,
            lines is [{ Indicator.Retired: false } only]
                ? [Tap(words["button.record-one"], "value.open", CardMark.Of(1), ("indicator", only.Indicator.Id), ("period", only.Period)), Tap(words["button.history"], "history.show", CardMark.Of(1), ("indicator", only.Indicator.Id), ("period", only.Period))]
                : []);
    }
}
