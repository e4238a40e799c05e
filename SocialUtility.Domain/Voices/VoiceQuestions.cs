using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Domain.Voices;

/// <summary>
/// Which questions of step e3 are put to one person: three at most at a time, what works less well and what nobody expected
/// on purpose, and all of them over time (domain.md 1.5, étape 3).
/// </summary>
public static class VoiceQuestions
{
    public const int AtMost = 3;

    /// <summary>Asked where somebody gives no question of their own to a sheet or to words reported.</summary>
    public const string Usual = "e3-recueillir.apport-autres";

    private const string Step = "e3-recueillir";
    private const string Moment = $"{Step}.moment";
    private const string Consent = $"{Step}.anonymat";

    /// <summary>Asked on purpose: nobody says them unasked.</summary>
    private static readonly string[] OnPurpose = [$"{Step}.inattendu", $"{Step}.limites"];

    /// <summary>In the order of the method; not the one about being quoted, which asks for no words.</summary>
    public static IReadOnlyList<MethodQuestion> All { get; } =
        [.. MethodQuestions.Instance.Steps.Single(step => step.Id == Step).Questions.Where(question => question.Id != Consent)];

    public static bool Exists(string id) => All.Any(question => question.Id == id);

    /// <summary>What is worth asking that kind of person.</summary>
    public static IReadOnlyList<MethodQuestion> For(Stakeholder kind) => [.. All.Where(question => IsFor(question, kind))];

    /// <summary>
    /// What is worth asking one person, the most useful first, whatever kind of stakeholder they turn out to be: what they have
    /// not answered, what is put to few before what is put to all, and what the association has heard least of.
    /// </summary>
    /// <param name="own">The person's own voices, the withdrawn ones too: an answer taken back is not asked for again.</param>
    /// <param name="all">The association's.</param>
    public static IReadOnlyList<string> Order(IReadOnlyCollection<Voice> own, IReadOnlyCollection<Voice> all)
    {
        int Answers(string id) => own.Count(voice => voice.Question == id);
        var heard = all.CountBy(voice => voice.Question).ToDictionary();
        var purpose = OnPurpose.Where(id => Answers(id) == 0).ToList();
        return
        [
            .. All.Where(question => !OnPurpose.Contains(question.Id) && Answers(question.Id) == 0)
                .OrderBy(question => question.Audience == "tous")
                .ThenBy(question => heard.GetValueOrDefault(question.Id))
                .Select(question => question.Id),
            // Once both are answered, one of them is asked again: what has been seen since.
            .. purpose.Count > 0 ? purpose : [OnPurpose.MinBy(Answers)!],
        ];
    }

    /// <summary>Three at most of that order, for that kind of person. Who has answered everything is asked for another moment.</summary>
    public static IReadOnlyList<string> Three(IReadOnlyList<string> order, Stakeholder kind)
    {
        var purpose = order.Where(OnPurpose.Contains).Take(AtMost - 1).ToList();
        var others = order.Where(id => All.FirstOrDefault(question => question.Id == id) is { } question && !OnPurpose.Contains(id) && IsFor(question, kind)).Take(AtMost - purpose.Count).ToList();
        return [.. others.Count > 0 ? others : [Moment], .. purpose];
    }

    private static bool IsFor(MethodQuestion question, Stakeholder kind) => question.Audience switch
    {
        "usager" => kind is Stakeholder.Participants or Stakeholder.Families or Stakeholder.Neighbours or Stakeholder.YoungPeople,
        "partenaire" => Stakeholders.OfPartners.Contains(kind),
        _ => true,
    };
}
