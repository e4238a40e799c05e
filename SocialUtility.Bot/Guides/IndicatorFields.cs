using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// What is asked about one indicator, one thing at a time (step e5 of the method): its question, the answer that stands, and
/// the indicator with another answer. Every guide that speaks of indicators asks with these.
/// </summary>
internal static class IndicatorFields
{
    public const string Who = "e5-indicateurs.qui";
    public const string Deputy = "indicateur.suppleant";
    public const string Where = "e5-indicateurs.ou";
    public const string Minutes = "indicateur.minutes";
    public const string HoursPerDay = "indicateur.journee";
    public const string Level = "e5-indicateurs.niveau";
    public const string Levels = "indicateur.echelle";
    public const string Sense = "e5-indicateurs.sens";
    public const string Start = "e5-indicateurs.depart";
    public const string Goal = "e5-indicateurs.cible";
    public const string GoalBy = "e5-indicateurs.cible-date";
    public const string Warning = "e5-indicateurs.effet-pervers";

    public const string Sensitive = "indicateur.sensible";

    private const string TotalsOnly = "totals";
    private const string ToBeBuilt = "to-be-built";
    private const string Myself = "me";

    /// <summary>More names than a card can carry are typed, not chosen.</summary>
    private const int MostNames = 40;

    /// <summary>What this person may say of it, in the order of the questions.</summary>
    public static IReadOnlyList<string> Of(Session session, Indicator indicator) =>
    [
        .. ((string[])[Who, Deputy, Where, Minutes, HoursPerDay, Level, Levels, Sense, Start, Goal, GoalBy, Warning, Sensitive]).Where(field => session.May(ActOf(field)) && field switch
        {
            Levels => indicator.Kind == Kind.Scale,
            HoursPerDay => DurationText.UnitOf(indicator.Unit) is DurationUnit.Hours or DurationUnit.Days,
            Sense or Start or Goal => indicator.IsFigure,
            GoalBy => indicator.Target is not null,
            _ => true,
        }),
    ];

    public static Act ActOf(string field) => field == Where ? Act.SayWhere : Act.ChooseIndicator;

    public static Question Ask(Session session, Indicator indicator, string field) => field switch
    {
        Who => People(session, Who, null),
        Deputy => People(session, Deputy, indicator.Keeper?.Person),
        Where => AskWhere(session),
        Minutes => Method.Open(session, Minutes, 40, check: text => MinutesIn(session, text)),
        HoursPerDay => Method.Figure(session, HoursPerDay, (hours, _) => hours is > 0 and <= 24 ? null : new Understood.Refused(session.Words["slip.hours-per-day"])),
        Level => Method.Choose(session, Level, [.. Enum.GetValues<Level>().Select(level => new Choice(level.ToString(), session.Words["level." + level]))]),
        Levels => Method.Open(session, Levels, Texts.ShortText, check: text => FiveLevels(session, text)),
        Sense => AskSense(session),
        Start => Method.Figure(session, Start, (amount, _) => Within(session, indicator.Kind, amount)),
        Goal => AskGoal(session, indicator.Kind),
        GoalBy => AskGoalBy(session),
        Warning => Method.Open(session, Warning, Texts.ShortText),
        Sensitive => Method.Choose(session, Sensitive, [new(TotalsOnly, session.Words["sensitive.totals"]), new("open", session.Words["sensitive.open"])]),
        _ => throw new ArgumentException($"No question {field}.", nameof(field)),
    };

    /// <summary>What is known already; null for nothing. Of a member the name, once the members were read.</summary>
    public static Answer? Standing(Session session, Indicator indicator, string field) => field switch
    {
        Who => Named(session, indicator.Keeper),
        Deputy => Named(session, indicator.Deputy),
        Where when indicator.Source is { } source => source.Words is { } own ? Answer.Said(own) : Answer.Chosen([source.Found.ToString()], IndicatorCard.Where(session.Words, source)),
        Minutes when indicator.MinutesPerPeriod is { } minutes => Answer.Said(minutes.ToString(CultureInfo.InvariantCulture)),
        HoursPerDay when indicator.HoursPerDay is { } hours => Figure(hours),
        Level when indicator.Level is { } level => Answer.Chosen([level.ToString()], session.Words["level." + level]),
        Levels when indicator.Levels.Count > 0 => Answer.Chosen(indicator.Levels, string.Join(", ", indicator.Levels)),
        Sense => Answer.Chosen([indicator.Direction.ToString()], session.Words["direction." + indicator.Direction]),
        Start when indicator.Baseline is { } start => Figure(start),
        Goal when indicator.Target is { } target => Figure(target.Amount),
        Goal when indicator.TargetToBeBuilt => Answer.Chosen([ToBeBuilt], session.Words["target.to-be-built"]),
        GoalBy when indicator.Target is { By: { } by } => Day(session, by),
        Warning when indicator.Warning is { } warning => Answer.Said(warning),
        Sensitive when indicator.Sensitive => Answer.Chosen([TotalsOnly], session.Words["sensitive.totals"]),
        _ => null,
    };

    /// <summary>With that answer; « je ne sais pas » takes away what was known.</summary>
    public static Indicator With(Session session, Indicator indicator, string field, Answer answer)
    {
        var said = answer.How == Answered.Said ? answer.Text : null;
        var chosen = said is null ? null : answer.Choices is [var first, ..] ? first : null;
        return field switch
        {
            Who => indicator with { Keeper = KeeperOf(session, said, chosen) },
            Deputy => indicator with { Deputy = KeeperOf(session, said, chosen) },
            Where => indicator with { Source = SourceOf(said, chosen) },
            Minutes => indicator with { MinutesPerPeriod = said is null ? null : int.Parse(said, CultureInfo.InvariantCulture) },
            HoursPerDay => indicator with { HoursPerDay = AmountOf(answer) },
            Level => indicator with { Level = chosen is null ? null : Enum.Parse<Level>(chosen) },
            Levels => indicator with { Levels = said is null ? [] : answer.Choices! },
            Sense => indicator with { Direction = chosen is null ? Direction.None : Enum.Parse<Direction>(chosen) },
            Start => indicator with { Baseline = AmountOf(answer) },
            Goal => indicator with { Target = AmountOf(answer) is { } goal ? new(goal, indicator.Target?.By) : null, TargetToBeBuilt = IsToBeBuilt(answer) },
            GoalBy => indicator.Target is { } target ? indicator with { Target = target with { By = DayOf(answer) } } : indicator,
            Warning => indicator with { Warning = said },
            Sensitive => indicator with { Sensitive = chosen == TotalsOnly },
            _ => throw new ArgumentException($"No answer to {field}.", nameof(field)),
        };
    }

    public static ChoiceQuestion AskWhere(Session session) =>
        Method.Choose(session, Where, [.. Enum.GetValues<Found>().Where(found => found != Found.Elsewhere).Select(found => new Choice(found.ToString(), session.Words["found." + found]))]) with { OrOwnWords = true };

    public static ChoiceQuestion AskSense(Session session) =>
        Method.Choose(session, Sense, [.. Enum.GetValues<Direction>().Select(direction => new Choice(direction.ToString(), session.Words["direction." + direction]))]);

    public static FigureQuestion AskGoal(Session session, Kind? kind) => Method.Figure(session, Goal, (amount, _) => Within(session, kind, amount)) with
    {
        InItsPlace = [new(ToBeBuilt, session.Words["target.to-be-built"])],
    };

    public static OpenQuestion AskGoalBy(Session session) => Method.Open(session, GoalBy, 60, check: text => DayText.Read(text, session.Words.Language) is { } day
        ? new Understood.Accepted(Day(session, day))
        : new Understood.Refused(session.Words["slip.day"]));

    public static Understood.Refused? Within(Session session, Kind? kind, decimal amount) => (kind, amount) switch
    {
        (_, < 0) => new Understood.Refused(session.Words["slip.negative"]),
        (Kind.Scale, < 1 or > 5) => new Understood.Refused(session.Words["slip.scale"]),
        _ => null,
    };

    public static bool IsToBeBuilt(Answer? answer) => answer is { How: Answered.Said, Choices: [ToBeBuilt] };

    public static decimal? AmountOf(Answer? answer) =>
        answer is { How: Answered.Said, Choices: null } ? decimal.Parse(answer.Text, CultureInfo.InvariantCulture) : null;

    public static DateOnly? DayOf(Answer? answer) =>
        answer is { How: Answered.Said, Choices: [var day] } ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static Source? SourceOf(string? said, string? chosen) =>
        said is null ? null : chosen is null ? new(Found.Elsewhere, said) : new(Enum.Parse<Found>(chosen));

    /// <summary>A member by choice or by name, oneself by « moi », else the words as they are.</summary>
    private static Keeper? KeeperOf(Session session, string? said, string? chosen)
    {
        if (said is null)
        {
            return null;
        }

        if (chosen is not null)
        {
            return chosen == Myself ? new(session.Person) : session.Roster?.Members.FirstOrDefault(member => member.Person.Key == chosen) is { } member ? Keeper.Of(member) : null;
        }

        return session.Roster?.Named(said) is [var only] ? Keeper.Of(only) : new(null, said);
    }

    private static ChoiceQuestion People(Session session, string id, Person? but)
    {
        var others = (session.Roster?.Members ?? []).Where(member => member.Name is not null && member.May(Act.RecordValue) && member.Person != session.Person && member.Person != but).ToList();
        List<Choice> choices = session.Person == but ? [] : [new(Myself, session.Words["keeper.me"])];
        if (others.Count <= MostNames)
        {
            choices.AddRange(others.Select(member => new Choice(member.Person.Key, member.Name!)));
        }

        return Method.Choose(session, id, choices) with { OrOwnWords = true };
    }

    private static Answer? Named(Session session, Keeper? keeper) => keeper switch
    {
        null => null,
        { Person: { } person } => person == session.Person
            ? Answer.Chosen([Myself], session.Words["keeper.me"])
            : Answer.Chosen([person.Key], session.Roster?.Find(person)?.Name ?? session.Words["keeper.left"]),
        _ => Answer.Said(keeper.Words!),
    };

    private static Understood MinutesIn(Session session, string text)
    {
        var read = FigureText.Read(text, session.Words.Language) as FigureRead.One;
        decimal? minutes = DurationText.Minutes(text) is { } clock ? clock
            : read is { Amount: >= 0 } && DurationText.UnitOf(read.Rest) is null or DurationUnit.Minutes ? Math.Round(read.Amount, MidpointRounding.AwayFromZero)
            : read is { Amount: >= 0 } && DurationText.UnitOf(read.Rest) is DurationUnit.Hours ? Math.Round(read.Amount * 60, MidpointRounding.AwayFromZero)
            : null;
        return minutes is >= 0 and <= 6000
            ? new Understood.Accepted(Answer.Said(((int)minutes).ToString(CultureInfo.InvariantCulture)))
            : new Understood.Refused(session.Words["slip.minutes"]);
    }

    private static Understood FiveLevels(Session session, string text)
    {
        var levels = text.Split((char[])[';', ',', '\n', '/', '·'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(level => level.TrimStart('1', '2', '3', '4', '5', '.', ')', ':', '=', ' ', '\u00A0').OnOneLine())
            .OfType<string>()
            .ToList();
        return levels.Count == 5 && levels.TrueForAll(level => level.Length <= 60)
            ? new Understood.Accepted(Answer.Chosen(levels, string.Join(", ", levels)))
            : new Understood.Refused(session.Words["slip.five-levels"]);
    }

    private static Answer Figure(decimal amount) => Answer.Said(amount.ToString(CultureInfo.InvariantCulture));

    private static Answer Day(Session session, DateOnly day) =>
        new(Answered.Said, session.Words.Day(day), [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]);
}
