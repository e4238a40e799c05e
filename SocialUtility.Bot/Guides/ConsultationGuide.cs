using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Guides;

/// <summary>Opens the question to everybody: on what, how one answers, openly or in secret, who, and until when.</summary>
public sealed class ConsultationGuide : Guide
{
    public const string Name = "consultation";

    private const string What = "avis.quoi";
    private const string How = "avis.comment";
    private const string Secrecy = "avis.secret";
    private const string Who = "avis.qui";
    private const string Until = "avis.jusque";
    private const string Voters = "avis.voix";
    private const string Partners = "avis.partenaires";

    /// <summary>A consultation that stays open for longer is forgotten.</summary>
    private const int MostDays = 120;

    public override string Id => Name;

    public override Act? Needs => Act.OpenConsultation;

    public override IReadOnlyList<Question> Questions(Session session, Draft draft)
    {
        var words = session.Words;
        List<Question> questions =
        [
            Choose(words, What, "each", "whole"),
        ];
        if (draft.Chosen(What) is not ["whole"])
        {
            questions.Add(Choose(words, How, nameof(Mode.Priority), nameof(Mode.Consent)));
        }

        if (NoSecret(session, draft) is null)
        {
            questions.Add(Choose(words, Secrecy, "open", "secret"));
        }

        if (Number(draft, Partners) > 0)
        {
            questions.Add(Choose(words, Who, "team", "partners"));
        }

        questions.Add(new OpenQuestion(Until, Texts.Title)
        {
            Ask = words["ask.avis.jusque"],
            Hint = words["hint.avis.jusque"],
            Placeholder = words.Day(session.Today.AddDays(10)),
            Readers = words["readers.team"],
            MayStayOpen = false,
            Check = text => DayText.Read(text, words.Language) switch
            {
                null => new Understood.Refused(words["slip.day"]),
                { } day when day < session.Today => new Understood.Refused(words["avis.past"]),
                { } day when day > session.Today.AddDays(MostDays) => new Understood.Refused(words["avis.far"]),
                { } day => new Understood.Accepted(Answer.Said(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
            },
        });
        return questions;
    }

    public override async ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation)
    {
        var words = session.Words;
        var closes = DateOnly.ParseExact(draft.Said(Until)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var whole = draft.Chosen(What) is ["whole"];
        Consultation consultation = new()
        {
            Id = Id<Consultation>.Parse(draft.Id),
            Mode = whole || draft.Chosen(How) is [nameof(Mode.Consent)] ? Mode.Consent : Mode.Priority,
            Secret = draft.Chosen(Secrecy) is ["secret"] && NoSecret(session, draft) is null,
            WithPartners = draft.Chosen(Who) is ["partners"],
            Asked = whole
                ? [new(Consultation.Whole, words["avis.whole"], string.Join(" ", session.Dossier.Criteria.Where(criterion => !criterion.Retired).Take(VoteCard.MostInSecret).Select(criterion => words.Quoted(criterion.Name))))]
                : [.. session.Dossier.Criteria.Where(criterion => !criterion.Retired).Select(criterion => new Asked(criterion.Id.ToString(), criterion.Name, criterion.Definition))],
            By = session.Person,
            Opened = session.Today,
            Closes = closes < session.Today ? session.Today : closes,
        };
        if ((await session.Deliberation.ConsultationsAsync(cancellation)).Select(found => found.Entry).LastOrDefault(other => other.IsOpen(session.Today)) is { } open)
        {
            session.Say(words.Say("opinions.open-already", words.Day(open.Closes)));
            return;
        }

        session.Write([Change.Add(consultation.Key, DomainJson.Write(consultation))], "consultation.open", consultation.Key);
        session.Say(words.Say("opinions.opened", words.Day(consultation.Closes)));
        if (NoSecret(session, draft) is { } why)
        {
            session.Say(why);
        }

        session.Show(VoteCard.ForAll(session, consultation, 0));
    }

    /// <summary>Why a secret ballot cannot be had, said once the question is open: an answer that leaves no choice is not asked for.</summary>
    private static string? NoSecret(Session session, Draft draft) =>
        Number(draft, Voters) < Consultation.FewestInSecret ? session.Words["avis.secret.too-few"]
        : draft.Chosen(What) is not ["whole"] && session.Dossier.Criteria.Count(criterion => !criterion.Retired) > VoteCard.MostInSecret ? session.Words.Say("avis.secret.too-many", VoteCard.MostInSecret)
        : null;

    private static ChoiceQuestion Choose(Wording.Words words, string id, params IEnumerable<string> choices) => new(id)
    {
        Ask = words[$"ask.{id}"],
        Hint = words[$"hint.{id}"],
        Readers = words["readers.team"],
        MayStayOpen = false,
        Choices = [.. choices.Select(choice => new Choice(choice, words[$"reply.{id}.{choice}"]))],
    };

    /// <summary>What is known when it begins: how many could answer, and how many of them are partners.</summary>
    public static Draft Knowing(Draft draft, int voters, int partners, DateTimeOffset now) => draft
        .With(Voters, Answer.Said(voters.ToString(CultureInfo.InvariantCulture)), now)
        .With(Partners, Answer.Said(partners.ToString(CultureInfo.InvariantCulture)), now);

    private static int Number(Draft draft, string what) => int.Parse(draft.Said(what) ?? "0", CultureInfo.InvariantCulture);
}
