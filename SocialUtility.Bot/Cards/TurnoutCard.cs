using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>How many have answered, to all; who has not yet, to the coordination alone, without a reproach.</summary>
public static class TurnoutCard
{
    private const int PageSize = 40;

    public static AdaptiveCard For(Session session, Consultation consultation, IReadOnlyList<Member> asked, IReadOnlyList<Member> waiting, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(consultation.Version);
        var open = consultation.IsOpen(session.Today);
        var sentence = words.Say("turnout.count", asked.Count - waiting.Count, asked.Count);
        List<AdaptiveElement> body =
        [
            Context(words.Say(open ? "vote.until" : "turnout.closed", words.Day(consultation.End))),
            Heading(sentence),
        ];
        List<AdaptiveAction> buttons = [];
        if (session.May(Act.OpenConsultation))
        {
            var pages = Math.Max(1, (waiting.Count + PageSize - 1) / PageSize);
            page = Math.Clamp(page, 0, pages - 1);
            if (waiting.Count > 0)
            {
                body.Add(SecondHeading(words["turnout.waiting"]));
                body.Add(Text(words.List([.. waiting.Skip(page * PageSize).Take(PageSize).Select(member => Plain(member.Name ?? words["turnout.no-name"]))]), AdaptiveSpacing.Small));
                body.Add(Detail(words["turnout.yours"]));
            }

            if (open)
            {
                buttons.Add(Tap(words["button.close-now"], "vote.close", mark, ("consultation", consultation.Id)));
            }

            if (page + 1 < pages)
            {
                buttons.Add(Tap(words["button.more"], "vote.turnout", mark, ("page", page + 1)));
            }
        }

        if (!open)
        {
            buttons.Add(Tap(words["button.results"], "vote.results", mark, ("consultation", consultation.Id)));
        }

        return Card(words, sentence, body, buttons);
    }
}
