using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What every way of recording shares once the <see cref="RuleBook"/> has judged: the accepted values go into the turn's one
/// batch, each with its journal line, and a refusal is said in the same words.
/// </summary>
internal static class ValueWriting
{
    /// <summary>Writes all of them with this turn, or none if the turn is not written.</summary>
    public static void Write(Session session, IReadOnlyList<Judgement.Accepted> accepted)
    {
        foreach (var one in accepted)
        {
            session.Write(one.Changes, one.IsCorrection ? "value.correct" : "value.record", one.Noted.Key);
        }

        if (accepted is [.., var last])
        {
            session.Desk = session.Desk with { LastValue = Name(last), JustGiven = [.. accepted.Select(Name)] };
        }
    }

    private static string Name(Judgement.Accepted one) => $"{one.Noted.Indicator}|{one.Noted.Period}";

    /// <summary>Why it is not noted, in the person's language.</summary>
    public static string Say(Session session, Refusal why, Indicator indicator, Period period) => Say(session.Words, why, indicator, period);

    /// <summary>Why it is not noted, where there is no conversation.</summary>
    public static string Say(Words words, Refusal why, Indicator indicator, Period period) => why switch
    {
        Refusal.Retired => words["value.retired"],
        Refusal.WrongRhythm => words.Say("value.wrong-rhythm", words.Quoted(indicator.Name), words.Frequency(indicator.Frequency)),
        Refusal.NotBegun => words.Say("value.not-begun", words.Opening(words.ThePeriod(period))),
        Refusal.Closed closed => words.Say("value.closed", words.ThePeriod(closed.Closure.Period)),
        Refusal.WrongKind => words[indicator.IsFigure ? "slip.no-figure" : "value.words-wanted"],
        Refusal.BelowZero => words["slip.negative"],
        Refusal.OffTheScale => words["slip.scale"],
        Refusal.ShareOfNothing => words["value.share.of-nothing"],
        Refusal.TooLong slip => words.Say("slip.too-long", slip.Longest, slip.Length),
        Refusal.NamesPeople => words[indicator.IsFigure ? "value.no-list" : "value.no-list.words"],
        Refusal.NotALink => words["value.proof.not-a-link"],
        Refusal.GivenTwice => words["value.given-twice"],
        _ => words["slip.empty"],
    };

    /// <summary>What is asked before a figure is noted; null for a doubt that is not about the figure.</summary>
    public static string? Ask(Session session, Doubt doubt, Recording recording) => Ask(session.Words, doubt, recording);

    /// <summary>What is asked before a figure is noted, where there is no conversation.</summary>
    public static string? Ask(Words words, Doubt doubt, Recording recording)
    {
        var indicator = recording.Indicator;
        if (recording.Reading is not Reading.Figure { Amount: var amount })
        {
            return null;
        }

        var said = words.Amount(amount, indicator);
        return doubt switch
        {
            Doubt.Zero => words.Say("value.zero", said),
            Doubt.OverBound over => words.Say("value.over", words.Amount(over.Highest, indicator), said),
            Doubt.FarFromHistory { Habit: { YearAgo.Reading: Reading.Figure yearAgo } habit } =>
                words.Say("value.surprising.year", LastOf(habit), words.Amount(yearAgo.Amount, indicator), said),
            Doubt.FarFromHistory { Habit: var habit } => words.Say("value.surprising", LastOf(habit), said),
            _ => null,
        };

        string LastOf(Habit habit) => words.Amount(((Reading.Figure)habit.Last.Reading).Amount, indicator);
    }
}
