using System.Globalization;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Wording;

/// <summary>Figures, periods, dates and lists as people read them.</summary>
public sealed partial class Words
{
    private static readonly string[] SpelledFrench = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"];
    private static readonly string[] SpelledEnglish = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>« 4 310 », « 3,8 »: no more decimals than asked, none that are zero.</summary>
    public string Figure(decimal amount, int decimals = 2) =>
        Math.Round(amount, decimals, MidpointRounding.AwayFromZero).ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), Culture);

    /// <summary>« 4 310 kg », « 12,5 % », « 3,8 sur 5 », « 24 000 € »; the figure alone where the unit is the thing counted.</summary>
    public string Amount(decimal amount, Indicator indicator) => indicator.Kind switch
    {
        Domain.Indicators.Kind.Percentage => Figure(amount, 1) + (Language == Language.French ? "\u00A0%" : "%"),
        Domain.Indicators.Kind.Amount when Language == Language.French => Money(amount) + "\u00A0€",
        Domain.Indicators.Kind.Amount => "€" + Money(amount),
        Domain.Indicators.Kind.Scale => Say("figure.scale", Figure(amount, 1)),
        _ when indicator.Unit.Length > 0 => $"{Figure(amount)}\u00A0{indicator.Unit}",
        _ => Figure(amount),
    };

    /// <summary>« 24 000 », « 1 250,50 »: cents are two digits or none.</summary>
    private string Money(decimal amount) => amount.ToString(decimal.IsInteger(amount) ? "#,0" : "#,0.00", Culture);

    /// <summary>What a reading says: a figure, words in guillemets, « non relevé », « sans objet ».</summary>
    public string Reading(Reading? reading, Indicator indicator) => reading switch
    {
        Domain.Measurements.Reading.Figure { Numerator: not null, Denominator: not null } share when indicator.Kind == Domain.Indicators.Kind.Percentage =>
            Say("figure.share-and-parts", Amount(share.Amount, indicator), Share(share)),
        Domain.Measurements.Reading.Figure figure => Amount(figure.Amount, indicator),
        Domain.Measurements.Reading.Words words => Quoted(words.Text),
        Domain.Measurements.Reading.NotMeasured => this["state.not-measured"],
        Domain.Measurements.Reading.NotApplicable => this["state.not-applicable"],
        _ => this["state.expected"],
    };

    /// <summary>« 45 sur 60 ».</summary>
    public string Share(Reading.Figure figure) => Say("figure.share", Figure(figure.Numerator ?? 0), Figure(figure.Denominator ?? 0));

    public string Certainty(Certainty? certainty) => certainty switch
    {
        Domain.Measurements.Certainty.Counted => this["certainty.counted"],
        Domain.Measurements.Certainty.Estimated => this["certainty.estimated"],
        Domain.Measurements.Certainty.ByEye => this["certainty.byeye"],
        _ => "",
    };

    /// <summary>« novembre 2026 », « 4e trimestre 2026 », « 2026 », « 2026-2027 ».</summary>
    public string Period(Period period) => period.Frequency switch
    {
        Domain.Indicators.Frequency.Monthly => period.Start.ToString("MMMM yyyy", Culture),
        Domain.Indicators.Frequency.Quarterly => Say("period.quarter", Ordinal(period.Number), Year(period.Year, period.YearStartsIn)),
        _ => Year(period.Year, period.YearStartsIn),
    };

    /// <summary>« novembre 2026 », « le 4e trimestre 2026 »: after « pour ».</summary>
    public string ThePeriod(Period period) => period.Frequency == Domain.Indicators.Frequency.Quarterly
        ? Say("period.quarter.the", Ordinal(period.Number), Year(period.Year, period.YearStartsIn))
        : Period(period);

    /// <summary>The period without its year, where the year is said beside it.</summary>
    public string ShortPeriod(Period period) => period.Frequency switch
    {
        Domain.Indicators.Frequency.Monthly => period.Start.ToString("MMMM", Culture),
        Domain.Indicators.Frequency.Quarterly => Say("period.quarter.short", Ordinal(period.Number)),
        _ => Year(period.Year, period.YearStartsIn),
    };

    /// <summary>At most three letters and a digit, for the axis of a chart: longer ones are cut by clients.</summary>
    public string TinyPeriod(Period period) => period.Frequency switch
    {
        Domain.Indicators.Frequency.Monthly => this[string.Create(CultureInfo.InvariantCulture, $"month.{period.Start.Month}")],
        Domain.Indicators.Frequency.Quarterly => Say("period.quarter.tiny", period.Number),
        _ => Year(period.Year, period.YearStartsIn),
    };

    public string Year(int year, int startsIn) =>
        startsIn == 1 ? year.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{year}-{year + 1}");

    /// <summary>« 5 janvier 2027 », the day held to its month.</summary>
    public string Day(DateOnly day) => Language == Language.French
        ? $"{(day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture))}\u00A0{day.ToString("MMMM yyyy", Culture)}"
        : $"{day.Day.ToString(CultureInfo.InvariantCulture)}\u00A0{day.ToString("MMMM yyyy", Culture)}";

    public string Ordinal(int number) => Language == Language.French
        ? number == 1 ? "1er" : $"{number}e"
        : number switch { 1 => "1st", 2 => "2nd", 3 => "3rd", _ => $"{number}th" };

    /// <summary>« de repas », « d'heures » after « combien »; English needs nothing there.</summary>
    public string Of(string unit) => Language == Language.English || unit.Length == 0 ? unit : Elision.Of(unit);

    /// <summary>Does the word beside that number stand in the plural? From two on in French, and not for one in English.</summary>
    public bool IsMany(decimal number) => Language == Language.French ? Math.Abs(number) >= 2 : number != 1;

    /// <summary>« 1 indispensable », « 4 indispensables », « 1,5 heure »: the word agrees with the number; its plural is <c>key.many</c>, where it has one of its own.</summary>
    public string Counted(decimal number, string key) => $"{Figure(number)}\u00A0{this[IsMany(number) && Has(key + ".many") ? key + ".many" : key]}";

    public string Spelled(int number) => number is >= 0 and <= 12
        ? (Language == Language.English ? SpelledEnglish : SpelledFrench)[number]
        : Figure(number, 0);

    /// <summary>The first letter large, as at the beginning of a sentence.</summary>
    public string Opening(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];

    /// <summary>In the quotation marks of the language; those that the person wrote are not doubled.</summary>
    public string Quoted(string text)
    {
        var said = text is ['«', .., '»'] or ['“', .., '”'] or ['"', .., '"'] ? text[1..^1].Trim() : text;
        return Language == Language.French ? $"«\u00A0{said}\u00A0»" : $"“{said}”";
    }

    /// <summary>« a, b et c ».</summary>
    public string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {this["and"]} {items[^1]}",
    };

    /// <summary>« on garde le dernier chiffre »: what a year says of this indicator.</summary>
    public string Year(Indicator indicator) => indicator switch
    {
        { Aggregation: null } => this["aggregation.short.Unknown"],
        { Kind: Domain.Indicators.Kind.Percentage, Aggregation: Aggregation.Average or Aggregation.Sum } => this["aggregation.short.share"],
        _ => this["aggregation.short." + indicator.Aggregation],
    };

    public string Kind(Kind kind) => this["kind." + kind];

    public string Frequency(Frequency frequency) => this["frequency." + frequency];
}
