using System.Globalization;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The values that wait for a second pair of eyes, a page at a time: marked and seen together, or one returned with a note.</summary>
public static class RereadingCard
{
    public const string Values = "releves";
    public const string Note = "mot";
    public const int PageSize = 10;

    /// <summary>One value that waits.</summary>
    /// <param name="Indicator">Of what.</param>
    /// <param name="Standing">What was given.</param>
    /// <param name="By">By whom, as the team knows them; null for somebody who has left.</param>
    public sealed record Line(Indicator Indicator, Measurement Standing, string? By)
    {
        /// <summary>With its version: another value for the same period is another line.</summary>
        public string Name => string.Create(CultureInfo.InvariantCulture, $"{Indicator.Id}|{Standing.Period}|{Standing.Version}");
    }

    public static AdaptiveCard For(Session session, IReadOnlyList<Line> lines, int page, string? done)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (lines.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = lines.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), page + 1, pages)),
            Heading(done ?? words.Count("reread.heading", lines.Count)),
        ];
        List<AdaptiveAction> buttons = [];
        if (shown.Count > 0)
        {
            var choice = Choices(Values, words["reread.which"], shown.Select(line => (line.Name, Said(session, line))));
            choice.IsMultiSelect = true;
            body.Add(choice);
            body.Add(Input(Note, words["reread.note"], Texts.ShortText, words["reread.note.example"]));
            buttons.Add(Send(words["button.seen"], "reread.seen", mark).First());
            buttons.Add(Send(words["button.return-value"], "reread.return", mark));
            if (page + 1 < pages)
            {
                buttons.Add(Tap(words["button.more"], "reread.list", mark, ("page", page + 1)));
            }
        }
        else
        {
            body.Add(Text(words[session.Association.RereadsValues ? "reread.nothing" : "reread.off"]));
        }

        if (session.May(Act.AskRereading))
        {
            buttons.Add(Tap(words[session.Association.RereadsValues ? "button.reread-off" : "button.reread-on"], session.Association.RereadsValues ? "reread.off" : "reread.on", mark));
        }

        return Card(words, words.Say("reread.fallback", words.Count("reread.heading", lines.Count)), body, buttons);
    }

    private static string Said(Session session, Line line)
    {
        var words = session.Words;
        var context = line.Standing.Context is { } said ? $" — {Plain(PageCut.Glimpse(said, 120))}" : "";
        return words.Say("reread.line", Plain(line.Indicator.Name), words.Period(line.Standing.Period), Plain(PageCut.Glimpse(words.Reading(line.Standing.Reading, line.Indicator), 120)), line.By is { } by ? Plain(by) : words["history.former"]) + context;
    }
}
