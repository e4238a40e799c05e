using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// « Le partenaire reconnaît-il cet indicateur ? »: a partner's word on a definition that the association opened to partners.
/// It changes nothing of the indicator.
/// </summary>
public sealed class RecognitionGuide : Guide
{
    public const string Name = "recognition";

    private const string Recognises = "e5-indicateurs.partenaire-ok";
    private const string InWords = "reconnaissance.mots";

    public override string Id => Name;

    public override Act? Needs => Act.RecogniseIndicator;

    public static void Begin(Session session, Indicator indicator) => session.Begin(Name, draft => draft.Subject == indicator.Id.ToString() ? draft : new()
    {
        Guide = Name,
        Id = Id<Draft>.New().ToString(),
        Subject = indicator.Id.ToString(),
        Touched = session.Now,
    });

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        if (Subject(session, draft) is not { } indicator)
        {
            return [];
        }

        var words = session.Words;
        List<Question> questions =
        [
            new ChoiceQuestion(Recognises)
            {
                Ask = words.Say("ask.reconnaissance", words.Quoted(indicator.Name)),
                Hint = Definition(session, indicator),
                Readers = words["readers.recognition"],
                Choices = [.. Enum.GetValues<Recognised>().Select(answer => new Choice(answer.ToString(), words["recognised." + answer]))],
            },
        ];
        if (draft.Chosen(Recognises) is [nameof(Recognised.WithReservation) or nameof(Recognised.No)])
        {
            questions.Add(new OpenQuestion(InWords, Texts.ShortText)
            {
                Ask = words["ask.reconnaissance.mots"],
                Example = words["example.reconnaissance.mots"],
                Readers = words["readers.recognition"],
            });
        }

        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        if (Subject(session, draft) is not { } indicator)
        {
            session.Say(words["recognition.closed"]);
            return;
        }

        if (draft.Chosen(Recognises) is not [var chosen])
        {
            session.Say(words["recognition.open"]);
            return;
        }

        Recognition recognition = new()
        {
            Indicator = indicator.Id,
            By = session.Person,
            Answer = Enum.Parse<Recognised>(chosen),
            Words = draft.Said(InWords),
            At = session.Now,
        };
        session.Write([await session.Recognitions.NoteAsync(recognition, cancellation)], "indicator.recognise", recognition.Key);
        session.Say(words.Say("recognition.noted", words["recognised." + recognition.Answer], words.Quoted(indicator.Name)));
    }

    /// <summary>What is measured and how, and no value.</summary>
    public static string Definition(Session session, Indicator indicator)
    {
        var words = session.Words;
        var kind = indicator.Unit.Length > 0 ? words.Say("indicator.kind.of", words.Kind(indicator.Kind), Cards.CardParts.Plain(indicator.Unit)) : words.Kind(indicator.Kind);
        List<string> parts = [kind, words.Frequency(indicator.Frequency)];
        if (indicator is { IsFigure: true, Frequency: not Frequency.Yearly, Aggregation: not null })
        {
            parts.Add(words.Year(indicator));
        }

        return words.Say("recognition.definition", words.Opening(string.Join(", ", parts)), words.Quoted(Cards.CardParts.Plain(session.Dossier.Find(indicator.Criterion)?.Name ?? "")));
    }

    private static Indicator? Subject(Session session, Draft draft) =>
        Id<Indicator>.TryParse(draft.Subject, out var id) && session.Dossier.Find(id) is { OpenToPartners: true, Retired: false } indicator ? indicator : null;
}
