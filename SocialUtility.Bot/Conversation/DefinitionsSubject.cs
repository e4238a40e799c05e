using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « objectifs », « actions », and the lists of criteria and indicators: what the association has defined; one of them is seen,
/// renamed, linked or retired.
/// </summary>
public sealed class DefinitionsSubject : ISubject
{
    private static readonly string[] Subjects = ["objective", "action", "criterion", "indicator"];

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["objectives"] = (session, _) => session.AsMember(() => List(session, "objective", 0, begin: true)),
        ["actions"] = (session, _) => session.AsMember(() => List(session, "action", 0, begin: true)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons
    {
        get
        {
            var buttons = new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
            {
                ["objective.confirm"] = (session, submission, _) => session.AsMember(() => Confirm(session, submission)),
                ["action.link"] = (session, submission, _) => session.AsMember(() => Link(session, submission)),
            };
            foreach (var subject in Subjects)
            {
                buttons[$"{subject}.list"] = (session, submission, _) => session.AsMember(() => List(session, subject, submission.Page, begin: false, Enum.TryParse<Origin>(submission["origine"], out var origin) ? origin : null));
                buttons[$"{subject}.show"] = (session, submission, cancellation) => session.AsMember(() => ShowAsync(session, submission, subject, cancellation));
                buttons[$"{subject}.edit"] = (session, submission, _) => session.AsMember(() => On(session, submission, subject, entry => RenameGuide.Begin(session, entry)));
                buttons[$"{subject}.retire"] = (session, submission, _) => session.AsMember(() => On(session, submission, subject, entry => RetireSubject.Ask(session, entry)));
                buttons[$"{subject}.add"] = (session, submission, _) => session.AsMember(() => Add(session, subject, submission));
            }

            return buttons;
        }
    }

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [AnotherOne.Kind] = (session, waiting, text, _) => ValueTask.FromResult(AnotherOne.Decide(session, waiting, text)),
        [RenameGuide.TwoVersions] = (session, waiting, text, _) => ValueTask.FromResult(RenameGuide.Decide(session, waiting, text)),
    };

    internal static void List(Session session, string subject, int page, bool begin, Origin? origin = null)
    {
        var words = session.Words;
        var file = session.Dossier;
        var objectives = file.Objectives.Where(objective => !objective.Retired).ToList();
        List<Listed> lines = subject switch
        {
            "objective" => [.. objectives.Select(objective => new Listed(
                objective,
                words.Say("list.objective.line", objective.Number, objective.Name),
                objective.Adopter is null ? words["objective.proposed"] : words.Count("objective.actions", file.Actions.Count(action => !action.Retired && action.Serves(objective)))))],
            "action" => [.. file.Actions.Where(action => !action.Retired).Select(action => new Listed(action, action.Name, Serves(words, objectives, action)))],
            "criterion" => [.. file.Criteria.Where(criterion => !criterion.Retired && (origin is null || criterion.Origin == origin)).Select(criterion => new Listed(
                criterion,
                criterion.Name,
                words.Say("list.criterion.line", words.Opening(words["origin." + criterion.Origin]), words.Count("criterion.indicators", file.Indicators.Count(indicator => !indicator.Retired && indicator.Criterion == criterion.Id)))))],
            _ => [.. file.Indicators.Where(indicator => !indicator.Retired).Select(indicator => new Listed(
                indicator,
                indicator.Name,
                words.Say(
                    indicator.IsPaused ? "list.indicator.paused" : "list.indicator.line",
                    words.Quoted(CardParts.Plain(file.Find(indicator.Criterion)?.Name ?? "")),
                    words.Frequency(indicator.Frequency))))],
        };
        var mayAdd = session.May(AddingAct(subject));
        if (lines.Count == 0 && begin && mayAdd)
        {
            Add(session, subject, null);
            return;
        }

        // Whose criteria they are can be asked for once they are of more than one (deck row D42).
        var origins = subject == "criterion" ? file.Criteria.Where(criterion => !criterion.Retired).Select(criterion => criterion.Origin).Distinct().Order().ToList() : [];
        session.Show(ListCard.For(session, subject, lines, page, session.May(ChangingAct(subject)), mayAdd, origins.Count > 1 ? origins : [], origin));
    }

    private static string Serves(Wording.Words words, List<Objective> objectives, SocialAction action)
    {
        var numbers = objectives.Where(action.Serves).Select(objective => objective.Number.ToString(words.Culture)).ToList();
        return numbers.Count switch
        {
            0 => words["action.orphan"],
            1 => words.Say("action.serves.1", numbers[0]),
            _ => words.Say("action.serves", words.List(numbers)),
        };
    }

    private static void Add(Session session, string subject, Submission? submission)
    {
        if (subject == "indicator" && session.Dossier.Criteria.All(criterion => criterion.Retired))
        {
            session.Say(session.Words["indicator.no-criterion"]);
            session.Begin(CriterionGuide.Name);
            return;
        }

        if (subject == "indicator" && session.May(Act.ChooseIndicator))
        {
            // An indicator asked for from a criterion's card is for that criterion.
            IndicatorSubject.AskOrAdd(session, submission?.Id<Criterion>("criterion"));
            return;
        }

        session.Begin(subject);
    }

    private static ValueTask ShowAsync(Session session, Submission submission, string subject, CancellationToken cancellation)
    {
        if (Named(session, submission, subject) is { } entry)
        {
            return ShowAsync(session, entry, cancellation);
        }

        session.Say(session.Words["not-found"]);
        return ValueTask.CompletedTask;
    }

    internal static async ValueTask ShowAsync(Session session, Entry entry, CancellationToken cancellation) => session.Show(entry switch
    {
        Objective objective => ObjectiveCard.For(session, objective),
        Criterion criterion => CriterionCard.For(session, criterion, []),
        Indicator indicator => IndicatorCard.For(session, await IndicatorSheet.OfAsync(session, indicator, cancellation)),
        SocialAction action => ActionCard.For(session, action),
        _ => throw new InvalidOperationException($"No card for {entry.GetType().Name}."),
    });

    private static void Confirm(Session session, Submission submission) => On(session, submission, "objective", entry =>
    {
        var objective = (Objective)entry;
        if (!session.May(Act.ConfirmObjective))
        {
            session.Refuse(Act.ConfirmObjective);
        }
        else if (objective.Adopter is not null || objective.Version != submission.Version)
        {
            session.Instead(StaleCard.For(session));
            session.Show(ObjectiveCard.For(session, objective));
        }
        else
        {
            var confirmed = objective with { Adopter = session.Person, AdoptedAt = session.Now, Version = objective.Version + 1 };
            session.Write(confirmed, "objective.confirm");
            session.Instead(ObjectiveCard.For(session, confirmed));
        }
    });

    private static void Link(Session session, Submission submission) => On(session, submission, "action", entry =>
    {
        if (session.Dossier.Objectives.All(objective => objective.Retired))
        {
            session.Say(session.Words["action.no-objective"]);
            session.Begin(ObjectiveGuide.Name);
            return;
        }

        session.Begin(ActionGuide.Name, draft => new()
        {
            Guide = draft.Guide,
            Id = draft.Id,
            Subject = ((SocialAction)entry).Id.ToString(),
            SubjectVersion = entry.Version,
            Touched = session.Now,
        });
    });

    private static void On(Session session, Submission submission, string subject, Action<Entry> what)
    {
        if (Named(session, submission, subject) is { } entry)
        {
            what(entry);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }

    /// <summary>What a button names, by the key of its row or by its identity; only what the association has.</summary>
    private static Entry? Named(Session session, Submission submission, string subject)
    {
        var key = submission.Has("ligne") ? submission["ligne"] : $"{Dossier.Prefix}{subject}|{submission[subject]}";
        return key.StartsWith($"{Dossier.Prefix}{subject}|", StringComparison.Ordinal) ? RenameGuide.Find(session, key) : null;
    }

    private static Act AddingAct(string subject) => subject switch
    {
        "objective" => Act.ProposeObjective,
        "action" => Act.DescribeAction,
        "criterion" => Act.WriteCriterion,
        _ => Act.ChooseIndicator,
    };

    private static Act ChangingAct(string subject) => subject == "objective" ? Act.ConfirmObjective : AddingAct(subject);
}
