using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>How far a table that somebody sent has come.</summary>
public enum ImportState
{
    /// <summary>What it would do was shown; nothing is written.</summary>
    Shown,

    /// <summary>It was confirmed, and is being written: whatever happens, it is written to its end.</summary>
    Going,

    Done,
}

/// <summary>
/// A table of readings that one person sent: kept from the moment it is shown until the next one, so that what was shown is what
/// is written. One a person.
/// </summary>
public sealed record Import : Entry
{
    public const string Prefix = "import|";

    public required Person By { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Another for each table that is sent: the form that confirms names it.</summary>
    public required string Form { get; init; }

    /// <summary>Its lines, packed (<see cref="ImportLines"/>).</summary>
    public required string Lines { get; init; }

    /// <summary>What was shown (<see cref="ImportPlan.Fingerprint"/>).</summary>
    public required string Fingerprint { get; init; }

    public ImportState State { get; init; }

    /// <summary>The lines that were asked about and answered with yes.</summary>
    public IReadOnlyList<int> Sure { get; init => field = value ?? []; } = [];

    /// <summary>The word of why for those lines.</summary>
    public string? Why { get; init; }

    /// <summary>How many values were written.</summary>
    public int Written { get; init; }

    /// <summary>How many were left out because somebody noted something else while they were being written.</summary>
    public int LeftOut { get; init; }

    public override string Key => KeyOf(By);

    public static string KeyOf(Person person) => Prefix + person.Key;
}

/// <summary>The lines of a table as they are kept: small, and read again against the definitions as they stand then.</summary>
public static class ImportLines
{
    public static string Pack(IReadOnlyList<ImportLine> lines)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, [.. lines.Select(Stored)], KeptLineJson.Default.IReadOnlyListKeptLine);
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>As they were read; a line whose indicator is there no more says so.</summary>
    public static IReadOnlyList<ImportLine> Unpack(string packed, Dossier dossier, Person by, DateTimeOffset at)
    {
        using var zip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed), writable: false), CompressionMode.Decompress);
        return [.. JsonSerializer.Deserialize(zip, KeptLineJson.Default.IReadOnlyListKeptLine)!.Select(line => Read(line, dossier, by, at))];
    }

    private static KeptLine Stored(ImportLine line) => new()
    {
        Row = line.Row,
        Name = line.Name,
        Slip = line.Slip,
        Indicator = line.Recording?.Indicator.Id,
        Period = line.Recording?.Period,
        Reading = line.Recording?.Reading,
        Context = line.Recording?.Context,
        Because = line.Recording?.Because,
        Proof = line.Recording?.Proof,
        Seen = line.Recording?.Seen ?? 0,
    };

    private static ImportLine Read(KeptLine line, Dossier dossier, Person by, DateTimeOffset at)
    {
        if (line is not { Indicator: { } id, Period: { } period, Reading: { } reading })
        {
            return new(line.Row, line.Name, null, line.Slip);
        }

        return dossier.Find(id) is not { } indicator ? new(line.Row, line.Name, null, ImportSlip.NoIndicator) : new(line.Row, line.Name, new()
        {
            Indicator = indicator,
            Period = period,
            Reading = reading,
            Context = line.Context,
            Because = line.Because,
            Proof = line.Proof,
            By = by,
            At = at,
            Seen = line.Seen,
        });
    }
}

/// <summary>One line as it is kept.</summary>
internal sealed record KeptLine
{
    public required int Row { get; init; }

    public required string Name { get; init; }

    public ImportSlip? Slip { get; init; }

    public Id<Indicator>? Indicator { get; init; }

    public Period? Period { get; init; }

    public Reading? Reading { get; init; }

    public string? Context { get; init; }

    public string? Because { get; init; }

    public string? Proof { get; init; }

    public int Seen { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(IReadOnlyList<KeptLine>))]
internal sealed partial class KeptLineJson : JsonSerializerContext;

/// <summary>
/// The address at which one person exchanges tables for a while. Of its secret only the hash is kept; a new address closes the
/// one before.
/// </summary>
public sealed record TablePass : Entry
{
    public const string Prefix = "table-pass|";

    public required Person Person { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset Until { get; init; }

    public override string Key => KeyOf(Person.Mark);

    public static string KeyOf(string mark) => Prefix + mark;
}
