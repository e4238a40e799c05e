using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.QuickLines;

/// <summary>
/// What one line of a message turned out to be. A line is understood when every word of it says something that is known;
/// whatever is left over makes it a question, never a guess (docs/decisions/0019).
/// </summary>
/// <param name="Text">The words of the line, as they were written; empty where they are not to be kept.</param>
public abstract record LineReading(string Text)
{
    /// <summary>One value for one indicator and one period; it still waits for the person's « Enregistrer ».</summary>
    /// <param name="Text">As written.</param>
    /// <param name="Value">What was understood.</param>
    /// <param name="Otherwise">The same figure for the other period that is likely, where none was said.</param>
    public sealed record Understood(string Text, LineValue Value, LineValue? Otherwise = null) : LineReading(Text);

    /// <summary>There is something to choose; each choice is a whole value, and one alone is still asked about.</summary>
    public sealed record Ambiguous(string Text, LineDoubt Doubt, IReadOnlyList<LineValue> Choices) : LineReading(Text);

    /// <summary>Not understood, and why; the indicators that could take the figure lie beside, and the one that is meant but cannot.</summary>
    public sealed record Unknown(string Text, Why Why, IReadOnlyList<LineValue> Possible, Indicator? About = null) : LineReading(Text);

    /// <summary>It says something of a person, and nothing of it is kept.</summary>
    public sealed record Refused(Guarded For) : LineReading("");
}

/// <summary>A figure for an indicator and a period, in the indicator's unit.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Period">Of the length that the indicator has.</param>
/// <param name="Figure">Rounded as this kind of indicator keeps it.</param>
/// <param name="PeriodSaid">False where the usual period was taken since none was named.</param>
/// <param name="Converted">What was written, where the unit was another: « 4,2 t ».</param>
/// <param name="Context">What stood in brackets.</param>
public sealed record LineValue(Indicator Indicator, Period Period, Reading.Figure Figure, bool PeriodSaid, string? Converted = null, string? Context = null);

/// <summary>What there is to choose about a line.</summary>
public enum LineDoubt
{
    /// <summary>Several indicators fit, or one does and not all words were understood.</summary>
    Indicator,

    /// <summary>What was said of the time is no period of this indicator: a quarter is not divided, a day is no month.</summary>
    Period,

    /// <summary>The figure can be read in two ways, or it may be none.</summary>
    Figure,
}

/// <summary>Why a line was not understood.</summary>
public enum Why
{
    /// <summary>No indicator is named in it.</summary>
    NoIndicator,

    /// <summary>No figure in it.</summary>
    NoFigure,

    /// <summary>« 12 ou 15 »: which one?</summary>
    SeveralFigures,

    /// <summary>Below zero.</summary>
    Negative,

    /// <summary>More digits than anything here counts.</summary>
    TooLong,

    /// <summary>The unit is not the indicator's, and no way from one to the other is declared.</summary>
    OtherUnit,

    /// <summary>The period has not begun.</summary>
    NotYet,
}

/// <summary>What a line said of a person.</summary>
public enum Guarded
{
    /// <summary>A telephone number, an address or a number of a person.</summary>
    Trace,

    /// <summary>Names, where a total alone is kept.</summary>
    Names,

    /// <summary>An illness or a state of health, which no indicator here is named after.</summary>
    Health,
}
