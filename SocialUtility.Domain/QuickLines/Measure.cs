using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.QuickLines;

/// <summary>What is measured with units, in its smallest common one.</summary>
internal enum Dimension
{
    /// <summary>In grams.</summary>
    Mass,

    /// <summary>In minutes.</summary>
    Time,

    /// <summary>In days: how many hours one has is for the association to say.</summary>
    Days,

    Months,
    Money,
    Percent,
    Energy,
    Volume,
    Surface,

    /// <summary>In metres.</summary>
    Length,
}

/// <summary>A unit that stands for a size: « kg », « h », « € »; « repas » is none, it is the thing counted.</summary>
internal readonly record struct Measure(Dimension Dimension, decimal Size)
{
    /// <summary>Units so common that one of them alone names no indicator.</summary>
    public bool IsCommon => Dimension is Dimension.Time or Dimension.Days or Dimension.Months or Dimension.Money or Dimension.Percent;

    /// <summary>The unit that a folded word names; null where it names none.</summary>
    public static Measure? Of(string word) => word switch
    {
        "kg" or "kgs" or "kilo" or "kilos" or "kilogramme" or "kilogrammes" or "kilogram" or "kilograms" => new(Dimension.Mass, 1000),
        "t" or "tonne" or "tonnes" or "ton" or "tons" => new(Dimension.Mass, 1_000_000),
        "g" or "gr" or "gramme" or "grammes" or "gram" or "grams" => new(Dimension.Mass, 1),
        "h" or "hr" or "hrs" or "heure" or "heures" or "hour" or "hours" => new(Dimension.Time, 60),
        "min" or "mn" or "mins" or "minute" or "minutes" => new(Dimension.Time, 1),
        "j" or "jour" or "jours" or "day" or "days" or "journee" or "journees" => new(Dimension.Days, 1),
        "mois" or "month" or "months" => new(Dimension.Months, 1),
        "€" or "eur" or "euro" or "euros" => new(Dimension.Money, 1),
        "£" => new(Dimension.Money, 0),
        "%" or "pourcent" or "percent" => new(Dimension.Percent, 1),
        "kwh" => new(Dimension.Energy, 1000),
        "mwh" => new(Dimension.Energy, 1_000_000),
        "l" or "litre" or "litres" or "liter" or "liters" => new(Dimension.Volume, 1),
        "m2" or "m²" => new(Dimension.Surface, 1),
        "ha" or "hectare" or "hectares" => new(Dimension.Surface, 10_000),
        "km" or "kms" or "kilometre" or "kilometres" => new(Dimension.Length, 1000),
        _ => null,
    };

    /// <summary>What its figures are measured in; null where things are counted.</summary>
    public static Measure? Of(Indicator indicator) => indicator.Kind switch
    {
        Kind.Percentage => new(Dimension.Percent, 1),
        Kind.Amount => new(Dimension.Money, 1),
        Kind.Scale or Kind.Text => null,
        _ => Of(WordStem.Fold(indicator.Unit.Split(' ')[0])),
    };

    /// <summary>
    /// An amount of this in the unit of the indicator. Null where it is something else, or where the way from one to the other
    /// is a convention that nobody has declared: a day of seven hours.
    /// </summary>
    public decimal? In(Indicator indicator, decimal amount) => (this, Of(indicator)) switch
    {
        ({ Size: 0 }, _) => null,
        ({ Dimension: var own, Size: var size }, { Dimension: var theirs, Size: var unit }) when own == theirs => amount * size / unit,
        ({ Dimension: Dimension.Days }, { Dimension: Dimension.Time, Size: var unit }) when indicator.HoursPerDay is > 0 and var hours => amount * hours * 60 / unit,
        ({ Dimension: Dimension.Time, Size: var size }, { Dimension: Dimension.Days }) when indicator.HoursPerDay is > 0 and var hours => amount * size / (hours * 60),
        _ => null,
    };

    /// <summary>It is the indicator's own unit, whatever word was used.</summary>
    public bool IsOf(Indicator indicator) => Of(indicator) is { } own && own == this;
}
