using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The times whose figures are closed, and what the coordination may close or open again.</summary>
public static class ClosureCard
{
    public const string Because = "motif";

    /// <summary>Which period is closed.</summary>
    public const string Open = "periode";

    /// <summary>Which period is opened again: two fields of one card have two names.</summary>
    public const string Closed = "close";

    /// <summary>So many closures are told; the years before stay closed without a word.</summary>
    private const int Most = 8;

    public static AdaptiveCard For(Session session, IReadOnlyList<Period> closable, string? done = null)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var closures = session.Dossier.Closures.Reverse().Take(Most).ToList();
        List<AdaptiveElement> body = [Context(Plain(session.Association.Name)), Heading(done ?? words["closure.heading"])];
        body.Add(Text(words[closures.Count == 0 ? "closure.none" : "closure.what"]));
        foreach (var closure in closures)
        {
            body.Add(Group(
                Bold(words.Opening(words.Period(closure.Period))),
                Detail(
                    closure.Reopened is { } reopened
                        ? words.Say("closure.open-since", words.Day(session.Association.Today(reopened.At)), Plain(PageCut.Glimpse(reopened.Because).TrimEnd('.')))
                        : words.Say("closure.closed-since", words.Day(session.Association.Today(closure.At))),
                    AdaptiveSpacing.None)));
        }

        List<AdaptiveAction> buttons = [];
        if (session.May(Act.ClosePeriod))
        {
            if (closable.Count > 0)
            {
                buttons.Add(Ask(words["button.close-period"], [Choice(words, Open, closable)], Send(words["button.close-it"], "closure.close", mark)));
            }

            if (closures.Where(closure => closure.IsClosed).Select(closure => closure.Period).ToList() is { Count: > 0 } closed)
            {
                buttons.Add(Ask(
                    words["button.reopen"],
                    [Choice(words, Closed, closed), Input(Because, words["closure.why"], Texts.ShortText, words["closure.why.example"])],
                    Send(words["button.reopen"], "closure.reopen", mark)));
            }
        }

        return Card(words, words["closure.fallback"], body, buttons);
    }

    private static AdaptiveShowCardAction Ask(string title, IReadOnlyList<AdaptiveElement> fields, AdaptiveSubmitAction send) => new()
    {
        Title = title,
        Card = new(new AdaptiveSchemaVersion(1, 5)) { Body = [.. fields], Actions = [send.First()] },
    };

    private static AdaptiveChoiceSetInput Choice(Wording.Words words, string id, IReadOnlyList<Period> periods)
    {
        var choice = Choices(id, words["closure.which"], periods.Select(period => (period.ToString(), words.Opening(words.Period(period)))));
        (choice.Style, choice.Value, choice.IsRequired, choice.ErrorMessage) = (AdaptiveChoiceInputStyle.Compact, periods[0].ToString(), true, words["slip.no-choice"]);
        return choice;
    }
}
