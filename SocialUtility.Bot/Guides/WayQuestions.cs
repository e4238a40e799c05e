using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// The questions that make a way of measuring: what it is, of what, how often, and what a year says. They are asked when an
/// indicator is chosen, and again when it is to be measured otherwise.
/// </summary>
internal static class WayQuestions
{
    public const string Type = "e5-indicateurs.type";
    public const string Unit = "indicateur.unite";
    public const string Rhythm = "e5-indicateurs.rythme";
    public const string Year = "indicateur.annee";

    public static Kind? KindOf(Draft draft) => draft.Chosen(Type) is [var kind] ? Enum.Parse<Kind>(kind) : null;

    public static Frequency? RhythmOf(Draft draft) => draft.Chosen(Rhythm) is [var rhythm] ? Enum.Parse<Frequency>(rhythm) : null;

    /// <summary>Words are not summed up, and a yearly figure is the year's; else as the group said, and null while it has not.</summary>
    public static Aggregation? YearOf(Draft draft, Kind kind, Frequency frequency) =>
        kind == Kind.Text ? Aggregation.None
        : frequency == Frequency.Yearly ? Aggregation.Last
        : draft.Chosen(Year) is [var way] ? Enum.Parse<Aggregation>(way) : null;

    public static ChoiceQuestion AskType(Session session) =>
        Method.Choose(session, Type, [.. Enum.GetValues<Kind>().Select(kind => new Choice(kind.ToString(), session.Words.Kind(kind)))]) with { MayStayOpen = false };

    public static OpenQuestion AskUnit(Session session, Kind kind) => new(Unit, 40)
    {
        Ask = session.Words[kind == Kind.Duration ? "ask.indicateur.unite.duree" : "ask.indicateur.unite"],
        Placeholder = session.Words[kind == Kind.Duration ? "placeholder.indicateur.unite.duree" : "placeholder.indicateur.unite"],
        Readers = session.Words["readers.team"],
    };

    public static ChoiceQuestion AskRhythm(Session session) =>
        Method.Choose(session, Rhythm, [.. Enum.GetValues<Frequency>().Select(frequency => new Choice(frequency.ToString(), session.Words.Frequency(frequency)))]) with { MayStayOpen = false };

    /// <summary>One plain question with a worked example; percentages are never added up.</summary>
    public static ChoiceQuestion AskYear(Session session, Kind kind, Frequency frequency, ReferenceIndicator? reference = null)
    {
        var words = session.Words;
        var share = kind == Kind.Percentage;
        Aggregation[] ways = share ? [Aggregation.Last, Aggregation.Average, Aggregation.None] : [Aggregation.Last, Aggregation.Sum, Aggregation.Average, Aggregation.None];
        return new(Year)
        {
            Ask = words.Say("ask.indicateur.annee", words[$"times.{frequency}"]),
            Hint = words[reference is not null ? $"hint.indicateur.annee.{reference.Aggregation}" : share ? "hint.indicateur.annee.share" : "hint.indicateur.annee"],
            Example = words[share ? "example.indicateur.annee.share" : "example.indicateur.annee"],
            Readers = words["readers.board"],
            Choices = [.. ways.Select(way => new Choice(way.ToString(), words[share ? $"aggregation.share.{way}" : $"aggregation.{way}"]))],
        };
    }
}
