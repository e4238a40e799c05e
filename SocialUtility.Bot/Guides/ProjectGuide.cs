using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// Clarify the project (step e2 of the method, deck row D08): why, what is missing, the dream, the values, the purpose, what
/// one does differently. The person rereads everything before anybody else can.
/// </summary>
public sealed class ProjectGuide : Guide
{
    public const string Name = "project";
    public const string Purpose = "e2-clarifier.finalite";
    public const string Reread = "relire";

    /// <summary>Somebody else wrote one of the same sentences meanwhile.</summary>
    public const string TwoVersions = "project.two-versions";

    private static readonly string[] Sentences =
        ["e2-clarifier.origine", "e2-clarifier.constat", "e2-clarifier.reve", "e2-clarifier.valeurs", Purpose, "e2-clarifier.specificite"];

    public override string Id => Name;

    public override Act? Needs => Act.DescribeProject;

    public override string Opening(Session session, Draft draft) =>
        draft.Subject is null ? session.Words.Opening(session.Words.Count("guide.project.opening", Open(session, draft).Count())) : "";

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var asked = draft.Subject is { } one ? [one] : Open(session, draft).ToList();
        var questions = new List<Question>();
        foreach (var id in asked)
        {
            questions.Add(Method.Open(session, id, id is Purpose or "e2-clarifier.valeurs" ? Texts.ShortText : Texts.LongText));
        }

        if (draft.Subject is null && asked.Count > 0)
        {
            questions.Add(new ChoiceQuestion(Reread)
            {
                Ask = session.Words["ask.project.reread"],
                Readers = session.Words["readers.board"],
                Choices = [new("ok", session.Words["button.right"])],
                Card = () => ProjectCard.Reread(session, draft, [.. questions.Where(question => question.Id != Reread)]),
                MayStayOpen = false,
            });
        }

        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var two = Write(session, draft.Answers.Where(answer => answer.Key != Reread && answer.Value.How == Answered.Said).ToDictionary(answer => answer.Key, answer => answer.Value.Text), draft.SubjectVersion);
        if (two.Count > 0)
        {
            AskWhich(session, two);
        }
        else
        {
            session.Say(session.Words[draft.Subject is null ? "guide.project.thanks" : "project.corrected"]);
            if (draft.Subject is null)
            {
                NextStep.Offer(session);
            }
            else
            {
                session.Show(ProjectCard.For(session));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>« Garder la mienne », « Garder la sienne », « En parler ensemble ».</summary>
    public static bool Decide(Session session, Waiting waiting, string text)
    {
        var left = waiting.Notes.ToDictionary();
        var id = Sentences.FirstOrDefault(left.ContainsKey);
        var choice = Vocabulary.Command(text);
        if (id is null || choice is not ("keep-mine" or "keep-theirs" or "talk-together"))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (choice == "keep-mine")
        {
            Write(session, new() { [id] = left[id] }, session.Dossier.Statement.Version);
        }

        left.Remove(id);
        session.Say(session.Words[choice switch { "keep-mine" => "project.kept-mine", "keep-theirs" => "project.kept-theirs", _ => "project.talk-together" }]);
        if (left.Count > 0)
        {
            AskWhich(session, left);
        }
        else
        {
            session.Show(ProjectCard.For(session));
        }

        return true;
    }

    /// <summary>The sentence as it stands in the association's project.</summary>
    public static Sentence? Standing(Session session, string id) => id switch
    {
        "e2-clarifier.origine" => session.Dossier.Statement.Origin,
        "e2-clarifier.constat" => session.Dossier.Statement.Need,
        "e2-clarifier.reve" => session.Dossier.Statement.Dream,
        "e2-clarifier.valeurs" => session.Dossier.Statement.Values,
        "e2-clarifier.specificite" => session.Dossier.Statement.Difference,
        Purpose => session.Dossier.Purposes.Count > 0 ? session.Dossier.Purposes[0].Text : null,
        _ => null,
    };

    /// <summary>All sentences of the project, in their order.</summary>
    public static IReadOnlyList<string> All => Sentences;

    /// <summary>The sentences not written yet, and those this draft has answered; the purpose is for those who may write it again.</summary>
    private static IEnumerable<string> Open(Session session, Draft draft) => Sentences.Where(id =>
        draft[id] is not null || (Standing(session, id) is null && (id != Purpose || session.May(Act.RewriteProject))));

    /// <summary>Writes what nobody else wrote meanwhile; gives back what somebody did, differently.</summary>
    private static Dictionary<string, string> Write(Session session, Dictionary<string, string> texts, int startedAt)
    {
        var two = new Dictionary<string, string>();
        var statement = session.Dossier.Statement;
        var before = statement;
        foreach (var (id, text) in texts)
        {
            var standing = Standing(session, id);
            if (standing?.Text == text)
            {
                continue;
            }

            var version = id == Purpose ? session.Dossier.Purposes.Count > 0 ? session.Dossier.Purposes[0].Version : 0 : before.Version;
            if (standing is not null && version != startedAt)
            {
                two[id] = text;
                continue;
            }

            Sentence sentence = new(text, session.Person, session.Now);
            switch (id)
            {
                case "e2-clarifier.origine":
                    statement = statement with { Origin = sentence };
                    break;
                case "e2-clarifier.constat":
                    statement = statement with { Need = sentence };
                    break;
                case "e2-clarifier.reve":
                    statement = statement with { Dream = sentence };
                    break;
                case "e2-clarifier.valeurs":
                    statement = statement with { Values = sentence };
                    break;
                case "e2-clarifier.specificite":
                    statement = statement with { Difference = sentence };
                    break;
                case Purpose when session.Dossier.Purposes is [var first, ..]:
                    session.Write(first with { Text = sentence, Version = first.Version + 1 }, "purpose.rewrite");
                    break;
                case Purpose:
                    session.Write(new Purpose { Id = Id<Purpose>.Parse("p1"), Text = sentence }, "purpose.create");
                    break;
            }
        }

        if (statement != before)
        {
            session.Write(statement with { Version = before.Version + 1 }, "project.describe");
        }

        return two;
    }

    private static void AskWhich(Session session, Dictionary<string, string> mine)
    {
        var words = session.Words;
        var id = Sentences.First(mine.ContainsKey);
        session.WaitFor(TwoVersions, [.. mine.Select(text => (text.Key, text.Value))]);
        session.Say(
            words.Say("project.two-versions", words.Quoted(Standing(session, id)!.Text), words.Quoted(mine[id])),
            words["button.keep-theirs"],
            words["button.keep-mine"],
            words["button.talk-together"]);
    }
}
