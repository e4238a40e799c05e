namespace SocialUtility.Domain.Voices;

/// <summary>What is known of kinds of stakeholders in general.</summary>
public static class Stakeholders
{
    /// <summary>The beginnings of the words people use for a kind, folded; the first that fits wins.</summary>
    private static readonly (string Beginning, Stakeholder Kind)[] Called =
    [
        ("benevol", Stakeholder.Volunteers), ("volunteer", Stakeholder.Volunteers),
        ("salari", Stakeholder.Employees), ("employ", Stakeholder.Employees), ("staff", Stakeholder.Employees),
        ("conseil d'administration", Stakeholder.Board), ("administrat", Stakeholder.Board), ("bureau", Stakeholder.Board), ("board", Stakeholder.Board),
        ("jeune", Stakeholder.YoungPeople), ("young", Stakeholder.YoungPeople), ("enfant", Stakeholder.YoungPeople), ("children", Stakeholder.YoungPeople),
        ("famille", Stakeholder.Families), ("famil", Stakeholder.Families), ("parent", Stakeholder.Families), ("proche", Stakeholder.Families),
        ("participant", Stakeholder.Participants), ("adherent", Stakeholder.Participants),
        ("voisin", Stakeholder.Neighbours), ("habitant", Stakeholder.Neighbours), ("riverain", Stakeholder.Neighbours), ("neighbour", Stakeholder.Neighbours), ("resident", Stakeholder.Neighbours),
        ("association", Stakeholder.Associations),
        ("ecole", Stakeholder.Schools), ("college", Stakeholder.Schools), ("lycee", Stakeholder.Schools), ("school", Stakeholder.Schools),
        ("entreprise", Stakeholder.Businesses), ("commerc", Stakeholder.Businesses), ("business", Stakeholder.Businesses), ("shop", Stakeholder.Businesses),
        ("commune", Stakeholder.Authorities), ("mairie", Stakeholder.Authorities), ("departement", Stakeholder.Authorities), ("region", Stakeholder.Authorities),
        ("elu", Stakeholder.Authorities), ("municipal", Stakeholder.Authorities), ("collectivit", Stakeholder.Authorities), ("authorit", Stakeholder.Authorities),
    ];

    /// <summary>Who may stand on the other side of an agreement.</summary>
    public static IReadOnlyList<Stakeholder> OfPartners { get; } =
        [Stakeholder.Authorities, Stakeholder.Associations, Stakeholder.Schools, Stakeholder.Businesses];

    /// <summary>Whom nearly every association concerns: asked after where it has not said whom it concerns.</summary>
    public static IReadOnlyList<Stakeholder> Usual { get; } =
        [Stakeholder.Volunteers, Stakeholder.Board, Stakeholder.Participants, Stakeholder.Neighbours, Stakeholder.YoungPeople, Stakeholder.Authorities];

    /// <summary>The kind that an association calls so in its own words (« la commune », « jeunes »); null where that cannot be told.</summary>
    public static Stakeholder? Named(string words)
    {
        var said = words.Folded().Trim();
        foreach (var article in (string[])["les ", "des ", "la ", "le ", "l'", "d'", "nos ", "the ", "our "])
        {
            if (said.StartsWith(article, StringComparison.Ordinal))
            {
                said = said[article.Length..];
                break;
            }
        }

        foreach (var (beginning, kind) in Called)
        {
            if (said.StartsWith(beginning, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
