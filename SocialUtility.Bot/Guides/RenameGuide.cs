using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>New words for an objective, an action, a criterion or an indicator. If somebody else gave others meanwhile, both are shown.</summary>
public sealed class RenameGuide : Guide
{
    public const string Name = "rename";

    /// <summary>Somebody else gave another name meanwhile.</summary>
    public const string TwoVersions = "rename.two-versions";

    private const string Words = "nouveau-nom";

    public override string Id => Name;

    /// <summary>Begins with the row of the thing as subject.</summary>
    public static void Begin(Session session, Entry entry) => session.Begin(Name, draft => new()
    {
        Guide = Name,
        Id = draft.Id,
        Subject = entry.Key,
        SubjectVersion = entry.Version,
        Answers = new Dictionary<string, Answer> { [Words] = Answer.Said(NameOf(entry)) },
        Again = Words,
        Touched = session.Now,
    });

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) =>
    [
        new OpenQuestion(Words, Subject(session, draft) is Purpose ? Texts.ShortText : Texts.Title)
        {
            Ask = session.Words.Say("ask.rename", session.Words.Quoted(Subject(session, draft) is { } entry ? NameOf(entry) : "")),
            Readers = session.Words["readers.team"],
            MayStayOpen = false,
        },
    ];

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var name = draft.Said(Words)!;
        if (Subject(session, draft) is not { } entry)
        {
            session.Say(words["not-found"]);
        }
        else if (NameOf(entry) == name)
        {
            session.Say(words["rename.same"]);
        }
        else if (!session.May(ActOf(entry)))
        {
            session.Refuse(ActOf(entry));
        }
        else if (entry.Version != draft.SubjectVersion)
        {
            // The other was first; theirs stands, and this one is not lost: it waits for a decision.
            session.WaitFor(TwoVersions, ("subject", entry.Key), ("mine", name));
            session.Say(words.Say("project.two-versions", words.Quoted(NameOf(entry)), words.Quoted(name)), words["button.keep-theirs"], words["button.keep-mine"], words["button.talk-together"]);
        }
        else
        {
            Write(session, entry, name);
            session.Say(words.Say("rename.done", words.Quoted(name)));
        }

        return ValueTask.CompletedTask;
    }

    public static bool Decide(Session session, Waiting waiting, string text)
    {
        var choice = Vocabulary.Command(text);
        if (choice is not ("keep-mine" or "keep-theirs" or "talk-together") || Find(session, waiting.Notes["subject"]) is not { } entry)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (choice == "keep-mine" && session.May(ActOf(entry)))
        {
            Write(session, entry, waiting.Notes["mine"]);
        }

        session.Say(session.Words[choice switch { "keep-mine" => "project.kept-mine", "keep-theirs" => "project.kept-theirs", _ => "project.talk-together" }]);
        return true;
    }

    public static string NameOf(Entry entry) => entry switch
    {
        Purpose purpose => purpose.Text.Text,
        Objective objective => objective.Name,
        SocialAction action => action.Name,
        Criterion criterion => criterion.Name,
        Indicator indicator => indicator.Name,
        _ => "",
    };

    /// <summary>What one must be allowed to, to change that thing.</summary>
    public static Act ActOf(Entry entry) => entry switch
    {
        Purpose => Act.RewriteProject,
        Objective => Act.ConfirmObjective,
        SocialAction => Act.DescribeAction,
        Criterion => Act.WriteCriterion,
        _ => Act.ChooseIndicator,
    };

    /// <summary>A purpose, objective, action, criterion or indicator by the key of its row.</summary>
    public static Entry? Find(Session session, string key) =>
        session.Dossier.Purposes.Cast<Entry>().Concat(session.Dossier.Objectives).Concat(session.Dossier.Actions).Concat(session.Dossier.Criteria).Concat(session.Dossier.Indicators).FirstOrDefault(entry => entry.Key == key);

    private static Entry? Subject(Session session, Draft draft) => draft.Subject is { } key ? Find(session, key) : null;

    private static void Write(Session session, Entry entry, string name) => session.Write(
        entry switch
        {
            Purpose purpose => purpose with { Text = new(name, session.Person, session.Now), Version = purpose.Version + 1 },
            Objective objective => objective with { Name = name, Version = objective.Version + 1 },
            SocialAction action => action with { Name = name, Version = action.Version + 1 },
            Criterion criterion => criterion with { Name = name, Version = criterion.Version + 1 },
            Indicator indicator => indicator with { Name = name, Version = indicator.Version + 1 },
            _ => throw new InvalidOperationException($"{entry.GetType().Name} has no name."),
        },
        "rename");
}
