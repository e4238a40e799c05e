using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;

namespace SocialUtility.Bot.Guides;

/// <summary>What is asked wherever a free text holds what looks personal, before it is kept; the person decides (domain.md 7.3, G8).</summary>
public static class PersonalGuard
{
    public static void Ask(Session session, IReadOnlyList<Trace> seen)
    {
        var words = session.Words;
        session.Say(words.Say("personal.seen", words["personal." + seen[0]]), words["button.take-out"], words["button.keep-whole"], words["button.keep-nothing"]);
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
