using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What became of a reminder that was answered: each value as it is noted, what the year says now, and what is left to give.</summary>
public static class ReminderOutcomeCard
{
    public static AdaptiveCard For(Session session, IReadOnlyList<(ValueMoment Moment, Judgement.Accepted Accepted)> accepted, int later, IReadOnlyList<string> left)
    {
        var words = session.Words;
        List<AdaptiveElement> body = [Context(words.Say("reminder.outcome.context", words.Day(session.Today))), Heading(words.Count("reminder.outcome", accepted.Count))];
        foreach (var (moment, one) in accepted)
        {
            var indicator = moment.Indicator;
            var year = moment.YearWith(session, one.Noted);
            body.Add(Group(
                Bold($"{Plain(indicator.Name)}{words["colon"]}{Plain(words.Reading(one.Noted.Reading, indicator))}"),
                Detail(
                    string.Join(' ', ((string?[])
                    [
                        words.Opening(words.Period(moment.Period)) + ".",
                        one.Noted.Reading is Reading.Figure && indicator.Aggregation == Aggregation.Sum && indicator.Frequency != Frequency.Yearly && year.Total is { } total
                            ? words.Say("reminder.year", words.Amount(total, indicator)) : null,
                        indicator.Target is { } target ? words.Say("reminder.target", words.Amount(target.Amount, indicator)) : null,
                    ]).OfType<string>()),
                    AdaptiveSpacing.None)));
        }

        if (later > 0)
        {
            body.Add(Detail(words.Count("reminder.outcome.later", later)));
        }

        if (left.Count > 0)
        {
            body.Add(Text(words.Say("reminder.outcome.left", Plain(words.List(left)))));
        }

        return Card(
            words,
            words.Count("reminder.outcome", accepted.Count),
            body,
            left.Count > 0 ? [Tap(words["button.give-rest"], "reminder.open", CardMark.Of(1)).First()] : []);
    }
}
