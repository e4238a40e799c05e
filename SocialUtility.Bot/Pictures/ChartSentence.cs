using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// The one sentence of a chart: its alternative text, the line under it and the line in a report. Facts only, and what is
/// missing is always said.
/// </summary>
public static class ChartSentence
{
    public const int Longest = 280;

    /// <summary>What may be left out where the sentence is too long, in that order.</summary>
    private enum Leaving
    {
        Nothing,
        PeriodOfBaseline,
        Baseline,
        Deadline,
    }

    public static string Of(ChartData data)
    {
        var words = ChartWords.InSentence(data.Language);
        var subject = data.Title + Scale(data, words);
        var sentences = Enum.GetValues<Leaving>().Select(leaving => subject + Rest(data, words, leaving)).ToList();
        return sentences.Find(sentence => sentence.Length <= Longest)
            ?? Cut(subject, Math.Max(subject.Length + Longest - sentences[^1].Length, 40)) + Rest(data, words, Leaving.Deadline);
    }

    private static string Rest(ChartData data, ChartWords words, Leaving leaving) =>
        words.Colon
        + Said(data, words)
        + Target(data, words, leaving < Leaving.Deadline)
        + LastKnown(data, words)
        + Reached(data, words)
        + (leaving < Leaving.Baseline ? Baseline(data, words, leaving < Leaving.PeriodOfBaseline) : "")
        + Missing(data, words)
        + ".";

    /// <summary>Unit or scale, unless the title says it already.</summary>
    private static string Scale(ChartData data, ChartWords words)
    {
        var unit = data.Kind switch
        {
            Kind.Scale => words.Say("1 à 5", "1 to 5"),
            Kind.Percentage or Kind.Amount => "",
            _ when data.Title.Folded().Contains(data.Unit.Folded().TrimEnd('s'), StringComparison.Ordinal) => "",
            _ => data.Unit,
        };
        var lower = data.Direction == Direction.Down ? words.Say("à faire baisser", "to be lowered") : "";
        var both = string.Join(", ", ((string[])[unit, lower]).Where(part => part.Length > 0));
        return both.Length == 0 ? "" : $" ({both})";
    }

    /// <summary>The total of the year where figures are added up, else the last period of the drawing, with or without a figure.</summary>
    private static string Said(ChartData data, ChartWords words)
    {
        var last = data.Points[^1];
        var certainty = data.Certainty is Certainty.Estimated or Certainty.ByEye ? $" ({words.Certainty(data.Certainty)})" : "";
        if (data.Aggregation != Aggregation.Sum)
        {
            return data.Shown(last) is { } value ? $"{words.Figure(value, data.Kind)} {words.During(last.Period)}{certainty}" : Absent(data, words, last, words.During(last.Period));
        }

        var year = data.Points.Where(point => point.Period.Year == last.Period.Year).ToList();
        var during = words.During(year[0].Period, last.Period);
        var known = year.Where(point => data.Shown(point) is not null).ToList();
        if (known.Count == 0)
        {
            return Absent(data, words, last, during);
        }

        var atLeast = year.Any(point => data.Shown(point) is null && point.State != State.NotApplicable) ? words.Say("au moins ", "at least ") : "";
        return $"{atLeast}{words.Figure(known.Sum(point => point.Value!.Value), data.Kind)} {during}{certainty}";
    }

    private static string Absent(ChartData data, ChartWords words, ChartPoint last, string during) => data.IsHidden(last)
        ? $"{words.LessThan(data.HiddenUnder!.Value)} {during}"
        : $"{words.State(last.State)} {during}{(last.Reason is { Length: > 0 } reason ? $" ({Cut(reason, 60)})" : "")}";

    private static string Target(ChartData data, ChartWords words, bool by) => data.Target is { } target
        ? words.Say($", pour une cible de {words.Figure(target, data.Kind)}", $", for a target of {words.Figure(target, data.Kind)}")
            + (by && data.TargetBy is { } day ? words.Say($" d’ici {words.MonthOf(day)}", $" by {words.MonthOf(day)}") : "")
        : "";

    /// <summary>An older figure never stands in the place of the last one; it may follow.</summary>
    private static string LastKnown(ChartData data, ChartWords words) =>
        data.Aggregation != Aggregation.Sum && data.Points[^1].Value is null && data.Points.LastOrDefault(point => data.Shown(point) is not null) is { } known
            ? words.Then + words.Say("dernier relevé", "last reading") + words.Colon + $"{words.Figure(known.Value!.Value, data.Kind)} {words.During(known.Period)}"
            : "";

    /// <summary>Counted over the periods that have a figure, where a period has a target of its own.</summary>
    private static string Reached(ChartData data, ChartWords words)
    {
        if (data.Line is not { } line || line == data.Target || data.Direction == Direction.None)
        {
            return "";
        }

        var known = data.Points.Select(data.Shown).OfType<decimal>().ToList();
        var reached = known.Count(value => data.Direction == Direction.Up ? value >= line : value <= line);
        var of = words.Length(data.Frequency);
        return known.Count == 0 ? "" : words.Then + words.Say(
            $"cible {(data.Frequency == Frequency.Yearly ? "de l’" : "du ")}{of} ({words.Figure(line, data.Kind)}) atteinte {reached} fois sur {known.Count}",
            $"target of the {of} ({words.Figure(line, data.Kind)}) reached {reached} {(reached == 1 ? "time" : "times")} out of {known.Count}");
    }

    private static string Baseline(ChartData data, ChartWords words, bool baselineIn) => data.Baseline is { } baseline
        ? words.Then + words.Say("départ", "baseline") + words.Colon + words.Figure(baseline, data.Kind)
            + (baselineIn && data.BaselineIn is { } period ? " " + words.During(period) : "")
        : "";

    private static string Missing(ChartData data, ChartWords words)
    {
        if (data.Points.Count == 1)
        {
            return "";
        }

        var (missing, late, apart, few) = (Count(State.NotMeasured), Count(State.Late), Count(State.NotApplicable), data.Points.Count(data.IsHidden));
        return (missing == 0 ? "" : words.Then + words.Say(
                $"{missing} {(missing > 1 ? "périodes non relevées" : "période non relevée")} sur {data.Points.Count}",
                $"{missing} {(missing > 1 ? "periods" : "period")} not recorded out of {data.Points.Count}"))
            + Part(late, words.State(State.Late))
            + Part(apart, words.State(State.NotApplicable))
            + (few == 0 ? "" : Part(few, words.Say("à ", "with ") + words.LessThan(data.HiddenUnder!.Value)));

        int Count(State state) => data.Points.Count(point => point.Value is null && point.State == state);
        string Part(int count, string state) => count == 0 ? "" : $"{words.Then}{count} {words.Lengths(data.Frequency, count)} {state}";
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - (char.IsHighSurrogate(text[most - 2]) ? 2 : 1))].TrimEnd() + "…";
}
