using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Measurements;

/// <summary>
/// Calendar days that a value speaks of: a month, a quarter or a year that may start in any month; never an instant.
/// Written <c>2026-11</c>, <c>2026-Q4</c>, <c>2026</c>, and with the first month where the year does not start in January:
/// <c>2026-Q1@09</c>, <c>2026@09</c> (the year that starts in September 2026).
/// </summary>
[JsonConverter(typeof(PeriodJson))]
public sealed record Period : IComparable<Period>
{
    private Period(Frequency frequency, DateOnly start, int yearStartsIn) =>
        (Frequency, Start, YearStartsIn) = (frequency, start, yearStartsIn);

    public Frequency Frequency { get; }

    public DateOnly Start { get; }

    /// <summary>First month of the year it belongs to, 1 to 12.</summary>
    public int YearStartsIn { get; }

    public DateOnly End => Start.AddMonths((int)Frequency).AddDays(-1);

    /// <summary>The calendar year in which its year starts.</summary>
    public int Year => Start.Month >= YearStartsIn ? Start.Year : Start.Year - 1;

    /// <summary>1 for the first of its year.</summary>
    public int Number => (MonthOfYear / (int)Frequency) + 1;

    public Period Next => new(Frequency, Start.AddMonths((int)Frequency), YearStartsIn);

    public Period Previous => new(Frequency, Start.AddMonths(-(int)Frequency), YearStartsIn);

    private int MonthOfYear => (Start.Month - YearStartsIn + 12) % 12;

    /// <summary>The period of that length in which the day lies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static Period Containing(DateOnly day, Frequency frequency, int yearStartsIn = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(yearStartsIn, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yearStartsIn, 12);
        var month = new DateOnly(day.Year, day.Month, 1);
        var monthOfYear = (month.Month - yearStartsIn + 12) % 12;
        return new(frequency, month.AddMonths(-(monthOfYear % (int)frequency)), yearStartsIn);
    }

    /// <summary>The periods of that length in one year.</summary>
    public static IEnumerable<Period> OfYear(int year, Frequency frequency, int yearStartsIn = 1)
    {
        var first = Containing(new(year, yearStartsIn, 1), frequency, yearStartsIn);
        for (var period = first; period.Year == year; period = period.Next)
        {
            yield return period;
        }
    }

    public static bool TryParse(string? text, [NotNullWhen(true)] out Period? period)
    {
        period = null;
        if (text is not { Length: >= 4 and <= 10 } || !text.All(letter => char.IsAsciiDigit(letter) || letter is '-' or 'Q' or '@'))
        {
            return false;
        }

        var startsIn = 1;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && (!int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out startsIn) || startsIn is < 1 or > 12))
        {
            return false;
        }

        var body = at >= 0 ? text.AsSpan(0, at) : text;
        if (body.Length < 4 || !int.TryParse(body[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200)
        {
            return false;
        }

        var rest = body[4..];
        if (rest.IsEmpty)
        {
            period = Containing(new(year, startsIn, 1), Frequency.Yearly, startsIn);
        }
        else if (rest.Length == 3 && rest[0] == '-' && rest[1] == 'Q' && rest[2] is >= '1' and <= '4')
        {
            period = Containing(new DateOnly(year, startsIn, 1).AddMonths((rest[2] - '1') * 3), Frequency.Quarterly, startsIn);
        }
        else if (rest.Length == 3 && rest[0] == '-' && int.TryParse(rest[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            period = Containing(new(year, month, 1), Frequency.Monthly, startsIn);
        }

        return period is not null;
    }

    /// <summary>In time; of those that start on the same day the shorter first.</summary>
    public int CompareTo(Period? other) =>
        other is null ? 1 : (Start, Frequency, YearStartsIn).CompareTo((other.Start, other.Frequency, other.YearStartsIn));

    public override string ToString()
    {
        var text = Frequency switch
        {
            Frequency.Monthly => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Frequency.Quarterly => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
            _ => Year.ToString("0000", CultureInfo.InvariantCulture),
        };
        return YearStartsIn == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}@{YearStartsIn:00}");
    }

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}

/// <summary>A period is its text in JSON.</summary>
internal sealed class PeriodJson : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Period.TryParse(reader.GetString(), out var period) ? period : throw new JsonException("Not a period.");

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
