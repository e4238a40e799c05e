using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// An objective made concrete: a verb, for whom, where, by when (deck row D34); how one will know is a criterion linked to it.
/// A volunteer's waits for the coordinator. Of an objective that stands only what is missing is asked.
/// </summary>
public sealed class ObjectiveGuide : Guide
{
    public const string Name = "objective";

    private const string Wish = "e2-clarifier.objectif";
    private const string ForWhom = "e2-clarifier.objectif-pour-qui";
    private const string Where = "objectif.ou";
    private const string HowMany = "objectif.combien";
    private const string ByWhen = "objectif.quand";
    private const string Wording = "objectif.phrase";
    private const string For = "objectif.finalite";

    public override string Id => Name;

    public override Act? Needs => Act.ProposeObjective;

    /// <summary>What of the five elements an objective does not say yet, and could say here.</summary>
    public static bool IsOpen(Session session, Objective objective) => Missing(session, objective).Any();

    /// <summary>The coordinator may complete any objective, and who proposed one their own until it is confirmed.</summary>
    public static bool MayComplete(Session session, Objective objective) =>
        !objective.Retired && (session.May(Act.ConfirmObjective) || (session.May(Act.ProposeObjective) && objective.Adopter is null && objective.Author == session.Person));

    public static void Complete(Session session, Objective objective)
    {
        if (!MayComplete(session, objective))
        {
            session.Refuse(Act.ConfirmObjective);
        }
        else if (!IsOpen(session, objective))
        {
            session.Say(session.Words["objective.complete"]);
        }
        else
        {
            session.Begin(Name, draft => new() { Guide = Name, Id = draft.Id, Subject = objective.Id.ToString(), SubjectVersion = objective.Version, Touched = session.Now });
        }
    }

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        if (Standing(session, draft) is { } standing)
        {
            // Each card says of which objective it asks.
            var name = session.Words.Quoted(standing.Name);
            return [.. Missing(session, standing).Select(id => (id is ForWhom or Wish ? Method.Open(session, id, Texts.Title) with { Ask = session.Words[$"ask.missing.{id}"] } : Own(session, id)) with { Hint = name })];
        }

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

        if (draft[ByWhen] is not null && session.Dossier.Purposes.Count > 1)
        {
            questions.Add(new ChoiceQuestion(For)
            {
                Ask = session.Words["ask.objectif.finalite"],
                Hint = session.Words["hint.lien.Purpose"],
                Readers = session.Words["readers.team"],
                Choices = LinkGuide.Choices(session, Way.Purpose),
            });
        }

        return questions;
    }

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        if (draft.Subject is not null)
        {
            Complete(session, draft);
            return ValueTask.CompletedTask;
        }

        var confirmed = session.May(Act.ConfirmObjective);
        Objective objective = new()
        {
            Id = Id<Objective>.Parse(draft.Id),
            Number = session.Dossier.Objectives.Select(other => other.Number).DefaultIfEmpty().Max() + 1,
            Name = NameOf(session, draft),
            ForWhom = draft.Said(ForWhom),
            HowMany = draft.Said(HowMany),
            ByWhen = draft.Said(ByWhen),
            Purposes = session.Dossier.Purposes is [var only] ? [only.Id] : [.. draft.Chosen(For).Select(Id<Purpose>.Parse)],
            Author = session.Person,
            Adopter = confirmed ? session.Person : null,
            AdoptedAt = confirmed ? session.Now : null,
            Since = session.Now,
        };
        session.Write(objective, "objective.create");
        session.Show(ObjectiveCard.For(session, objective));
        if (confirmed)
        {
            AnotherOne.Offer(session, Name);
        }
        else
        {
            session.Say(session.Words["objective.sent"]);
        }

        return ValueTask.CompletedTask;
    }

    private static void Complete(Session session, Draft draft)
    {
        var words = session.Words;
        if (Standing(session, draft) is not { } standing || standing.Version != draft.SubjectVersion)
        {
            session.Say(words.Say("action.changed-meanwhile", words.Quoted(Standing(session, draft)?.Name ?? "")));
            return;
        }

        if (!MayComplete(session, standing))
        {
            session.Refuse(Act.ConfirmObjective);
            return;
        }

        var completed = standing with
        {
            Name = draft.Said(Wish) ?? standing.Name,
            ForWhom = draft.Said(ForWhom) ?? standing.ForWhom,
            Where = draft.Said(Where) ?? standing.Where,
            HowMany = draft.Said(HowMany) ?? standing.HowMany,
            ByWhen = draft.Said(ByWhen) ?? standing.ByWhen,
        };
        if (completed != standing)
        {
            completed = completed with { Version = standing.Version + 1 };
            session.Write(completed, "objective.complete");
        }

        session.Show(ObjectiveCard.For(session, completed));
    }

    private static Objective? Standing(Session session, Draft draft) =>
        Domain.Id<Objective>.TryParse(draft.Subject, out var id) ? session.Dossier.Objectives.FirstOrDefault(objective => objective.Id == id) : null;

    private static IEnumerable<string> Missing(Session session, Objective objective)
    {
        if (objective.VerbIn(session.Words.Language) is null)
        {
            yield return Wish;
        }

        if (objective.ForWhom is null)
        {
            yield return ForWhom;
        }

        if (objective.Where is null)
        {
            yield return Where;
        }

        if (objective.ByWhen is null)
        {
            yield return ByWhen;
        }
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

    /// <summary>Asks for the next one, unless the person came from elsewhere and goes back there.</summary>
    public static void Offer(Session session, string guide)
    {
        if (session.CameFrom is not null)
        {
            NextStep.Offer(session);
            return;
        }

        session.Say(session.Words[$"{guide}.another"], session.Words["button.another"], session.Words["button.go-on"]);
        session.WaitFor(Kind, ("guide", guide));
    }

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
