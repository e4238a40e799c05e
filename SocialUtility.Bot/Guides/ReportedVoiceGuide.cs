using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Bot.Guides;

/// <summary>« Parole rapportée »: what somebody without a screen said, written down by a volunteer, by kind and never by name.</summary>
public sealed class ReportedVoiceGuide : Guide
{
    public const string Name = "reported-voice";

    private const string Who = "rapportee.qui";
    private const string About = "rapportee.question";
    private const string Said = "rapportee.mots";

    public override string Id => Name;

    public override Act? Needs => Act.ReportVoice;

    public override string Opening(Session session, Draft draft) => session.Words["guide.reported-voice.opening"];

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        var asked = draft.Chosen(About) is [var id] ? id : VoiceQuestions.Usual;
        return
        [
            new ChoiceQuestion(Who)
            {
                Ask = words["ask.rapportee.qui"],
                Hint = words["hint.rapportee.qui"],
                Readers = words["readers.voice.kind"],
                Choices = [.. Enum.GetValues<Stakeholder>().Select(kind => new Choice(kind.ToString(), words.Opening(words["voice.kind." + kind])))],
                MayStayOpen = false,
            },
            new ChoiceQuestion(About)
            {
                Ask = words["ask.rapportee.question"],
                Readers = words["readers.voice"],
                Choices = [.. VoiceQuestions.For(KindOf(draft)).Select(question => new Choice(question.Id, words["voice.question." + question.Id]))],
            },
            new OpenQuestion(Said)
            {
                Ask = words.Set(new Bilingual(VoiceQuestions.All.Single(question => question.Id == asked).Fr, VoiceQuestions.All.Single(question => question.Id == asked).En)),
                Hint = words["hint.rapportee.mots"],
                Readers = words["readers.voice"],
                MayStayOpen = false,
            },
        ];
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var book = await session.VoicesAsync(cancellation);
        Voice voice = new()
        {
            Id = Id<Voice>.Parse(draft.Id),
            Text = draft.Said(Said)!,
            Question = draft.Chosen(About) is [var id] ? id : VoiceQuestions.Usual,
            Kind = KindOf(draft),
            Reported = true,
            WrittenBy = session.Person,
            Day = session.Today,
        };
        session.Write(book, [voice], "voice.report");
        session.WaitFor(AnotherOne.Kind, ("guide", Name));
        session.Say(session.Words["voice.report.kept"], session.Words["button.another"], session.Words["button.go-on"]);
    }

    private static Stakeholder KindOf(Draft draft) =>
        draft.Chosen(Who) is [var kind] && Enum.TryParse<Stakeholder>(kind, out var chosen) ? chosen : Stakeholder.Others;
}
