using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// The project as an indented text: from it alone somebody outside can say which actions serve objective 2, and how one
/// would know (deck rows D07, D13). Orphans are shown both ways.
/// </summary>
public static class TreeCard
{
    /// <summary>Beyond it a card would grow past what old clients show; the rest follows with « suite ».</summary>
    private const int PageSize = 8;

    public static AdaptiveCard For(Session session, int page = 0)
    {
        var words = session.Words;
        var tree = ProjectTree.Of(session.Dossier);
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (tree.Branches.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        List<AdaptiveElement> body =
        [
            Context(words.Say("project.context", Plain(session.Association.Name))),
            Heading(words["tree.heading"]),
        ];
        foreach (var purpose in tree.Purposes)
        {
            body.Add(Context(words["tree.purpose"]));
            body.Add(Text(Plain(words.Say("tree.so-that", purpose.Text.Text)), AdaptiveSpacing.None));
        }

        foreach (var branch in tree.Branches.Skip(page * PageSize).Take(PageSize))
        {
            body.Add(Grey(Branch(words, branch)));
        }

        if (page + 1 == pages)
        {
            Ends(words, tree, body);
        }

        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "tree.show", mark, ("page", page + 1)));
        }

        if (tree.ToBeLinked.Count > 0 && session.May(Domain.Associations.Act.DescribeAction))
        {
            var first = tree.ToBeLinked[0];
            buttons.Add(Tap(words.Say("tree.link", Short(first.Name)), "action.link", CardMark.Of(first.Version), ("ligne", first.Key)));
        }

        buttons.Add(Tap(words["button.project"], "project.show", mark));
        return Card(words, Fallback(words, tree), body, buttons);
    }

    /// <summary>The same tree in lines: what a screen reader or a client without cards gets.</summary>
    public static string Fallback(Words words, ProjectTree tree)
    {
        List<string> lines = [words["tree.heading"]];
        lines.AddRange(tree.Purposes.Select(purpose => words.Say("tree.so-that", purpose.Text.Text)));
        foreach (var branch in tree.Branches)
        {
            lines.Add(words.Say("tree.line.objective", branch.Objective.Number, branch.Objective.Name));
            lines.AddRange(branch.Actions.Select(action => words.Say("tree.line.action", action.Name)));
            lines.AddRange(branch.Criteria.Select(measured => words.Say("tree.line.criterion", measured.Criterion.Name, Instruments(words, measured, plain: false))));
        }

        lines.AddRange(tree.ToBeLinked.Select(action => words.Say("tree.line.orphan", action.Name)));
        return string.Join('\n', lines);
    }

    private static IEnumerable<AdaptiveElement> Branch(Words words, Branch branch)
    {
        yield return Context(words.Say("tree.objective", branch.Objective.Number));
        yield return Bold(Plain(branch.Objective.Name), AdaptiveSpacing.None);
        yield return branch.Actions.Count > 0
            ? Text(Bullets(branch.Actions.Select(action => Plain(action.Name))), AdaptiveSpacing.Small)
            : Detail(words["tree.no-action"]);
        foreach (var measured in branch.Criteria)
        {
            yield return Detail(words.Say("tree.criterion", Voice(words, measured.Criterion.Name), Instruments(words, measured, plain: true)));
        }

        if (branch.Criteria.Count == 0)
        {
            yield return Detail(words["tree.no-criterion"]);
        }
    }

    private static void Ends(Words words, ProjectTree tree, List<AdaptiveElement> body)
    {
        if (tree.Branches.Count == 0)
        {
            body.Add(Text(words["tree.no-objective"]));
        }

        if (tree.ToBeLinked.Count > 0)
        {
            var orphans = Group(Context(words["tree.to-be-linked"]), Text(Bullets(tree.ToBeLinked.Select(action => Plain(action.Name))), AdaptiveSpacing.None));
            orphans.Separator = true;
            body.Add(orphans);
        }

        if (tree.Elsewhere.Count > 0)
        {
            var elsewhere = Group(
            [
                Context(words["tree.elsewhere"]),
                .. tree.Elsewhere.Select(measured => Text(words.Say("tree.criterion", Voice(words, measured.Criterion.Name), Instruments(words, measured, plain: true)), AdaptiveSpacing.Small)),
            ]);
            elsewhere.Separator = true;
            body.Add(elsewhere);
        }

        if (tree.LinkedActions is { } linked)
        {
            body.Add(Detail(words.Say("tree.share", words.Figure(linked, 0))));
        }
    }

    private static string Instruments(Words words, Measured measured, bool plain) => measured.Indicators.Count == 0
        ? words["tree.no-indicator"]
        : words.List([.. measured.Indicators.Select(indicator => plain ? Plain(indicator.Name) : indicator.Name)]);

    private static string Short(string name) => name.Length <= 24 ? name : name[..23].TrimEnd() + "…";
}
