using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Guides;

/// <summary>An association begins here with its name; its creator is its first coordinator.</summary>
public sealed class AssociationGuide : Guide
{
    public const string Name = "association";

    /// <summary>The answer, never asked for, that names the room where it was begun: it will be about this association.</summary>
    public const string For = "salon";

    public override string Id => Name;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) =>
    [
        new OpenQuestion("nom", Texts.Title)
        {
            Ask = session.Words["ask.association.name"],
            Hint = session.Words["hint.association.name"],
            Placeholder = session.Words["placeholder.association.name"],
            Readers = session.Words["readers.team"],
            MayStayOpen = false,
        },
    ];

    public override ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        Association association = new()
        {
            Id = Id<Association>.Parse(draft.Id),
            Name = draft.Said("nom")!,
            TimeZone = TimeZoneOf(session),
            Since = session.Now,
        };
        session.Found(association, session.Heard.Name);
        if (draft.Said(For) is { } room)
        {
            session.Attaches = room;
            session.WriteUnseen([AttachedRoom.Attach(room)]);
        }

        session.Say(session.Words.Say("association.created", association.Name));
        session.Begin(ProjectGuide.Name);
        return ValueTask.CompletedTask;
    }

    /// <summary>The client's own time zone where it names a real one, else Paris.</summary>
    private static string TimeZoneOf(Session session) =>
        session.Heard.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "Europe/Paris";
}
