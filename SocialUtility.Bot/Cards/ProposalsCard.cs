using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>The proposals of the group, a page at a time, on a card that everybody can act on; those that look alike are named.</summary>
public static class ProposalsCard
{
    private const int PageSize = 6;

    /// <summary>So many other ways of saying it stand on the card; more are counted.</summary>
    private const int MostAlso = 2;

    public static AdaptiveCard For(Session session, IReadOnlyList<Proposal> open, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var pages = Math.Max(1, (open.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var shown = open.Skip(page * PageSize).Take(PageSize).ToList();
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? words["proposals.context"] : words.Say("list.page", words["proposals.context"], page + 1, pages)),
            Heading(words.Count("proposals.heading", open.Count)),
            .. shown.Select(proposal => Lines(words, proposal)),
        ];
        List<AdaptiveAction> buttons = [Tap(words["button.group"], "grouping.show", mark).First()];
        if (Resemblance.Pairs(open, words.Language).Select(pair => ((Proposal One, Proposal Other)?)pair).FirstOrDefault() is { } alike)
        {
            var question = Group(Text(words.Say("proposals.alike", Voice(words, alike.One.Name), Voice(words, alike.Other.Name))));
            question.Separator = true;
            body.Add(question);
            buttons.Add(Tap(words["button.merge"], "proposal.merge", mark, ("propositions", $"{Value(alike.One)},{Value(alike.Other)}")));
        }

        if (shown.Count > 0)
        {
            var choice = Choices("propositions", words["proposals.which"], shown.Select(proposal => (Value(proposal), Plain(proposal.Name))));
            choice.IsMultiSelect = true;
            AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
            inner.Actions.Add(Send(words["button.make-criterion"], "proposal.adopt", mark).First());
            inner.Actions.Add(Send(words["button.merge-these"], "proposal.merge", mark));
            buttons.Add(new AdaptiveShowCardAction { Title = words["button.choose"], Card = inner });
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "proposal.list", mark, ("page", page + 1)));
        }

        return Card(words, words.Say("proposals.fallback", words.Count("proposals.heading", open.Count), words.List([.. shown.Select(proposal => proposal.Name)])), body, buttons);
    }

    private static AdaptiveContainer Lines(Wording.Words words, Proposal proposal)
    {
        List<AdaptiveElement> items = [Bold(Voice(words, proposal.Name))];
        if (proposal.Definition is { } definition)
        {
            items.Add(Text(Plain(definition), AdaptiveSpacing.None));
        }

        items.AddRange(proposal.AlsoSaid.Take(MostAlso).Select(also => Detail(
            words.Say("proposals.also", Voice(words, also.Name)) + (also.Definition is { } meaning ? " " + Plain(meaning) : ""),
            AdaptiveSpacing.None)));
        if (proposal.AlsoSaid.Count > MostAlso)
        {
            items.Add(Detail(words.Count("proposals.also.more", proposal.AlsoSaid.Count - MostAlso), AdaptiveSpacing.None));
        }

        var by = words.Count("proposals.by", proposal.Authors.Count);
        items.Add(Detail(proposal.Voices.Count > 0 ? words.Say("proposals.from", by, words.Count("grouping.sentences", proposal.Voices.Count).ToLower(words.Culture)) : by, AdaptiveSpacing.None));
        if (proposal.Origin != Origin.Association)
        {
            items.Add(Detail(words.Opening(words["origin." + proposal.Origin]), AdaptiveSpacing.None));
        }

        return Group(items);
    }

    /// <summary>The proposal as it is on the card: what has changed since is not written over.</summary>
    private static string Value(Proposal proposal) => $"{proposal.Id}.{proposal.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
