using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Steps;

/// <summary>The steps of the method as far as something of them can be seen: e0 to e7, and what they are for (domain.md 1.4).</summary>
public enum MethodStep
{
    Launch,
    Frame,
    Clarify,
    Hear,
    Define,
    Choose,
    Record,
    Understand,
    Use,
}

/// <summary>The three parts of the way: the promise, the proof, the use (Avise; domain.md section 0, point 3).</summary>
public enum Part
{
    Define,
    Measure,
    Use,
}

/// <summary>How far a step is: a gap is a question, never a fault.</summary>
public enum Reached
{
    Open,
    Begun,
    Done,
}

/// <summary>What of the association lies beside its definitions and tells where it stands.</summary>
public sealed record Beside
{
    /// <summary>What everybody answered for themselves.</summary>
    public IReadOnlyList<MethodAnswer> Everybody { get; init; } = [];

    /// <summary>The kinds of people whose words are kept.</summary>
    public IReadOnlyList<Stakeholder> Heard { get; init; } = [];

    /// <summary>Something was recorded this year or the year before.</summary>
    public bool HasReadings { get; init; }

    public bool BoardSits { get; init; }

    /// <summary>How far the criteria in use have their conclusion for this year or the one before.</summary>
    public Reached Concluded { get; init; }

    /// <summary>The day on which the board agreed to start.</summary>
    public DateOnly? Agreed { get; init; }

    /// <summary>The day on which the board adopted the definition.</summary>
    public DateOnly? Adopted { get; init; }
}

/// <summary>One step: how far, and who is expected. Roles and never people: nobody is pointed at.</summary>
/// <param name="Step">Which one.</param>
/// <param name="Reached">How far it is.</param>
/// <param name="Awaited">Whose turn it is; empty once it is done.</param>
/// <param name="CanBegin">What it needs is there: an indicator needs a criterion, a reading an indicator.</param>
public sealed record StepReached(MethodStep Step, Reached Reached, IReadOnlyList<Role> Awaited, bool CanBegin = true)
{
    public Part Part => Step switch
    {
        MethodStep.Choose or MethodStep.Record => Part.Measure,
        MethodStep.Understand or MethodStep.Use => Part.Use,
        _ => Part.Define,
    };
}

/// <summary>« Où en est-on »: the steps done and open, from what exists and from nothing else.</summary>
public sealed record Progress(IReadOnlyList<StepReached> Steps)
{
    /// <summary>Where nobody has said yet who is concerned, this many kinds of people heard make a good round.</summary>
    private const int GoodRound = 3;

    public static Progress Of(Dossier file, Beside beside) => new(
    [
        Launch(file, beside),
        Frame(file, beside),
        Clarify(file),
        Hear(file, beside),
        Define(file, beside),
        Choose(file),
        Record(file, beside),
        Understand(beside),
        // One never has done with using it.
        new(MethodStep.Use, beside.HasReadings ? Reached.Begun : Reached.Open, [Role.Board, Role.Coordinator], CanBegin: beside.HasReadings),
    ]);

    /// <summary>How far a part is: its steps taken together.</summary>
    public Reached Of(Part part)
    {
        var steps = Steps.Where(step => step.Part == part).ToList();
        return steps.TrueForAll(step => step.Reached == Reached.Done) ? Reached.Done
            : steps.TrueForAll(step => step.Reached == Reached.Open) ? Reached.Open
            : Reached.Begun;
    }

    /// <summary>The kinds of people that anybody named as concerned, in the order of the list.</summary>
    public static IReadOnlyList<Stakeholder> Named(IEnumerable<MethodAnswer> everybody, string question) =>
    [
        .. everybody.Where(answer => answer.Question == question)
            .SelectMany(answer => answer.Choices)
            .Select(choice => Enum.TryParse<Stakeholder>(choice, out var kind) && Enum.IsDefined(kind) && choice == kind.ToString() ? kind : (Stakeholder?)null)
            .OfType<Stakeholder>()
            .Distinct()
            .Order(),
    ];

    private static StepReached Launch(Dossier file, Beside beside) => Answered(MethodStep.Launch, "e0-decider", file, beside, beside.Agreed is not null);

    private static StepReached Frame(Dossier file, Beside beside)
    {
        const string Step = "e1-cadrer";
        var open = OpenIn(Step, file, beside);
        return Answered(MethodStep.Frame, Step, file, beside, open.Count == 0);
    }

    private static StepReached Answered(MethodStep step, string id, Dossier file, Beside beside, bool done)
    {
        var awaited = OpenIn(id, file, beside).Select(question => question.Audience).Distinct().Select(audience => audience switch
        {
            Audience.Board when beside.BoardSits => Role.Board,
            Audience.Board or Audience.Coordination => Role.Coordinator,
            _ => Role.Volunteer,
        }).Distinct().ToList();
        var begun = file.Answers.Keys.Concat(beside.Everybody.Select(answer => answer.Question)).Any(question => question.StartsWith(id + ".", StringComparison.Ordinal));
        return new(step, done ? Reached.Done : begun ? Reached.Begun : Reached.Open, done ? [] : awaited);
    }

    /// <summary>The questions of that step which nobody has answered.</summary>
    private static List<Catalogue.MethodQuestion> OpenIn(string step, Dossier file, Beside beside) =>
    [
        .. Catalogue.MethodQuestions.Instance.Steps.First(one => one.Id == step).Questions
            .Where(question => !file.Answers.ContainsKey(question.Id) && beside.Everybody.All(answer => answer.Question != question.Id)),
    ];

    private static StepReached Clarify(Dossier file)
    {
        var objectives = file.Objectives.Where(objective => !objective.Retired).ToList();
        var confirmed = objectives.Exists(objective => objective.Adopter is not null);
        var acts = file.Actions.Any(action => !action.Retired);
        var said = file.Purposes.Count > 0 || file.Statement is not { Origin: null, Need: null, Dream: null, Values: null, Difference: null };
        var done = file.Purposes.Count > 0 && confirmed && acts;
        List<Role> awaited = [];
        if (file.Purposes.Count == 0 || !confirmed)
        {
            awaited.Add(Role.Coordinator);
        }

        if (!acts)
        {
            awaited.Add(Role.Volunteer);
        }

        return new(MethodStep.Clarify, done ? Reached.Done : said || objectives.Count > 0 || acts ? Reached.Begun : Reached.Open, awaited);
    }

    private static StepReached Hear(Dossier file, Beside beside)
    {
        var named = Named(beside.Everybody, "e1-cadrer.parties");
        var done = named.Count > 0 ? !named.Except(beside.Heard).Any() : beside.Heard.Count >= GoodRound;
        return new(MethodStep.Hear, done ? Reached.Done : beside.Heard.Count > 0 || file.Statement.Heard.Count > 0 ? Reached.Begun : Reached.Open, done ? [] : [Role.Volunteer]);
    }

    private static StepReached Define(Dossier file, Beside beside)
    {
        var begun = file.Criteria.Any(criterion => !criterion.Retired);
        return beside.Adopted is not null
            ? new(MethodStep.Define, Reached.Done, [])
            : new(MethodStep.Define, begun ? Reached.Begun : Reached.Open, begun ? [Role.Coordinator, Role.Board] : [Role.Coordinator]);
    }

    private static StepReached Choose(Dossier file)
    {
        var criteria = ProjectTree.Of(file).Criteria;
        var done = criteria.Count > 0 && criteria.All(measured => measured.Indicators.Count > 0);
        return new(MethodStep.Choose, done ? Reached.Done : criteria.Any(measured => measured.Indicators.Count > 0) ? Reached.Begun : Reached.Open, done ? [] : [Role.Coordinator], CanBegin: criteria.Count > 0);
    }

    private static StepReached Record(Dossier file, Beside beside) => beside.HasReadings
        ? new(MethodStep.Record, Reached.Done, [])
        : new(MethodStep.Record, Reached.Open, [Role.Keeper, Role.Volunteer], CanBegin: file.Indicators.Any(indicator => !indicator.Retired));

    /// <summary>Everybody answers there; the sentence is the coordination's, the decision the board's (domain.md 1.5, étape 7).</summary>
    private static StepReached Understand(Beside beside) => beside.Concluded == Reached.Done
        ? new(MethodStep.Understand, Reached.Done, [])
        : new(MethodStep.Understand, beside.Concluded, beside.BoardSits ? [Role.Coordinator, Role.Board] : [Role.Coordinator], CanBegin: beside.HasReadings || beside.Concluded == Reached.Begun);
}
