using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// What the association brings, and what works less well, in the words of one person: three short questions at most, their kind
/// once, their name only if they wish to be quoted (step e3 of the method).
/// </summary>
public sealed class VoiceGuide : Guide
{
    public const string Name = "voice";

    internal const string Who = "voix.qui";
    private const string Quoted = "e3-recueillir.anonymat";
    private const string As = "voix.nom";
    private const string Yes = "yes";

    public override string Id => Name;

    public override Act? Needs => Act.Speak;

    public override string Opening(Session session, Draft draft) => session.Words["guide.voice.opening"];

    /// <summary>Begins with what is worth asking this person, or goes on where they were.</summary>
    public static async ValueTask BeginAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.Drafts.GetValueOrDefault(Name) is { Answers.Count: > 0 })
        {
            session.Begin(Name);
            return;
        }

        var book = await session.VoicesAsync(cancellation);
        session.Begin(Name, draft => draft with { Asked = VoiceQuestions.Order(book.Of(session.Person), book.Standing) });
    }

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        List<Question> questions = [];
        if (session.Member?.Kind is null || draft[Who] is not null)
        {
            questions.Add(WhoAreYou(session));
        }

        var asked = VoiceQuestions.Three(draft.Asked ?? [], KindOf(session, draft) ?? Stakeholder.Others);
        questions.AddRange(asked.Select(id => About(session, id)));
        if (asked.Any(id => draft[id] is not { How: not Answered.Said }))
        {
            questions.Add(ByName(session));
            if (draft.Chosen(Quoted).Contains(Yes) && NameOf(session) is null)
            {
                questions.Add(new OpenQuestion(As, Texts.Title) { Ask = session.Words["ask.voix.nom"], Readers = session.Words["readers.voice.named"] });
            }
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var kind = KindOf(session, draft) ?? Stakeholder.Others;
        if (session.Member?.Kind is null && draft[Who] is { How: Answered.Said })
        {
            // Who left it open speaks among the others, and is asked again another time.
            await session.RememberAsync(member => member with { Kind = kind }, cancellation);
        }

        var book = await session.VoicesAsync(cancellation);
        var name = draft.Chosen(Quoted).Contains(Yes) ? NameOf(session) ?? draft.Said(As) : null;
        var voices = VoiceQuestions.Three(draft.Asked ?? [], kind)
            .Select((question, index) => (question, index))
            .Where(one => draft.Said(one.question) is not null)
            .Select(one => new Voice
            {
                Id = Id<Voice>.Parse($"{draft.Id}-{one.index + 1}"),
                Text = draft.Said(one.question)!,
                Question = one.question,
                Kind = kind,
                QuotedAs = name,
                WrittenBy = session.Person,
                Day = session.Today,
            })
            .ToList();
        if (voices.Count > 0)
        {
            session.Write(book, voices, "voice.give");
        }

        Thank(session, voices, book);
    }

    /// <summary>What became of the words, and what they are good for: counted for all, never by person.</summary>
    private static void Thank(Session session, List<Voice> voices, VoiceBook book)
    {
        var words = session.Words;
        if (voices.Count == 0)
        {
            session.Say(words["voice.nothing-kept"]);
            return;
        }

        session.Say(words.Count(voices[0].QuotedAs is null ? "voice.kept" : "voice.kept.named", voices.Count, voices[0].QuotedAs ?? ""));
        var all = Hearing.Of(session.Dossier.Statement, [.. book.Standing, .. voices]);
        session.Say(
            session.May(Act.ReadVoices)
                ? words.Say("voice.good-for", words.Figure(book.Standing.Count + voices.Count, 0), words.Figure(all.Heard.Count + all.AlsoHeard.Count, 0))
                : words["voice.good-for.partner"],
            session.May(Act.ReadVoices) ? [words["word.voices"], words["word.my-voices"]] : [words["word.my-voices"]]);
    }

    internal static ChoiceQuestion WhoAreYou(Session session)
    {
        var partner = session.Member is { } member && member.Roles.All(role => role == Role.Partner);
        return new(Who)
        {
            Ask = session.Words["ask.voix.qui"],
            Hint = session.Words["hint.voix.qui"],
            Readers = session.Words["readers.voice.kind"],
            Choices = [.. (partner ? [.. Stakeholders.OfPartners, Stakeholder.Others] : Enum.GetValues<Stakeholder>()).Select(kind => new Choice(kind.ToString(), session.Words["voice.iam." + kind]))],
        };
    }

    private static OpenQuestion About(Session session, string id) => Method.Open(session, id, id.EndsWith(".trois-mots", StringComparison.Ordinal) ? Texts.ShortText : Texts.LongText) with
    {
        Hint = session.Words["hint.voice"],
        Readers = session.Words["readers.voice"],
    };

    private static ChoiceQuestion ByName(Session session) => Method.Choose(
        session,
        Quoted,
        [
            new("no", session.Words["voice.unnamed"]),
            new(Yes, NameOf(session) is { } name ? session.Words.Say("voice.named-as", name) : session.Words["voice.named"]),
        ]) with
    {
        Readers = session.Words["readers.voice.named"],
    };

    internal static Stakeholder? KindOf(Session session, Draft draft) =>
        draft.Chosen(Who) is [var kind] && Enum.TryParse<Stakeholder>(kind, out var chosen) ? chosen : session.Member?.Kind;

    private static string? NameOf(Session session) => (session.Member?.Name ?? session.Heard.Name).OnOneLine();
}
