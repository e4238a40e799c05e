using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Reprendre l'arbre »: it goes on with what is kept, or begins from another association of the same person; no value comes along.</summary>
public static class ReuseCard
{
    public static AdaptiveCard For(Session session, IReadOnlyList<Belonging> others)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var tree = ProjectTree.Of(session.Dossier);
        List<AdaptiveElement> body =
        [
            Context(words.Say("project.context", Plain(session.Association.Name))),
            Heading(words["reuse.heading"]),
            Text(words["reuse.what"]),
            Detail(words.Say("tree.counts", tree.Branches.Count, tree.Actions.Count, tree.ToBeLinked.Count, tree.Criteria.Count)),
        ];
        List<AdaptiveAction> buttons = [];
        if (tree.Branches.Count + tree.Actions.Count + tree.Criteria.Count > 0)
        {
            buttons.Add(Tap(words["button.review"], "reuse.review", mark).First());
        }

        if (others.Count > 0)
        {
            var from = Choices("association", words["reuse.from"], others.Select(other => (other.Association.ToString(), Plain(other.Name))));
            (from.IsRequired, from.ErrorMessage, from.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
            var parts = Choices("parties", words["reuse.parts"], ((Parts[])[Parts.Objectives, Parts.Actions, Parts.Criteria]).Select(part => (part.ToString(), words[$"reuse.part.{part}"])));
            (parts.IsMultiSelect, parts.IsRequired, parts.ErrorMessage) = (true, true, words["slip.no-choice"]);
            body.Add(SecondHeading(words["reuse.other"]));
            body.Add(Detail(words["reuse.other.what"], AdaptiveSpacing.None));
            body.Add(from);
            body.Add(parts);
            buttons.Add(Send(words["button.take-over"], "reuse.take", mark));
        }

        buttons.Add(Tap(words["button.tree"], "tree.show", mark));
        return Card(words, words["reuse.fallback"], body, buttons);
    }

    /// <summary>In the place of the choice: what came along, and a way to the rest of a large tree.</summary>
    public static AdaptiveCard Outcome(Session session, string from, int taken, int left, IReadOnlyList<(string, object)> again)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var said = taken == 0 ? words["reuse.nothing-new"] : words.Count("reuse.taken", taken);
        List<AdaptiveElement> body = [Context(words.Say("reuse.context", Plain(from))), Heading(said), Detail(words["reuse.no-value"])];
        List<AdaptiveAction> buttons = [];
        if (left > 0)
        {
            body.Add(Text(words.Say("reuse.left", left)));
            buttons.Add(Tap(words["button.continue"], "reuse.take", mark, [.. again]).First());
        }

        buttons.Add(Tap(words["button.tree"], "tree.show", mark));
        buttons.Add(Tap(words["button.coherence"], "coherence.show", mark));
        return Card(words, $"{said} {words["reuse.no-value"]}", body, buttons);
    }
}
