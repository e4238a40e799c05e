using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>How one indicator went over a year: drawn where charts are shown, and always in words.</summary>
public static class TrendParts
{
    /// <summary>The native chart, its picture where there is none, and the same figures in words: phones may show no chart.</summary>
    public static IEnumerable<AdaptiveElement> Of(Session session, YearOf year, string? picture)
    {
        var words = session.Words;
        var indicator = year.Indicator;
        var title = indicator.Unit.Length > 0 ? words.Say("trend.title.unit", indicator.Name, indicator.Unit) : indicator.Name;
        AdaptiveUnknownElement chart = new() { Type = "Chart.VerticalBar", Spacing = AdaptiveSpacing.Large };
        chart.AdditionalProperties["title"] = words.Say("trend.chart", title, words.Year(year.Year, year.YearStartsIn));
        chart.AdditionalProperties["showBarValues"] = true;
        chart.AdditionalProperties["yMin"] = 0;
        chart.AdditionalProperties["data"] = year.Figures
            .Select(entry => new Dictionary<string, object?> { ["x"] = words.TinyPeriod(entry.Period), ["y"] = (double)entry.Figure.Amount, ["color"] = "categoricalBlue" })
            .ToArray<object>();
        chart.Fallback = picture is null
            ? new(AdaptiveFallbackElement.AdaptiveFallbackType.Drop)
            : new(new AdaptiveImage(picture) { AltText = ChartData.From([year], words.Language) is { } data ? ChartSentence.Of(data) : InWords(session, year), Size = AdaptiveImageSize.Stretch, Spacing = AdaptiveSpacing.Large });
        yield return chart;
        yield return Detail($"**{Plain(title)}**. {Plain(InWords(session, year))}");
    }

    /// <summary>« Janvier : 290. Février : 275. … Le plus bas : 240 kg en août. Total : 4 310 kg. »: nothing is only in the drawing.</summary>
    private static string InWords(Session session, YearOf year)
    {
        var words = session.Words;
        var indicator = year.Indicator;
        var each = string.Join(", ", year.Periods.Where(state => state.State != State.Running).Select(state => words.Say(
            "trend.point",
            words.ShortPeriod(state.Period),
            state.Measurement?.Reading is Reading.Figure figure ? words.Figure(figure.Amount, indicator.Decimals) : words.Reading(state.Measurement?.Reading, indicator))));
        List<string> sentences = [words.Opening(each) + "."];
        if (year.Total is { } total)
        {
            sentences.Add(words.Say(year.IsAtLeast ? "trend.total.at-least" : "trend.total", words["aggregation.said." + indicator.Aggregation], words.Amount(total, indicator)));
        }

        if (indicator.Target is { } target)
        {
            sentences.Add(words.Say("trend.target", IndicatorCard.Goal(session, indicator with { Target = target })));
        }

        return string.Join(' ', sentences);
    }
}
