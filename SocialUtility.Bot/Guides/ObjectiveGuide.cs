using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>An objective made concrete: a verb, for whom, how many, by when (deck row D34). A volunteer's waits for the coordinator.</summary>
public sealed class ObjectiveGuide : Guide
{
    public const string Name = "objective";

    private const string Wish = "e2-clarifier.objectif";
    private const string ForWhom = "e2-clarifier.objectif-pour-qui";
    private const string HowMany = "objectif.combien";
    private const string ByWhen = "objectif.quand";
    private const string Wording = "objectif.phrase";

    public override string Id => Name;

    public override Act? Needs => Act.ProposeObjective;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        List<Question> questions =
        [
            Method.Open(session, Wish, Texts.Title, mayStayOpen: false),
            Method.Open(session, ForWhom, Texts.Title),
            Own(session, HowMany),
            Own(session, ByWhen),
        ];
        if (draft[ByWhen] is not null && Concrete(session, draft) is { } concrete && concrete != draft.Said(Wish))
        {
            questions.Add(new ChoiceQuestion(Wording)
            {
                Ask = session.Words["ask.objectif.phrase"],
                Hint = session.Words["hint.objectif.phrase"],
                Readers = session.Words["readers.team"],
                Choices = [new("concrete", concrete), new("first", draft.Said(Wish)!)],
                OrOwnWords = true,
                MayStayOpen = false,
            });
        }

        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var confirmed = session.May(Act.ConfirmObjective);
        Objective objective = new()
        {
            Id = Id<Objective>.Parse(draft.Id),
            Number = session.Dossier.Objectives.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Name = NameOf(session, draft),
            ForWhom = draft.Said(ForWhom),
            HowMany = draft.Said(HowMany),
            ByWhen = draft.Said(ByWhen),
            Purposes = [.. session.Dossier.Purposes.Take(1).Select(purpose => purpose.Id)],
            Author = session.Person,
            Adopter = confirmed ? session.Person : null,
            Since = session.Now,
        };
        session.Write(objective, "objective.create");
        session.Show(ObjectiveCard.For(session, objective));
        session.Say(session.Words[confirmed ? "objective.another" : "objective.sent"], confirmed ? [session.Words["button.another"], session.Words["button.go-on"]] : []);
        if (confirmed)
        {
            session.WaitFor(AnotherOne.Kind, ("guide", Name));
        }

        return ValueTask.CompletedTask;
    }

    private static string NameOf(Session session, Draft draft) => draft[Wording] switch
    {
        { How: Answered.Said, Choices: null, Text: var own } => own,
        { How: Answered.Said, Choices: ["concrete"] } => Concrete(session, draft)!,
        _ => draft.Said(Wish)!,
    };

    /// <summary>The wish with its details, so that one sees one day whether it worked: only a proposal.</summary>
    private static string? Concrete(Session session, Draft draft)
    {
        var words = session.Words;
        var sentence = words.Opening(draft.Said(Wish)!.TrimEnd('.', ' '));
        var who = draft.Said(ForWhom) is { } whom ? Lower(words, StartsWithFor(whom) ? whom : words.Say("objective.for", whom)) : null;
        var many = draft.Said(HowMany);
        var detail = (who, many) switch
        {
            (null, null) => "",
            (null, _) => " " + words.Say("objective.people", many),
            (_, null) => " " + who,
            _ => $" {who} ({words.Say("objective.people", many)})",
        };
        var by = draft.Said(ByWhen) is { } when ? words.Say(Domain.Texts.Folded(when).StartsWith("d'ici", StringComparison.Ordinal) ? "objective.as-said" : "objective.by", Lower(words, when)) : "";
        var concrete = sentence + detail + by;
        return concrete.Length <= Texts.Title ? concrete : null;
    }

    private static bool StartsWithFor(string text) => text.Folded().StartsWith("pour ", StringComparison.Ordinal) || text.Folded().StartsWith("for ", StringComparison.Ordinal);

    private static string Lower(Wording.Words words, string text) => text.Length > 1 && !char.IsUpper(text[1]) ? char.ToLower(text[0], words.Culture) + text[1..].TrimEnd('.', ' ') : text.TrimEnd('.', ' ');

    private static OpenQuestion Own(Session session, string id) => new(id, Texts.Title)
    {
        Ask = session.Words[$"ask.{id}"],
        Hint = session.Words.Has($"hint.{id}") ? session.Words[$"hint.{id}"] : null,
        Placeholder = session.Words[$"placeholder.{id}"],
        Readers = session.Words["readers.team"],
    };
}

/// <summary>« Une autre ? » after something was added.</summary>
public static class AnotherOne
{
    public const string Kind = "another";

    public static bool Decide(Session session, Waiting waiting, string text)
    {
        switch (Vocabulary.Command(text))
        {
            case "yes" or "another":
                session.Begin(waiting.Notes["guide"]);
                return true;
            case "no" or "continue" or "go-on" or "later":
                session.Desk = session.Desk with { Waiting = null };
                NextStep.Offer(session);
                return true;
            case null:
                // What is typed instead is the next one's name.
                session.Begin(waiting.Notes["guide"]);
                session.HearAgain = text;
                return true;
            default:
                return false;
        }
    }
}
