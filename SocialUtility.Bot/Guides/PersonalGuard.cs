using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// What is asked wherever a free text holds what looks personal, before it is kept; the person decides (domain.md 7.3, G8).
/// Questions of guides look through their answers themselves; what is heard beside a guide asks <see cref="Holds"/>.
/// </summary>
public static class PersonalGuard
{
    /// <summary>Words in doubt wait for the decision; what they answered waits behind them.</summary>
    internal const string Kind = "personal";

    private const string Answered = "personal.of";
    private const string Doubtful = "personal.text";
    private const string Settled = "personal.settled";

    public static void Ask(Session session, IReadOnlyList<Trace> seen)
    {
        var words = session.Words;
        session.Say(words.Say("personal.seen", words["personal." + seen[0]]), words["button.take-out"], words["button.keep-whole"], words["button.keep-nothing"]);
    }

    /// <summary>
    /// The words wait for a decision, and nothing is kept yet: once it is taken, the small question <paramref name="of"/> hears what
    /// is left of them, or « passer » where nothing is.
    /// </summary>
    public static bool Holds(Session session, string? text, Waiting of)
    {
        if (text is null || of.Notes.ContainsKey(Settled) || PersonalTraces.In(text) is not { Count: > 0 } seen)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = new(Kind, new Dictionary<string, string>(of.Notes) { [Answered] = of.Kind, [Doubtful] = text }) };
        Ask(session, seen);
        return true;
    }

    /// <summary>« Retirer », « Garder la phrase entière », « Ne rien garder »; false where it is none of them.</summary>
    internal static bool Decide(Session session, Waiting waiting, string text)
    {
        var decision = Vocabulary.Command(text);
        if (!Decides(decision))
        {
            return false;
        }

        var notes = waiting.Notes.Where(note => note.Key is not (Answered or Doubtful)).ToDictionary();
        session.Desk = session.Desk with { Waiting = new(waiting.Notes[Answered], new Dictionary<string, string>(notes) { [Settled] = "" }) };
        session.HearAgain = Left(decision!, waiting.Notes[Doubtful]) ?? session.Words["button.skip"];
        return true;
    }

    /// <summary>Is the word one of the three decisions?</summary>
    public static bool Decides(string? command) => command is "retire" or "yes" or "keep-whole" or "keep" or "keep-nothing" or "no";

    /// <summary>What stays of the text; null for nothing.</summary>
    public static string? Left(string decision, string text) => decision switch
    {
        "retire" or "yes" => PersonalTraces.Without(text),
        "keep-whole" or "keep" => text,
        _ => null,
    };
}
