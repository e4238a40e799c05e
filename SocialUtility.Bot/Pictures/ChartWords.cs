using System.Globalization;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Pictures;

/// <summary>The few words and the figures of a chart, in one language.</summary>
internal sealed class ChartWords
{
    private static readonly string[] FrenchMonths = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
    private static readonly string[] EnglishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly bool french;
    private readonly CultureInfo culture;

    private ChartWords(Language language, string thousands)
    {
        french = language == Language.French;
        culture = (CultureInfo)language.Culture().Clone();
        culture.NumberFormat.NumberGroupSeparator = french ? thousands : ",";
        culture.NumberFormat.NegativeSign = "−";
    }

    /// <summary>On a picture, where the font is ours and nothing breaks: a thin space between thousands.</summary>
    public static ChartWords OnPicture(Language language) => new(language, "\u2009");

    /// <summary>In a sentence, which old phones show too: the ordinary space that does not break.</summary>
    public static ChartWords InSentence(Language language) => new(language, "\u00A0");

    public string Say(string inFrench, string inEnglish) => french ? inFrench : inEnglish;

    /// <summary>The figure alone, with as many decimals as its kind has.</summary>
    public string Number(decimal amount, Kind kind) => amount.ToString(
        kind switch { Kind.Scale => "0.0", Kind.Amount => "#,0", Kind.Percentage => "#,0.#", _ => "#,0.##" }, culture);

    /// <summary>The figure with the sign that belongs to it: « 62,5 % », « 24 000 € ».</summary>
    public string Figure(decimal amount, Kind kind) => kind switch
    {
        Kind.Percentage => Number(amount, kind) + Say("\u00A0%", "%"),
        Kind.Amount => Say(Number(amount, kind) + "\u00A0€", "€" + Number(amount, kind)),
        _ => Number(amount, kind),
    };

    public string LessThan(int people) => Say($"moins de {people}", $"fewer than {people}");

    public string State(State state) => state switch
    {
        Domain.Measurements.State.NotApplicable => Say("sans objet", "not applicable"),
        Domain.Measurements.State.Late => Say("en retard", "late"),
        _ => Say("non relevé", "not recorded"),
    };

    public string Certainty(Certainty? certainty) => certainty switch
    {
        Domain.Measurements.Certainty.Counted => Say("compté", "counted"),
        Domain.Measurements.Certainty.Estimated => Say("estimé", "estimated"),
        Domain.Measurements.Certainty.ByEye => Say("à l’œil", "by eye"),
        _ => "",
    };

    /// <summary>« trimestre », « quarter », in the singular.</summary>
    public string Length(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => Say("mois", "month"),
        Frequency.Quarterly => Say("trimestre", "quarter"),
        _ => Say("année", "year"),
    };

    public string Lengths(Frequency frequency, int count) =>
        count > 1 && !(french && frequency == Frequency.Monthly) ? Length(frequency) + "s" : Length(frequency);

    public static string Year(Period period) => period.YearStartsIn == 1
        ? period.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{period.Year}-{period.Year + 1}");

    /// <summary>Under a column.</summary>
    public string Tiny(Period period) => period.Frequency switch
    {
        Frequency.Monthly => (french ? FrenchMonths : EnglishMonths)[period.Start.Month - 1],
        Frequency.Quarterly => Say("T", "Q") + period.Number.ToString(CultureInfo.InvariantCulture),
        _ => Year(period),
    };

    /// <summary>« en octobre 2026 », « au 4e trimestre 2026 », « en 2026 ».</summary>
    public string During(Period period) => period.Frequency switch
    {
        Frequency.Monthly => Say("en ", "in ") + MonthOf(period.Start),
        Frequency.Quarterly => Say($"au {Ordinal(period.Number)} trimestre {Year(period)}", $"in quarter {period.Number} of {Year(period)}"),
        _ => Say("en ", "in ") + Year(period),
    };

    /// <summary>« en 2026 » for whole years, else from where to where.</summary>
    public string During(Period first, Period last)
    {
        if (first == last)
        {
            return During(first);
        }

        if (first.Number == 1 && last.Next.Number == 1)
        {
            return first.Year == last.Year ? Say("en ", "in ") + Year(first) : Say($"de {Year(first)} à {Year(last)}", $"from {Year(first)} to {Year(last)}");
        }

        if (first.Frequency == Frequency.Monthly)
        {
            var start = first.Start.Year == last.Start.Year ? first.Start.ToString("MMMM", culture) : MonthOf(first.Start);
            return Say($"{(start[0] is 'a' or 'o' ? "d’" : "de ")}{start} à {MonthOf(last.Start)}", $"from {start} to {MonthOf(last.Start)}");
        }

        return first.Year == last.Year
            ? Say($"du {Ordinal(first.Number)} au {Ordinal(last.Number)} trimestre {Year(last)}", $"from quarter {first.Number} to quarter {last.Number} of {Year(last)}")
            : Say($"du {Ordinal(first.Number)} trimestre {Year(first)} au {Ordinal(last.Number)} trimestre {Year(last)}", $"from quarter {first.Number} of {Year(first)} to quarter {last.Number} of {Year(last)}");
    }

    /// <summary>« décembre 2027 ».</summary>
    public string MonthOf(DateOnly day) => day.ToString("MMMM yyyy", culture);

    /// <summary>What ends a clause before the next: the French semicolon stands after a space that does not break.</summary>
    public string Then => Say("\u00A0; ", "; ");

    public string Colon => Say("\u00A0: ", ": ");

    private static string Ordinal(int number) => number == 1 ? "1er" : $"{number}e";
}
