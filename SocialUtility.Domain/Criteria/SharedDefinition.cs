using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Criteria;

/// <summary>A criterion with its words as they were adopted, and what each group thought of it.</summary>
public sealed record AdoptedCriterion
{
    public required Id<Criterion> Id { get; init; }

    public required string Name { get; init; }

    public string? Definition { get; init; }

    public string? Seen { get; init; }

    public string? Singular { get; init; }

    public string? Dimension { get; init; }

    public required Origin Origin { get; init; }

    public IReadOnlyList<GroupOpinion> Opinions { get; init => field = value ?? []; } = [];

    public IReadOnlyList<Stance> Institutions { get; init => field = value ?? []; } = [];
}

/// <summary>Words of somebody who did not agree; the kind only where it may be shown.</summary>
public sealed record KeptDisagreement(string Text, Stakeholder? Kind, string? About);

/// <summary>
/// The association's definition of its social utility as the board adopted it, on a day (deck row D32). Versioned; what was
/// adopted once is never changed.
/// </summary>
public sealed record SharedDefinition : Entry
{
    public const string Prefix = Deliberation.Prefix + "definition|";

    /// <summary>1 for the first one adopted.</summary>
    public required int Number { get; init; }

    public required IReadOnlyList<AdoptedCriterion> Criteria { get; init; }

    public IReadOnlyList<KeptDisagreement> Disagreements { get; init => field = value ?? []; } = [];

    /// <summary>Who was heard, and who was not: it always stands beside the definition (deck row D18).</summary>
    public required Hearing Hearing { get; init; }

    /// <summary>The day on which the board decided.</summary>
    public DateOnly AdoptedOn { get; init; }

    /// <summary>Who wrote the decision down.</summary>
    public required Person By { get; init; }

    public override string Key => KeyOf(Number);

    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:0000}");

    /// <summary>The definition as it stands now, with what was thought of it when last asked.</summary>
    /// <param name="dossier">What the association has defined.</param>
    /// <param name="last">What was said of each thing when it was last asked about.</param>
    /// <param name="disagreements">What people said who do not agree.</param>
    /// <param name="hearing">Who was heard.</param>
    /// <param name="number">Which version it would be.</param>
    /// <param name="by">Who would write it down.</param>
    /// <param name="on">The day it would be adopted.</param>
    public static SharedDefinition Of(Dossier dossier, IReadOnlyList<Result> last, IReadOnlyList<Disagreement> disagreements, Hearing hearing, int number, Person by, DateOnly on)
    {
        var criteria = dossier.Criteria.Where(criterion => !criterion.Retired).ToList();
        var objections = last
            .Where(result => result.Asked.Id == Consultation.Whole || criteria.Exists(criterion => criterion.Id.ToString() == result.Asked.Id))
            .SelectMany(result => result.Reasons.Where(reason => reason.Choice == Choice.Objection).Select(reason => new KeptDisagreement(reason.Text, reason.Kind, NameOf(result.Asked)))
                .Concat(result.Institutions.Where(stance => stance is { Choice: Choice.Objection or Choice.Secondary, Why: not null }).Select(stance => new KeptDisagreement(stance.Why!, stance.Kind, NameOf(result.Asked)))));
        return new()
        {
            Number = number,
            Criteria = [.. criteria.Select(criterion => Adopted(criterion, last))],
            Disagreements =
            [
                .. disagreements.Select(one => new KeptDisagreement(one.Text, one.Official ? one.Kind : null, one.Criterion is { } id ? dossier.Find(id)?.Name : null)),
                .. objections,
            ],
            Hearing = With(hearing, last),
            AdoptedOn = on,
            By = by,
        };
    }

    /// <summary>Who gave an opinion was heard as well; of groups too few to be shown apart, all that are shown together.</summary>
    private static Hearing With(Hearing hearing, IReadOnlyList<Result> last)
    {
        var spoke = last.SelectMany(result => result.Groups.SelectMany(group => group.Kinds).Concat(result.Institutions.Select(stance => stance.Kind))).ToHashSet();
        return hearing with
        {
            Heard = [.. hearing.Heard.Union(spoke).Order()],
            NotHeard = [.. hearing.NotHeard.Where(kind => !spoke.Contains(kind))],
        };
    }

    private static string? NameOf(Asked asked) => asked.Id == Consultation.Whole ? null : asked.Name;

    private static AdoptedCriterion Adopted(Criterion criterion, IReadOnlyList<Result> last)
    {
        var result = last.FirstOrDefault(result => result.Asked.Id == criterion.Id.ToString());
        return new()
        {
            Id = criterion.Id,
            Name = criterion.Name,
            Definition = criterion.Definition,
            Seen = criterion.Seen,
            Singular = criterion.Singular,
            Dimension = criterion.Dimension,
            Origin = criterion.Origin,
            Opinions = result?.Groups ?? [],
            Institutions = result?.Institutions ?? [],
        };
    }
}
