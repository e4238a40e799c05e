namespace SocialUtility.Domain.Associations;

/// <summary>What an association mostly does: the seven fields that have a starter pack and examples of their own (domain.md, section 2).</summary>
public enum AssociationType
{
    /// <summary>Solidarité, aide alimentaire.</summary>
    Solidarity,

    /// <summary>Centre social, maison de quartier.</summary>
    CommunityCentre,

    /// <summary>Sport et loisirs.</summary>
    Sport,
    Culture,

    /// <summary>Insertion et emploi.</summary>
    Employment,
    Environment,

    /// <summary>Accès aux droits, inclusion numérique.</summary>
    Rights,
}
