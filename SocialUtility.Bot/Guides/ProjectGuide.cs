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

    /// <summary>Somebody else wrote one of the same sentences meanwhile.</summary>
    public static readonly TwoVersions TwoVersions = new(
        "project.two-versions",
        (session, id) => Standing(session, id)?.Text,
        (session, id, mine) => Write(session, [KeyValuePair.Create(id, mine)], VersionOf(session, id)),
        async (session, cancellation) => session.Show(ProjectCard.For(session, await session.HearingAsync(cancellation))));

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
            questions.Add(RereadCard.Of(session, draft, ProjectCard.ContextOf(session), [.. questions]));
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var two = Write(session, [.. draft.Answers.Where(answer => answer.Key != RereadCard.Id && answer.Value.How == Answered.Said)], draft.SubjectVersion);
        if (two.Count > 0)
        {
            TwoVersions.Ask(session, two);
        }
        else
        {
            session.Say(session.Words[draft.Subject is null ? "guide.project.thanks" : "project.corrected"]);
            if (draft.Subject is null)
            {
                NextStep.Offer(session, NextStep.Of(session, told: draft.Answers.Any(answer => answer.Key != RereadCard.Id && answer.Value.How == Answered.Said)));
            }
            else
            {
                session.Show(ProjectCard.For(session, await session.HearingAsync(cancellation)));
            }
        }
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

    /// <summary>How often what holds the sentence was changed; 0 where nothing does.</summary>
    public static int VersionOf(Session session, string id) =>
        id != Purpose ? session.Dossier.Statement.Version : session.Dossier.Purposes is [var first, ..] ? first.Version : 0;

    /// <summary>All sentences of the project, in their order.</summary>
    public static IReadOnlyList<string> All => Sentences;

    /// <summary>The sentences not written yet, and those this draft has answered; the purpose is for those who may write it again.</summary>
    private static IEnumerable<string> Open(Session session, Draft draft) => Sentences.Where(id =>
        draft[id] is not null || (Standing(session, id) is null && (draft.Asked?.Contains(id) ?? (id != Purpose || session.May(Act.RewriteProject)))));

    /// <summary>Writes what nobody else wrote meanwhile; gives back what somebody did, differently.</summary>
    private static List<KeyValuePair<string, Answer>> Write(Session session, IReadOnlyList<KeyValuePair<string, Answer>> mine, int startedAt)
    {
        List<KeyValuePair<string, Answer>> two = [];
        var statement = session.Dossier.Statement;
        var before = statement;
        foreach (var (id, answer) in mine)
        {
            var text = answer.Text;
            var standing = Standing(session, id);
            if (standing?.Text == text)
            {
                continue;
            }

            if (standing is not null && VersionOf(session, id) != startedAt)
            {
                two.Add(KeyValuePair.Create(id, answer));
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
}
