using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The project as it stands, in the words of those who wrote it, never reworded; a gap is no fault.</summary>
public static class ProjectCard
{
    /// <summary>Where am I: also said above what is reread.</summary>
    public static string ContextOf(Session session) => session.Words.Say("project.context", Plain(session.Association.Name));

    /// <summary>The project as it stands, objectives and actions with it, and who has not been heard.</summary>
    public static AdaptiveCard For(Session session, Hearing hearing)
    {
        var words = session.Words;
        var file = session.Dossier;
        var tree = ProjectTree.Of(file);
        var mark = CardMark.Of(file.Statement.Version);
        List<AdaptiveElement> body = [Context(ContextOf(session)), Heading(words["project.heading"])];
        foreach (var id in ProjectGuide.All)
        {
            if (ProjectGuide.Standing(session, id) is { } sentence)
            {
                body.Add(RereadCard.Said(RereadCard.NameOf(session, id), sentence.Text));
            }
        }

        Listed(body, words.Count("project.objectives", tree.Branches.Count), tree.Branches.Select(branch => branch.Objective.Name));
        Listed(body, words.Count("project.actions", tree.Actions.Count), tree.Actions.Select(action => action.Item.Name));
        List<string> open = [.. ProjectGuide.All.Where(id => ProjectGuide.Standing(session, id) is null).Select(id => RereadCard.NameOf(session, id))];
        if (open.Count > 0 || tree.ToBeLinked.Count > 0 || VoicesCard.NotHeard(words, hearing) is not null)
        {
            body.Add(SecondHeading(words["project.still-open"]));
            List<string> sentences = [];
            if (open.Count > 0)
            {
                sentences.Add(words.Say("project.open", words.List(open)));
            }

            sentences.AddRange(tree.ToBeLinked.Select(action => words.Say("project.to-be-linked", words.Quoted(Plain(action.Item.Name)))));
            if (VoicesCard.NotHeard(words, hearing) is { } groups)
            {
                sentences.Add(words.Say("project.not-heard", groups));
            }

            body.Add(Text(string.Join(' ', sentences), AdaptiveSpacing.Small));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Domain.Associations.Act.RewriteProject))
        {
            buttons.Add(RereadCard.Correcting(session, "project.edit", mark, ProjectGuide.All.Select(id => (id, RereadCard.NameOf(session, id)))));
        }

        buttons.Add(Tap(words["button.tree"], "tree.show", mark));
        buttons.Add(Tap(words["button.purposes"], "purpose.list", mark));
        buttons.Add(Tap(words["button.objectives"], "objective.list", mark));
        buttons.Add(Tap(words["button.actions"], "action.list", mark));
        return Card(words, words.Say("project.fallback", session.Association.Name), body, buttons);
    }

    private static void Listed(List<AdaptiveElement> body, string heading, IEnumerable<string> names)
    {
        var listed = names.Select(Plain).ToList();
        if (listed.Count > 0)
        {
            body.Add(SecondHeading(heading));
            body.Add(Text(Bullets(listed), AdaptiveSpacing.Small));
        }
    }
}
