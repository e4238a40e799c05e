using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What was given for an indicator, period by period, and what it was before a correction.</summary>
public static class HistoryCard
{
    /// <summary>All readings of a year and what they were before a correction.</summary>
    public static AdaptiveCard For(Session session, YearOf year, IReadOnlyList<Measurement> past)
    {
        var words = session.Words;
        var indicator = year.Indicator;
        List<AdaptiveElement> body =
        [
            CardParts.Context(words.Say("history.context", words.Year(year.Year, year.YearStartsIn))),
            Heading(Plain(indicator.Name)),
        ];
        foreach (var state in year.Periods.Reverse())
        {
            var value = state.Measurement is { } noted ? words.Reading(noted.Reading, indicator) : words[state.IsOver ? "state.expected" : "state.running"];
            List<string> details = [];
            if (state.Measurement?.Reading is Reading.Figure { Certainty: { } certainty })
            {
                details.Add(words.Opening(words.Certainty(certainty)) + ".");
            }

            if (state.Measurement is { } measurement && (RecordedCard.Reason(measurement) ?? measurement.Context) is { } why)
            {
                details.Add(Plain(why.TrimEnd('.')) + ".");
            }

            details.AddRange(past.Where(earlier => earlier.Period == state.Period).Select(earlier =>
                words.Say("history.before", Plain(words.Reading(earlier.Reading, indicator))) + (state.Measurement?.Because is { } because ? $" {words.Say("history.because", Plain(because))}" : "")));
            body.Add(Group(
                Bold($"{words.Opening(words.Period(state.Period))} : ".Replace(" : ", words["colon"], StringComparison.Ordinal) + Plain(value)),
                Detail(string.Join(' ', details.DefaultIfEmpty(words["history.nothing-more"])), AdaptiveSpacing.None)));
        }

        List<AdaptiveAction> buttons = [];
        if (!indicator.Retired)
        {
            buttons.Add(Tap(words["button.record-one"], "value.open", CardMark.Of(1), ("indicator", indicator.Id)));
        }

        if (indicator.Follows is { } succession)
        {
            body.Add(Detail(words.Say("indicator.follows", words.Day(session.Association.Today(indicator.Since)), Plain(succession.Because.TrimEnd('.')))));
            buttons.Add(Tap(words["button.before"], "history.show", CardMark.Of(1), ("indicator", succession.Earlier)));
        }

        if (indicator.FollowedBy is { } next)
        {
            body.Add(Detail(words["indicator.followed"]));
            buttons.Add(Tap(words["button.after"], "history.show", CardMark.Of(1), ("indicator", next)));
        }

        return Card(words, words.Say("history.fallback", indicator.Name), body, buttons);
    }
}
