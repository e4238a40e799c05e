namespace SocialUtility.Bot.Guides;

/// <summary>How a question was answered: « je ne sais pas » and « passer » are answers.</summary>
public enum Answered
{
    Said,
    Unknown,
    Skipped,
}

/// <summary>One answer, in the person's words.</summary>
public sealed record Answer(Answered How, string Text = "", IReadOnlyList<string>? Choices = null, string? Because = null)
{
    public static Answer Unknown { get; } = new(Answered.Unknown);

    public static Answer Skipped { get; } = new(Answered.Skipped);

    public static Answer Said(string text) => new(Answered.Said, text);

    public static Answer Chosen(IReadOnlyList<string> choices, string text, string? because = null) => new(Answered.Said, text, choices, because);
}

/// <summary>
/// The answers of a guide that has begun and not ended: kept after every answer, for thirty days. Private to the person
/// until the guide ends.
/// </summary>
public sealed record Draft
{
    /// <summary>Unfinished answers are erased after this time without activity (domain.md 7.2).</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public required string Guide { get; init; }

    /// <summary>Becomes the identity of what the guide creates, so that finishing twice writes the same thing.</summary>
    public required string Id { get; init; }

    /// <summary>What is being changed or completed; null when something new is made.</summary>
    public string? Subject { get; init; }

    /// <summary>The version of the subject when the guide began.</summary>
    public int SubjectVersion { get; init; }

    /// <summary>The questions of this sitting, where they were chosen when it began; null where the guide knows them at every turn.</summary>
    public IReadOnlyList<string>? Asked { get; init; }

    public IReadOnlyDictionary<string, Answer> Answers { get; init => field = value ?? field; } = new Dictionary<string, Answer>();

    /// <summary>Where one comes back to once it is done: the command that the button named, null for nowhere.</summary>
    public string? From { get; init; }

    /// <summary>The question asked again out of order: « retour » or « corriger la question 3 ».</summary>
    public string? Again { get; init; }

    /// <summary>An answer that waits for « oui »: a surprising figure.</summary>
    public Answer? InDoubt { get; init; }

    /// <summary>The answer in doubt holds what looks personal: it waits for « retirer », « garder la phrase entière » or « ne rien garder ».</summary>
    public bool LooksPersonal { get; init; }

    /// <summary>Counts the answers: a card that shows an earlier count has already served.</summary>
    public int Turn { get; init; } = 1;

    public required DateTimeOffset Touched { get; init; }

    public Answer? this[string question] => Answers.GetValueOrDefault(question);

    /// <summary>The words of an answer; null when it is not known, skipped, or not asked yet.</summary>
    public string? Said(string question) => this[question] is { How: Answered.Said } answer ? answer.Text : null;

    /// <summary>The choices of an answer; empty when there is none.</summary>
    public IReadOnlyList<string> Chosen(string question) => this[question] is { How: Answered.Said, Choices: { } choices } ? choices : [];

    public Draft With(string question, Answer answer, DateTimeOffset now) => this with
    {
        Answers = new Dictionary<string, Answer>(Answers) { [question] = answer },
        Again = null,
        InDoubt = null,
        LooksPersonal = false,
        Turn = Turn + 1,
        Touched = now,
    };

    public Draft Without(IEnumerable<string> questions) => this with
    {
        Answers = Answers.Where(answer => !questions.Contains(answer.Key)).ToDictionary(),
    };
}
