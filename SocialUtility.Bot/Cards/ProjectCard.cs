using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Projects;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Ce que vous avez dit »: the project in the person's words, to reread, and then as it stands. Never reworded; a gap is no fault.</summary>
public static class ProjectCard
{
    /// <summary>Before anybody else can read it: « C'est bien ça », or one sentence to change.</summary>
    public static AdaptiveCard Reread(Session session, Draft draft, IReadOnlyList<Question> questions)
    {
        var words = session.Words;
        var mark = CardMark.Of(draft.Turn);
        (string, object)[] fields = [("draft", draft.Id), ("question", ProjectGuide.Reread)];
        var body = Opening(session, words["project.said"], words["project.reread"]);
        foreach (var question in questions.Where(question => draft.Said(question.Id) is not null))
        {
            body.Add(Said(session, question.Id, draft.Said(question.Id)!));
        }

        var open = questions.Where(question => draft.Said(question.Id) is null).ToList();
        if (open.Count > 0)
        {
            body.Add(SecondHeading(words["project.still-open"]));
            body.Add(Text(Bullets(open.Select(question => question.Ask)), AdaptiveSpacing.Small));
        }

        body.Add(Detail(words["readers.board"]));
        return Card(
            words,
            words["project.reread.fallback"],
            body,
            Tap(words["button.right"], "guide.answer", mark, [.. fields, (Question.Field, "ok")]).First(),
            Correcting(session, "guide.correct", mark, questions.Select(question => (question.Id, Short(session, question.Id))), fields));
    }

    /// <summary>The project as it stands, objectives and actions with it.</summary>
    public static AdaptiveCard For(Session session)
    {
        var words = session.Words;
        var file = session.Dossier;
        var tree = ProjectTree.Of(file);
        var mark = CardMark.Of(file.Statement.Version);
        var body = Opening(session, words["project.heading"], null);
        foreach (var id in ProjectGuide.All)
        {
            if (ProjectGuide.Standing(session, id) is { } sentence)
            {
                body.Add(Said(session, id, sentence.Text));
            }
        }

        Listed(body, words.Count("project.objectives", tree.Branches.Count), tree.Branches.Select(branch => branch.Objective.Name));
        Listed(body, words.Count("project.actions", tree.Actions.Count), tree.Actions.Select(action => action.Item.Name));
        List<string> open = [.. ProjectGuide.All.Where(id => ProjectGuide.Standing(session, id) is null).Select(id => Short(session, id))];
        if (open.Count > 0 || tree.ToBeLinked.Count > 0 || file.Statement.NotHeard.Count > 0)
        {
            body.Add(SecondHeading(words["project.still-open"]));
            List<string> sentences = [];
            if (open.Count > 0)
            {
                sentences.Add(words.Say("project.open", words.List(open)));
            }

            sentences.AddRange(tree.ToBeLinked.Select(action => words.Say("project.to-be-linked", words.Quoted(Plain(action.Item.Name)))));
            if (file.Statement.NotHeard.Count > 0)
            {
                sentences.Add(words.Say("project.not-heard", words.List(file.Statement.NotHeard)));
            }

            body.Add(Text(string.Join(' ', sentences), AdaptiveSpacing.Small));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Domain.Associations.Act.RewriteProject))
        {
            buttons.Add(Correcting(session, "project.edit", mark, ProjectGuide.All.Select(id => (id, Short(session, id)))));
        }

        buttons.Add(Tap(words["button.tree"], "tree.show", mark));
        buttons.Add(Tap(words["button.objectives"], "objective.list", mark));
        buttons.Add(Tap(words["button.actions"], "action.list", mark));
        return Card(words, words.Say("project.fallback", session.Association.Name), body, buttons);
    }

    private static List<AdaptiveElement> Opening(Session session, string heading, string? detail)
    {
        List<AdaptiveElement> body = [Context(session.Words.Say("project.context", Plain(session.Association.Name))), Heading(heading)];
        if (detail is not null)
        {
            body.Add(Detail(detail));
        }

        return body;
    }

    private static AdaptiveContainer Said(Session session, string id, string text) =>
        Tinted(Context(Short(session, id)), Text(Plain(text), AdaptiveSpacing.Small));

    private static void Listed(List<AdaptiveElement> body, string heading, IEnumerable<string> names)
    {
        var listed = names.Select(Plain).ToList();
        if (listed.Count > 0)
        {
            body.Add(SecondHeading(heading));
            body.Add(Text(Bullets(listed), AdaptiveSpacing.Small));
        }
    }

    /// <summary>Opens the choice of the sentence to change.</summary>
    private static AdaptiveShowCardAction Correcting(
        Session session, string kind, CardMark mark, IEnumerable<(string Id, string Title)> sentences, params (string, object)[] fields)
    {
        var choice = Choices("phrase", session.Words["project.which"], sentences.Select(sentence => (sentence.Id, sentence.Title)));
        (choice.IsRequired, choice.ErrorMessage) = (true, session.Words["slip.no-choice"]);
        return new()
        {
            Title = session.Words["button.correct"],
            Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Body = [choice], Actions = [Send(session.Words["button.change"], kind, mark, fields).First()] },
        };
    }

    private static string Short(Session session, string id) => session.Words["short." + id];
}
