using SocialUtility.Domain.Associations;

namespace SocialUtility.Domain.Projects;

/// <summary>What was answered to a question of the project instead of mending it.</summary>
public enum Aside
{
    /// <summary>« C'est voulu »: it is not asked again this year.</summary>
    Wanted,

    /// <summary>« En parler à la réunion »: it waits there.</summary>
    Meeting,
}

/// <summary>An answer to a <see cref="Finding"/>, for one year of the association; the next year asks again.</summary>
public sealed record SetAside : Entry
{
    public const string Prefix = Dossier.Prefix + "aside|";

    /// <summary>The <see cref="Finding.Id"/>.</summary>
    public required string Finding { get; init; }

    public required Aside How { get; init; }

    /// <summary>The year in which the association's year starts.</summary>
    public required int Year { get; init; }

    /// <summary>In the words of who answered; null where they gave no reason.</summary>
    public string? Because { get; init; }

    public required Person By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Taken back: the question is open again.</summary>
    public bool Withdrawn { get; init; }

    public override string Key => Prefix + Finding;
}
