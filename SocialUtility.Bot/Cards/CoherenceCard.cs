using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// How the project holds together, as three questions at most, each with one button that mends it. Never called a fault,
/// never naming a person; « c'est voulu » is a good answer and is not asked again this year.
/// </summary>
public static class CoherenceCard
{
    /// <summary>Three questions with two buttons each are the six that a card may have.</summary>
    private const int Most = 3;

    public static AdaptiveCard For(Session session, Coherence coherence, decimal? followed, int page = 0)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var open = coherence.Open;
        var mayAnswer = session.May(Act.RewriteProject);
        var aside = coherence.Meeting.Count + coherence.Wanted.Count;
        // « Suite » and what was set aside need a button of their own.
        var size = open.Count <= Most && (aside == 0 || open.Count < Most) ? Most : Most - 1;
        var pages = Math.Max(1, (open.Count + size - 1) / size);
        page = Math.Clamp(page, 0, pages - 1);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words.Say("coherence.context", Plain(session.Association.Name)) : words.Say("coherence.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(open.Count == 0 ? words["coherence.heading.none"] : words.Count("coherence.heading", open.Count)),
            Detail(words[open.Count == 0 ? All(session, aside) : "coherence.no-fault"]),
        ];
        foreach (var finding in open.Skip(page * size).Take(size))
        {
            var (title, question) = UnderWay(session, finding) ?? (Title(words, finding), words[Question(finding)]);
            var asked = Group(SecondHeading(Plain(title)), Text(question, AdaptiveSpacing.Small), Answers(session, finding, mark, mayAnswer));
            asked.Separator = true;
            body.Add(asked);
        }

        if (page + 1 == pages)
        {
            Ends(session, coherence, followed, body);
        }

        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "coherence.show", mark, ("page", page + 1)));
        }

        if (aside > 0)
        {
            buttons.Add(Tap(words.Say("button.set-aside", aside), "coherence.aside", mark));
        }

        return Card(words, Fallback(words, open), body, buttons);
    }

    /// <summary>What was answered this year, with its reason; any of it can be asked again.</summary>
    public static AdaptiveCard SetAside(Session session, Coherence coherence, int page)
    {
        const int PageSize = 8;
        var words = session.Words;
        var mark = CardMark.Of(1);
        List<AnsweredFinding> all = [.. coherence.Meeting, .. coherence.Wanted];
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words.Say("coherence.context", Plain(session.Association.Name)) : words.Say("coherence.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(words.Count("coherence.aside", all.Count)),
        ];
        foreach (var (finding, answer) in shown)
        {
            List<AdaptiveElement> items = [Bold(Plain(Title(words, finding))), Detail(words[answer!.How == Aside.Meeting ? "coherence.for-meeting" : "coherence.wanted"], AdaptiveSpacing.None)];
            if (answer.Because is { } because)
            {
                items.Add(Tinted(Text(Voice(words, because))));
            }

            body.Add(Group(items));
        }

        List<AdaptiveAction> buttons = [];
        if (shown.Count > 0 && session.May(Act.RewriteProject))
        {
            var choice = Choices("question", words["coherence.which"], shown.Select(one => (one.Finding.Id, Plain(Title(words, one.Finding)))));
            (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
            body.Add(choice);
            buttons.Add(Send(words["button.ask-again"], "finding.again", mark).First());
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "coherence.aside", mark, ("page", page + 1)));
        }

        buttons.Add(Tap(words["button.coherence"], "coherence.show", mark));
        return Card(words, words.Say("coherence.aside.fallback", words.List([.. shown.Select(one => Title(words, one.Finding))])), body, buttons);
    }

    /// <summary>What is asked about, in one sentence that is no reproach.</summary>
    public static string Title(Words words, Finding finding) => finding switch
    {
        Finding.ActionWithoutObjective { Action: var action } => words.Say("finding.ActionWithoutObjective", words.Quoted(action.Name)),
        Finding.ObjectiveWithoutAction { Objective: var objective } => words.Say("finding.ObjectiveWithoutAction", objective.Number, words.Quoted(objective.Name)),
        Finding.ObjectiveWithoutCriterion { Objective: var objective } => words.Say("finding.ObjectiveWithoutCriterion", objective.Number, words.Quoted(objective.Name)),
        Finding.CriterionWithoutObjective { Criterion: var criterion } => words.Say("finding.CriterionWithoutObjective", words.Quoted(criterion.Name)),
        Finding.CriterionWithoutIndicator { Criterion: var criterion } => words.Say("finding.CriterionWithoutIndicator", words.Quoted(criterion.Name)),
        Finding.ObjectiveWithoutPurpose { Objective: var objective } => words.Say("finding.ObjectiveWithoutPurpose", objective.Number, words.Quoted(objective.Name)),
        Finding.PurposeWithoutObjective { Purpose: var purpose } => words.Say("finding.PurposeWithoutObjective", purpose.Code),
        Finding.IndicatorWithoutKeeper { Indicator: var indicator } => words.Say("finding.IndicatorWithoutKeeper", words.Quoted(indicator.Name)),
        Finding.OnlyRealisation { Indicators: var count } => words.Say("finding.OnlyRealisation", count),
        Finding.NoWords => words["finding.NoWords"],
        Finding.ManyIndicators { Indicators: var count } => words.Say("finding.ManyIndicators", count),
        Finding.MuchTime { Minutes: var minutes, Limit: var limit } => words.Say("finding.MuchTime", words.Counted(Math.Round(minutes / 60m), "unit.hour"), words.Figure(limit / 60m, 0)),
        _ => throw new InvalidOperationException(finding.GetType().Name),
    };

    /// <summary>The question itself; two of them are the method's (step e2).</summary>
    private static string Question(Finding finding) => finding switch
    {
        Finding.ActionWithoutObjective => "ask.e2-clarifier.sans-lien",
        Finding.ObjectiveWithoutAction => "ask.e2-clarifier.objectif-sans-action",
        _ => $"ask.finding.{finding.GetType().Name}",
    };

    /// <summary>The person is answering it already: their guide lies half done on their desk.</summary>
    private static (string Title, string Question)? UnderWay(Session session, Finding finding) =>
        finding is Finding.IndicatorWithoutKeeper { Indicator: var indicator }
        && session.Desk.Drafts.GetValueOrDefault(IndicatorCareGuide.Name) is { Answers.Count: > 0 } draft && IndicatorCareGuide.IsAbout(draft, indicator)
            ? (session.Words.Say("finding.under-way", session.Words.Quoted(indicator.Name)), session.Words["ask.finding.under-way"])
            : null;

    private static AdaptiveActionSet Answers(Session session, Finding finding, CardMark mark, bool mayAnswer)
    {
        AdaptiveActionSet answers = new() { Spacing = AdaptiveSpacing.Small };
        if (Mending(session, finding) is { } mend)
        {
            answers.Actions.Add(mend);
        }

        if (mayAnswer)
        {
            answers.Actions.Add(Tap(session.Words["button.wanted"], "finding.accept", mark, ("finding", finding.Id)));
        }

        return answers;
    }

    /// <summary>The one button that mends it, for whoever may: it leads into the guide for it and back here.</summary>
    private static AdaptiveSubmitAction? Mending(Session session, Finding finding)
    {
        var words = session.Words;
        (string, object) back = ("from", NextStep.Coherence);
        AdaptiveSubmitAction? May(Act act, string title, string kind, int version, params ReadOnlySpan<(string, object)> fields) =>
            session.May(act) ? Tap(words[title], kind, CardMark.Of(version), [back, .. fields]) : null;
        return finding switch
        {
            Finding.ActionWithoutObjective { Action: var action } => May(Act.DescribeAction, "button.link", "action.link", action.Version, ("ligne", action.Key)),
            Finding.ObjectiveWithoutAction { Objective: var objective } => May(Act.DescribeAction, "button.add-action", "action.add", objective.Version, ("objective", objective.Id)),
            Finding.ObjectiveWithoutCriterion { Objective: var objective } => May(Act.WriteCriterion, "button.say-how", "link.criteria", objective.Version, ("ligne", objective.Key)),
            Finding.CriterionWithoutObjective { Criterion: var criterion } => May(Act.WriteCriterion, "button.link", "link.objectives", criterion.Version, ("ligne", criterion.Key)),
            Finding.CriterionWithoutIndicator { Criterion: var criterion } => May(Act.ChooseIndicator, "button.choose-indicator", "indicator.add", criterion.Version, ("criterion", criterion.Id)),
            Finding.ObjectiveWithoutPurpose { Objective: var objective } => May(Act.RewriteProject, "button.choose-purpose", "link.purpose", objective.Version, ("ligne", objective.Key)),
            Finding.PurposeWithoutObjective => May(Act.ProposeObjective, "button.add.objective", "objective.add", 1),
            Finding.IndicatorWithoutKeeper { Indicator: var indicator } => May(Act.ChooseIndicator, UnderWay(session, finding) is null ? "button.name-keeper" : "button.resume", "indicator.complete", indicator.Version, ("indicator", indicator.Id)),
            Finding.OnlyRealisation or Finding.NoWords => May(Act.ChooseIndicator, "button.choose-indicator", "indicator.add", 1),
            _ => May(Act.ChooseIndicator, "button.see-indicators", "indicator.list", 1),
        };
    }

    /// <summary>Nothing is open: because all is linked, because it was answered, or because there is nothing yet.</summary>
    private static string All(Session session, int answered) =>
        session.Dossier.Actions.All(action => action.Retired) && session.Dossier.Criteria.All(criterion => criterion.Retired) ? "coherence.nothing-yet"
        : answered > 0 ? "coherence.answered"
        : "coherence.all-well";

    private static void Ends(Session session, Coherence coherence, decimal? followed, List<AdaptiveElement> body)
    {
        var words = session.Words;
        if (ProjectTree.Of(session.Dossier).LinkedActions is { } linked)
        {
            body.Add(Detail(words.Say("tree.share", words.Figure(linked, 0)), AdaptiveSpacing.Medium));
        }

        if (followed is { } share)
        {
            body.Add(Detail(words.Say("coherence.followed", words.Figure(share, 0)), AdaptiveSpacing.None));
        }

        if (coherence.Meeting.Count > 0)
        {
            body.Add(Detail(words.Say("coherence.meeting", coherence.Meeting.Count), AdaptiveSpacing.None));
        }
    }

    private static string Fallback(Words words, IReadOnlyList<Finding> open) => open.Count == 0
        ? words["coherence.all-well"]
        : words.Say("coherence.fallback", words.Count("coherence.heading", open.Count), words.List([.. open.Take(Most).Select(finding => Title(words, finding))]));
}
