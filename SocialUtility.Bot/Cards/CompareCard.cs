using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>Things side by side, under what was going on: no first and no last, no difference counted out, no colour.</summary>
public static class CompareCard
{
    private const int MostLines = 12;

    public static AdaptiveCard Actions(Session session, IReadOnlyList<ComparedAction> lines, int year, string context)
    {
        var words = session.Words;
        var criterion = session.Dossier.Find(lines[0].Year.Indicator.Criterion)?.Name ?? session.Association.Name;
        var body = Beginning(session, words.Say("compare.context.actions", words.Year(year, session.Association.YearStartsIn)), words.Say("compare.heading.actions", Voice(words, criterion)), context);
        body.Add(Side([.. lines.Take(MostLines).Select(line => (
            words.List([.. line.Actions.Select(action => action.Name)]),
            Joined(line.Year.Indicator.Name, Certainty(words, line.Year), Holes(words, line.Year)),
            Said(words, line.Year)))]));
        body.Add(Detail(words["compare.read.actions"], AdaptiveSpacing.Medium));
        return End(session, words.Say("compare.fallback", criterion, string.Join(", ", lines.Select(line => $"{words.List([.. line.Actions.Select(action => action.Name)])}{words["colon"]}{Said(words, line.Year)}"))), body);
    }

    public static AdaptiveCard Years(Session session, Indicator indicator, IReadOnlyList<YearOf> years, string context)
    {
        var words = session.Words;
        var body = Beginning(session, words["compare.context.years"], Plain(indicator.Name), context);
        if (years.Count == 0)
        {
            body.Add(Text(words["compare.no-year"]));
        }

        var ways = years.GroupBy(year => year.Indicator.Id).ToList();
        foreach (var way in ways)
        {
            if (ways.Count > 1)
            {
                // Another way of measuring has a row of its own: the two are not one line.
                body.Add(SecondHeading(words.Say(way.Key == indicator.Id ? "compare.way.now" : "compare.way.before", way.First().Indicator.Edition)));
                if (way.First().Indicator.Follows is { } succession)
                {
                    body.Add(Detail(words.Say("compare.way.because", Plain(succession.Because.TrimEnd('.'))), AdaptiveSpacing.None));
                }
            }

            body.Add(Side([.. way.TakeLast(MostLines).Select(year => (words.Year(year.Year, year.YearStartsIn), Joined(Certainty(words, year), Holes(words, year), year.Periods.Any(period => !period.IsOver) ? words["compare.running"] : ""), Said(words, year)))]));
        }

        body.Add(Detail(words[indicator.Direction == Direction.None ? "compare.read.plain" : "compare.read.years"], AdaptiveSpacing.Medium));
        return End(session, words.Say("compare.fallback", indicator.Name, string.Join(", ", years.Select(year => $"{words.Year(year.Year, year.YearStartsIn)}{words["colon"]}{Said(words, year)}"))), body);
    }

    /// <summary>Why not, in one sentence.</summary>
    public static string Say(Words words, Incomparable why) => why switch
    {
        Incomparable.OnlyOne => words["compare.only-one"],
        Incomparable.DifferentUnits { One: var one, Other: var other } => Unit(words, one) is var first && Unit(words, other) is var second && first != second
            ? words.Say("compare.different-units", first, second)
            : words.Say("compare.different-years", words.Quoted(one.Name), words.Quoted(other.Name)),
        Incomparable.DifferentCriteria { One: var one, Other: var other } => words.Say("compare.different-criteria", words.Quoted(one.Name), words.Quoted(other.Name)),
        Incomparable.Words { Indicator: var indicator } => words.Say("compare.words", words.Quoted(indicator.Name)),
        _ => throw new InvalidOperationException(why.GetType().Name),
    };

    /// <summary>« des kg », or what kind of figure it is where the unit has no word.</summary>
    private static string Unit(Words words, Indicator indicator) => indicator.Unit.Length > 0 ? indicator.Unit : words.Kind(indicator.Kind);

    private static List<AdaptiveElement> Beginning(Session session, string subtitle, string heading, string context) =>
    [
        Context(subtitle),
        Heading(heading),
        Tinted(CardParts.Context(session.Words["compare.what-was-going-on"]), Text(Voice(session.Words, context), AdaptiveSpacing.Small)),
    ];

    private static AdaptiveCard End(Session session, string fallback, List<AdaptiveElement> body)
    {
        var mark = CardMark.Of(1);
        return Card(session.Words, fallback, body, Tap(session.Words["button.dashboard"], "dashboard.show", mark), Tap(session.Words["button.compare-again"], "compare.again", mark));
    }

    private static AdaptiveTable Side(IReadOnlyList<(string Name, string Detail, string Value)> lines)
    {
        AdaptiveTable table = new() { ShowGridLines = false, FirstRowAsHeaders = false, Columns = [new() { Width = 5 }, new() { Width = 3 }], Spacing = AdaptiveSpacing.Medium };
        foreach (var (name, detail, value) in lines)
        {
            AdaptiveTableRow row = new();
            row.Cells.Add(new() { Items = [Text(Plain(name)), .. detail.Length > 0 ? (AdaptiveElement[])[Detail(Plain(detail), AdaptiveSpacing.None)] : []] });
            row.Cells.Add(new() { Items = [new AdaptiveTextBlock(Plain(value)) { Wrap = true, HorizontalAlignment = AdaptiveHorizontalAlignment.Right, Weight = AdaptiveTextWeight.Bolder }] });
            table.Rows.Add(row);
        }

        return table;
    }

    private static string Said(Words words, YearOf year) => Standing.Of(words, year.Indicator, year).Value!.Replace("\u00A0" + year.Indicator.Unit, " " + year.Indicator.Unit, StringComparison.Ordinal);

    private static string Certainty(Words words, YearOf year) => words.Certainty(year.Certainty);

    private static string Holes(Words words, YearOf year) => year.Figures.Any() ? DashboardCard.Holes(words, year.Missing) : "";

    private static string Joined(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(part => part.Length > 0));
}
