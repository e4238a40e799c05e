using System.Globalization;

namespace SocialUtility.Domain.Associations;

/// <summary>Who did what, when: written in the same batch as the change; no content (domain.md 7.3, G14).</summary>
public sealed record JournalLine : Entry
{
    public const string Prefix = "journal|";

    public required DateTimeOffset At { get; init; }

    public required Person By { get; init; }

    /// <summary>A subject and a verb: <c>objective.create</c>.</summary>
    public required string What { get; init; }

    /// <summary>The key of the row it was done to.</summary>
    public required string Subject { get; init; }

    public override string Key => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{At.UtcDateTime:yyyyMMddHHmmssfffffff}|{What}|{Subject}");
}
