using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>As what kind of stakeholder one speaks, said otherwise (domain.md 7.3, G3): what one has said goes with it.</summary>
public sealed class VoiceKindGuide : Guide
{
    public const string Name = "voice-kind";

    /// <summary>The person's newest sentences move with them in the same write; it holds a hundred rows.</summary>
    private const int MostMoved = 80;

    public override string Id => Name;

    public override Act? Needs => Act.Speak;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) => [VoiceGuide.WhoAreYou(session)];

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        if (draft[VoiceGuide.Who] is not { How: Answered.Said })
        {
            session.Say(session.Words["voice-kind.same"]);
            return;
        }

        var kind = VoiceGuide.KindOf(session, draft) ?? Stakeholder.Others;
        await session.RememberAsync(member => member with { Kind = kind }, cancellation);
        var book = await session.VoicesAsync(cancellation);
        var moved = book.Of(session.Person).Where(voice => !voice.Withdrawn && voice.Kind != kind).OrderByDescending(voice => voice.Day).Take(MostMoved).ToList();
        if (moved.Count > 0)
        {
            session.Write(book, [.. moved.Select(voice => voice with { Kind = kind, Version = voice.Version + 1 })], "voice.kind");
        }

        session.Say(session.Words.Say("voice-kind.kept", session.Words["voice.kind." + kind]));
    }
}
