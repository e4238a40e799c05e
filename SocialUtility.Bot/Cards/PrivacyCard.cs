using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The privacy notice (domain.md 7.3, G1): shown before the first answer is kept; at most fifteen lines; promises nothing it cannot do.</summary>
public static class PrivacyCard
{
    /// <summary>Raised when the notice says something new: it is then shown again before the next answer.</summary>
    public const int Version = 1;

    /// <param name="session">Who reads it.</param>
    /// <param name="then">The words that it came before, heard again afterwards; empty where those cannot be heard again; null where it was asked for by itself.</param>
    public static AdaptiveCard For(Session session, string? then)
    {
        var words = session.Words;
        var mark = CardMark.Of(Version);
        var contact = session.File?.Association.Contact;
        return Card(
            words,
            words["privacy.fallback"],
            [
                Context(words.Say("privacy.context", Version)),
                Heading(words["privacy.heading"]),
                Facts(
                    (words["privacy.who"], session.File is { } file ? words.Say("privacy.who.association", Plain(file.Association.Name)) : words["privacy.who.none"]),
                    (words["privacy.why"], words["privacy.why.text"]),
                    (words["privacy.basis"], words["privacy.basis.text"]),
                    (words["privacy.what"], words["privacy.what.text"]),
                    (words["privacy.seen"], words["privacy.seen.text"]),
                    (words["privacy.kept"], words["privacy.kept.text"])),
                Text(words[session.Heard.Person.Key.StartsWith("teams|", StringComparison.Ordinal) ? "privacy.rights.teams" : "privacy.rights"], AdaptiveSpacing.Medium),
                Text(contact is null ? words["privacy.contact.none"] : words.Say("privacy.contact", contact), AdaptiveSpacing.Small),
            ],
            Tap(words["button.read"], "privacy.read", mark, then is null ? [] : [("then", then)]).First());
    }
}
