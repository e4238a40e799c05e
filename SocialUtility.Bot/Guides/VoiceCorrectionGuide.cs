using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>Other words for a voice that one wrote (domain.md 7.3, G3); the earlier ones are gone.</summary>
public sealed class VoiceCorrectionGuide : Guide
{
    public const string Name = "voice-correction";

    private const string Said = "voix.mots";

    public override string Id => Name;

    public override Act? Needs => Act.Speak;

    public static void Begin(Session session, Voice voice) => session.Begin(Name, draft => new()
    {
        Guide = Name,
        Id = draft.Id,
        Subject = voice.Id.ToString(),
        SubjectVersion = voice.Version,
        Answers = new Dictionary<string, Answer> { [Said] = Answer.Said(voice.Text) },
        Again = Said,
        Touched = session.Now,
    });

    public override IReadOnlyList<Question> Questions(Session session, Draft draft) =>
    [
        new OpenQuestion(Said)
        {
            Ask = session.Words["ask.voix.mots"],
            Hint = session.Words["hint.voice"],
            Readers = session.Words["readers.voice"],
            MayStayOpen = false,
        },
    ];

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var text = draft.Said(Said)!;
        var book = await session.VoicesAsync(cancellation);
        if (!Id<Voice>.TryParse(draft.Subject, out var id) || book.Find(id) is not { Withdrawn: false } voice || voice.WrittenBy != session.Person)
        {
            session.Say(words["not-found"]);
        }
        else if (voice.Version != draft.SubjectVersion)
        {
            session.Say(words.Say("voice.changed-meanwhile", words.Quoted(voice.Text), words.Quoted(text)));
        }
        else if (voice.Text == text)
        {
            session.Say(words["voice.same"]);
        }
        else
        {
            var corrected = voice with { Text = text, Version = voice.Version + 1 };
            session.Write(book, [corrected], "voice.correct");
            session.Say(words["voice.corrected"]);
        }
    }
}
