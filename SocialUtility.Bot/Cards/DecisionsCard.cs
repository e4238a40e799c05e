using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Meetings;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>What is to decide, what was decided, by whom and until when, and what has become of it. A day that has passed is a question.</summary>
public static class DecisionsCard
{
    private const int Glimpse = 160;
    private const int Short = 60;

    public static AdaptiveCard For(Session session, IReadOnlyList<(Topic Topic, AgendaItem Item)> open, IReadOnlyList<Decided> decided, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var (shown, at, pages) = PageCut.Of(decided, one => Cut(one.Conclusion.Decision!.What!, Glimpse) + About(session, one) + Told(session, one.Conclusion, one.Last), page, whole: true);
        List<AdaptiveElement> body =
        [
            Context(VoiceParts.Where(session, at, pages)),
            Heading(decided.Count == 0 ? words["decisions.heading.none"] : words.Count("decisions.heading", decided.Count)),
        ];
        if (at == 0 && open.Count > 0)
        {
            body.Add(SecondHeading(words["decisions.to-decide"]));
            body.Add(Text(Bullets(open.Take(12).Select(one => words.Say("decisions.on", Voice(words, one.Item.Criterion.Name), words.Year(one.Topic.Year, session.Association.YearStartsIn)))), AdaptiveSpacing.Small));
        }

        bool? group = null;
        foreach (var one in shown)
        {
            if (group != one.IsOpen)
            {
                body.Add(SecondHeading(words[one.IsOpen ? "decisions.underway" : "decisions.closed"]));
                group = one.IsOpen;
            }

            List<AdaptiveElement> lines =
            [
                Bold(Plain(Cut(one.Conclusion.Decision!.What!, Glimpse))),
                Detail(Plain(About(session, one)), AdaptiveSpacing.None),
            ];
            if (one.Last is not null || one.IsOver)
            {
                lines.Add(Text(Plain(one.Last is null ? words["decision.over"] : Told(session, one.Conclusion, one.Last)), AdaptiveSpacing.None));
            }

            body.Add(Group(lines));
        }

        List<AdaptiveAction> buttons = [];
        if (open.Count > 0)
        {
            buttons.Add(Tap(words["button.decide"], "meeting.open", mark, ("sujet", open[0].Topic)).First());
        }

        // Before others the card is everybody's; alone, what one may not say is not offered.
        var speaking = shown.Where(one => one.IsOpen && (session.Heard.Place != Place.Personal || MeetingGuide.MayFollow(session, one.Conclusion))).ToList();
        if (speaking.Count > 0)
        {
            buttons.Add(Following(words, mark, speaking));
        }

        if (at + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "decisions.show", mark, ("page", at + 1)));
        }

        return Card(words, words.Say("decisions.fallback", words.List([.. shown.Select(one => words.Quoted(Cut(one.Conclusion.Decision!.What!, Short)))])), body, buttons);
    }

    /// <summary>« Changer : ouvrir le mercredi soir. Par Awa, pour le 30 juin 2027. », or « Pas de décision. »</summary>
    public static string Sentence(Session session, Decision decision)
    {
        var words = session.Words;
        return decision is { What: { } what, Owner: { } owner, Due: { } due }
            ? words.Say("decision.sentence", words.Opening(words["course." + decision.Course]), what.TrimEnd('.'), MeetingQuestions.Named(session, owner), words.Day(due))
            : words.Opening(words["course." + Course.Nothing]) + ".";
    }

    /// <summary>« Fait. », « En cours. », « Abandonné, parce que… », or by whom and until when while nothing was said.</summary>
    public static string Told(Session session, Conclusion decided, FollowUp? last)
    {
        var words = session.Words;
        var decision = decided.Decision!;
        var by = words.Say("decision.by", Cut(MeetingQuestions.Named(session, decision.Owner!), Short), words.Day(decision.Due!.Value));
        return last switch
        {
            null => decision.Due < session.Today ? $"{by} {words["decision.over"]}" : by,
            { Because: { } because } => words.Say("decision.fate", words.Opening(words["fate." + last.Fate]), words.Say("because", Cut(because.TrimEnd('.'), Glimpse))),
            _ => words.Opening(words["fate." + last.Fate]) + ".",
        };
    }

    private static string Cut(string text, int most) => PageCut.Glimpse(text.ReplaceLineEndings(" "), most);

    private static string About(Session session, Decided one) => session.Words.Say(
        "decisions.about",
        one.Criterion is { } criterion ? session.Words.Quoted(Cut(criterion.Name, Short)) : session.Words["decisions.criterion-gone"],
        session.Words.Year(one.Conclusion.Year, session.Association.YearStartsIn),
        Cut(MeetingQuestions.Named(session, one.Conclusion.Decision!.Owner!), Short),
        session.Words.Day(one.Conclusion.Decision!.Due!.Value));

    private static AdaptiveShowCardAction Following(Wording.Words words, CardMark mark, IReadOnlyList<Decided> decided)
    {
        var which = Choices("decision", words["decisions.which"], decided.Select(one => (new Topic(one.Conclusion.Year, one.Conclusion.Criterion).ToString(), Plain(Cut(one.Conclusion.Decision!.What!, Short)))));
        (which.IsRequired, which.ErrorMessage, which.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        var fate = Choices("suite", words["decisions.where"], Enum.GetValues<Fate>().Select(one => (one.ToString(), words.Opening(words["fate." + one]))));
        (fate.IsRequired, fate.ErrorMessage) = (true, words["slip.no-choice"]);
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [which, fate, Input("parce", words["question.label.because"], Domain.Texts.ShortText, words["question.placeholder.because"])] };
        inner.Actions.Add(Send(words["button.note"], "decision.follow", mark).First());
        return new() { Title = words["button.say-where"], Card = inner };
    }
}
