using System.Text.Json.Serialization;
using SocialUtility.Domain.Reminders;

namespace SocialUtility.Domain.Associations;

/// <summary>An association that asks itself what it is good for. It owns everything in its partition.</summary>
public sealed record Association : Entry
{
    public const string RowKey = Dossier.Prefix + "association";

    public required Id<Association> Id { get; init; }

    public required string Name { get; init; }

    /// <summary>IANA time zone: overseas départements exist (domain.md 8, rule 11).</summary>
    public string TimeZone { get; init => field = value ?? "Europe/Paris"; } = "Europe/Paris";

    /// <summary>It lies in Bas-Rhin, Haut-Rhin or Moselle, which have two public holidays more.</summary>
    public bool AlsaceMoselle { get; init; }

    /// <summary>It works in August as in any month: reminders go on.</summary>
    public bool WorksInAugust { get; init; }

    /// <summary>First month of its financial year, 1 to 12.</summary>
    public int YearStartsIn { get; init => field = value is >= 1 and <= 12 ? value : 1; } = 1;

    /// <summary>What it mostly does, as somebody of it said; null while nobody was asked, or where it is none of the seven.</summary>
    public AssociationType? Type { get; init; }

    public int? Volunteers { get; init; }

    /// <summary>Salaried jobs in full-time equivalents.</summary>
    public decimal? Jobs { get; init; }

    /// <summary>
    /// So many minutes a year may go into collecting, all indicators together. Two hours a month unless the association says
    /// otherwise: beyond it counting begins to cost an activity.
    /// </summary>
    public int MinutesOfCollecting { get; init => field = value > 0 ? value : 24 * 60; } = 24 * 60;

    /// <summary>Each value waits for a second pair of eyes before it counts as seen; off where there is nobody to look.</summary>
    public bool RereadsValues { get; init; }

    /// <summary>Whom to write to about personal data (domain.md 7.3, G1).</summary>
    public string? Contact { get; init; }

    /// <summary>The worked example, not a real association.</summary>
    public bool IsExample { get; init; }

    public required DateTimeOffset Since { get; init; }

    public override string Key => RowKey;

    /// <summary>Whose public holidays it keeps.</summary>
    [JsonIgnore]
    public Territory Territory => AlsaceMoselle ? Territory.AlsaceMoselle : Holidays.Of(TimeZone);

    /// <summary>The calendar day it is for the association at that instant.</summary>
    public DateOnly Today(DateTimeOffset now) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);

    /// <summary>The partition that holds everything of this association.</summary>
    public static string Partition(Id<Association> id) => $"association|{id}";
}
