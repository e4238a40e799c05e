using System.Globalization;

namespace AdaptiveCards;

/// <summary>The version of the schema that a card is written for, <c>1.5</c>.</summary>
public sealed class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    public AdaptiveSchemaVersion()
    {
    }

    public AdaptiveSchemaVersion(int major, int minor) => (Major, Minor) = (major, minor);

    public AdaptiveSchemaVersion(string versionString)
    {
        var parts = versionString.Split('.');
        if (parts.Length > 2 || !Number(parts[0], out var major) || !Number(parts.ElementAtOrDefault(1) ?? "0", out var minor))
        {
            throw new ArgumentException($"Invalid version: '{versionString}'", nameof(versionString));
        }

        (Major, Minor) = (major, minor);
    }

    public int Major { get; set; }

    public int Minor { get; set; }

    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    public static bool operator ==(AdaptiveSchemaVersion? version1, AdaptiveSchemaVersion? version2) => version1?.Equals(version2) ?? version2 is null;

    public static bool operator !=(AdaptiveSchemaVersion? version1, AdaptiveSchemaVersion? version2) => !(version1 == version2);

    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(AdaptiveSchemaVersion? other) => other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    public override bool Equals(object? obj) => obj is AdaptiveSchemaVersion other && CompareTo(other) == 0;

    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    public override string ToString() => (Major, Minor) switch
    {
        // The two that are written every day cost nothing.
        (1, 5) => "1.5",
        (1, 6) => "1.6",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}"),
    };

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
