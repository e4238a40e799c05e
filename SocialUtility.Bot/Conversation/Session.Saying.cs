using AdaptiveCards;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Conversation;

/// <summary>What the turn says, to the person, to those around, to somebody else.</summary>
public sealed partial class Session
{
    private readonly List<Reply> replies = [];

    public IReadOnlyList<Reply> Replies => replies;

    /// <summary>What is said is for the person, wherever they asked.</summary>
    public bool ForOneAlone { get; set; }

    /// <summary>Said where all are, if the person cannot be written to alone; while it is set, nothing else is said there.</summary>
    private string? Unreached { get; set; }

    /// <summary>Two sentences in a row are one message: a phone rings once.</summary>
    public void Say(string text, params IReadOnlyList<string> buttons)
    {
        if (replies is [.., Reply.Say { Buttons.Count: 0 } before])
        {
            replies[^1] = new Reply.Say($"{before.Text}\n{text}", buttons);
        }
        else
        {
            replies.Add(new Reply.Say(text, buttons));
        }
    }

    /// <param name="card">What is shown.</param>
    /// <param name="forAll">For all who are there, whatever else of the turn is for the person alone.</param>
    public void Show(AdaptiveCard card, bool forAll = false) => replies.Add(new Reply.Show(card, forAll));

    /// <summary>In the place of the card that was pressed.</summary>
    public void Instead(AdaptiveCard card, bool forAll = false) => replies.Add(Heard.Submission is null ? new Reply.Show(card, forAll) : new Reply.Instead(card, forAll));

    /// <summary>To who belongs to several associations: which one the answer is about stands on its first line, or on each card's.</summary>
    internal void SayWhere()
    {
        if (Who.Associations.Count < 2 || File is null || Who.Current != Association.Id || Desk.Waiting?.Kind == AssociationSubject.Which)
        {
            return;
        }

        if (replies is [Reply.Say first, ..])
        {
            replies[0] = first with { Text = $"{Association.Name}{Words["colon"].TrimEnd()}\n{first.Text}" };
        }

        foreach (var card in replies.Select(reply => reply switch { Reply.Show show => show.Card, Reply.Instead instead => instead.Card, _ => null }).OfType<AdaptiveCard>())
        {
            CardParts.SayWhere(card, Association.Name);
        }
    }

    /// <summary>Says to somebody else, in their language and in private, what concerns them; nothing where they cannot be written to.</summary>
    public async ValueTask TellAsync(Person other, Func<Words, string> what, CancellationToken cancellation, string? tap = null)
    {
        if (other != Person && await Acquaintance.FindAsync(table, other, cancellation) is { Address: { } address } known)
        {
            var theirs = Words.In(known.Language);
            Tell(address, what(theirs), tap is null ? [] : [theirs[tap]]);
        }
    }

    /// <summary>The same to whoever wishes it; whether it could be said.</summary>
    internal async ValueTask<bool> ReturnAsync(Person other, Func<Words, string> what, CancellationToken cancellation)
    {
        if (await Acquaintance.FindAsync(table, other, cancellation) is not { Address: { } address, NoReturns: false } known)
        {
            return false;
        }

        Tell(address, what(Words.In(known.Language)));
        return true;
    }

    /// <summary>The same, to an address that is known already.</summary>
    public void Tell(ChatAddress address, string text, params IReadOnlyList<string> buttons) => replies.Add(new Reply.To(address, [new Reply.Say(text, buttons)]));

    /// <summary>To somebody else, words and a card with what they can do about it, in their language.</summary>
    public async ValueTask TellAsync(Person other, Func<Words, (string Text, AdaptiveCard Card)> what, CancellationToken cancellation)
    {
        if (other != Person && await Acquaintance.FindAsync(table, other, cancellation) is { Address: { } address } known)
        {
            var (text, card) = what(Words.In(known.Language));
            replies.Add(new Reply.To(address, [new Reply.Say(text), new Reply.Show(card)]));
        }
    }

    /// <summary>
    /// What is said goes to the person alone, and those around hear nothing of it: two hundred who press one card in a channel
    /// would otherwise be answered two hundred times before all.
    /// </summary>
    public void Whisper(string unreached) => (ForOneAlone, Unreached) = (true, unreached);

    /// <summary>Everything said so far goes to the person alone, but what is for all.</summary>
    internal void Privately(string inPublic)
    {
        List<Reply> open = [.. replies.Where(IsForAll)];
        Reply.Privately alone = new([.. replies.Where(reply => !IsForAll(reply))], Unreached);
        replies.Clear();
        replies.AddRange(open);
        if (alone.Replies.Count == 0)
        {
            return;
        }

        if (open.Count == 0 && Unreached is null)
        {
            replies.Add(new Reply.Say(inPublic));
        }

        replies.Add(alone);
    }

    private static bool IsForAll(Reply reply) => reply is Reply.Show { ForAll: true } or Reply.Instead { ForAll: true };
}
