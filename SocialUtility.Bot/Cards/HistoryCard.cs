using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What was given for an indicator, period by period: the value, who gave it and when, and all that stood before, with why.</summary>
public static class HistoryCard
{
    /// <summary>More names than this are chosen from a closed list.</summary>
    private const int Open = 8;

    /// <summary>One year of it, a page at a time; the roster must have been read.</summary>
    public static AdaptiveCard For(Session session, Indicator indicator, int year, IReadOnlyList<HistoryOfPeriod> periods, bool hasEarlier, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var lines = periods.Select(period => (Period: period, Title: Title(session, indicator, period), Details: Details(session, indicator, period))).ToList();
        var (shown, at, pages) = PageCut.Of(lines, line => $"{line.Title} {line.Details}", page);
        List<AdaptiveElement> body =
        [
            Context(pages == 1
                ? words.Say("history.context", words.Year(year, session.Association.YearStartsIn))
                : words.Say("list.page", words.Say("history.context", words.Year(year, session.Association.YearStartsIn)), at + 1, pages)),
            Heading(Plain(indicator.Name)),
        ];
        foreach (var line in shown)
        {
            body.Add(Group(Bold(line.Title), Detail(line.Details, AdaptiveSpacing.None)));
        }

        List<AdaptiveAction> buttons = [];
        if (at + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "history.show", mark, ("indicator", indicator.Id), ("year", year), ("page", at + 1)));
        }

        if (!indicator.Retired && session.May(Act.RecordValue))
        {
            buttons.Add(Tap(words["button.record-one"], "value.open", mark, ("indicator", indicator.Id)));
        }

        if (hasEarlier)
        {
            buttons.Add(Tap(words["button.year-before"], "history.show", mark, ("indicator", indicator.Id), ("year", year - 1)));
        }

        if (indicator.Follows is { } succession)
        {
            body.Add(Detail(words.Say("indicator.follows", words.Day(session.Association.Today(indicator.Since)), Plain(succession.Because.TrimEnd('.')))));
            buttons.Add(Tap(words["button.before"], "history.show", mark, ("indicator", succession.Earlier)));
        }

        if (indicator.FollowedBy is { } next)
        {
            body.Add(Detail(words["indicator.followed"]));
            buttons.Add(Tap(words["button.after"], "history.show", mark, ("indicator", next)));
        }

        return Card(words, words.Say("history.fallback", indicator.Name), body, buttons);
    }

    /// <summary>Of which indicator?</summary>
    public static AdaptiveCard Which(Session session, IReadOnlyList<Indicator> indicators)
    {
        var words = session.Words;
        var choice = Choices("indicator", words["history.which.label"], indicators.Take(ValueCard.MostChoices).Select(indicator => (indicator.Id.ToString(), Plain(indicator.Name))));
        (choice.IsRequired, choice.ErrorMessage) = (true, words["slip.no-choice"]);
        choice.Style = indicators.Count > Open ? AdaptiveChoiceInputStyle.Compact : AdaptiveChoiceInputStyle.Expanded;
        return Card(
            words,
            words["history.which.fallback"],
            [Context(Plain(session.Association.Name)), Heading(words["history.which"]), choice],
            Send(words["button.see"], "history.show", CardMark.Of(1)).First());
    }

    private static string Title(Session session, Indicator indicator, HistoryOfPeriod period)
    {
        var words = session.Words;
        var value = period.Standing is { } noted ? words.Reading(noted.Reading, indicator) : words[period.IsOver ? "state.expected" : "state.running"];
        return words.Opening(words.Period(period.Period)) + words["colon"] + Plain(value);
    }

    private static string Details(Session session, Indicator indicator, HistoryOfPeriod period)
    {
        var words = session.Words;
        List<string> details = [];
        if (period.Standing is { } standing)
        {
            if (standing.Reading is Reading.Figure { Certainty: { } certainty })
            {
                details.Add(words.Opening(words.Certainty(certainty)) + ".");
            }

            details.Add(words.Say("history.given", Who(session, standing), words.Day(session.Association.Today(standing.At))));
            if ((RecordedCard.Reason(standing) ?? standing.Context) is { } why)
            {
                details.Add(Plain(PageCut.Glimpse(why).TrimEnd('.')) + ".");
            }

            if (standing.Reread is { } reread)
            {
                details.Add(reread.IsWaiting ? words["history.unread"]
                    : reread.IsSeen ? words.Say("history.seen", Named(session, reread.By!))
                    : words.Say("history.returned", Named(session, reread.By!), words.Quoted(Plain(PageCut.Glimpse(reread.Note!)))));
            }

            if (standing.Proof is { } proof)
            {
                details.Add($"[{words["history.proof"]}]({proof.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})");
            }
        }

        foreach (var earlier in period.Earlier)
        {
            details.Add(words.Say(
                earlier.Undone is null ? "history.before" : "history.undone",
                Plain(words.Reading(earlier.Reading, indicator)),
                Who(session, earlier),
                words.Day(session.Association.Today(earlier.At))));
            if (earlier.Undone is null && period.BecauseAfter(earlier) is { } because)
            {
                details.Add(words.Say("history.because", Plain(PageCut.Glimpse(because).TrimEnd('.'))));
            }
        }

        return details.Count == 0 ? words["history.nothing-more"] : string.Join(' ', details);
    }

    /// <summary>« Awa », « Claire pour Luc », « ancien membre »: as the team knows them.</summary>
    private static string Who(Session session, Measurement noted)
    {
        var words = session.Words;
        var by = Named(session, noted.By);
        return noted.For switch
        {
            null => by,
            { Person: { } person } => words.Say("recorded.for", by, Named(session, person)),
            { Words: var named } => words.Say("recorded.for", by, Plain(named!)),
        };
    }

    private static string Named(Session session, Person person) => session.Roster?.Find(person) switch
    {
        null => session.Words["history.former"],
        { Name: { } name } => Plain(name),
        _ => session.Words["history.somebody"],
    };
}
