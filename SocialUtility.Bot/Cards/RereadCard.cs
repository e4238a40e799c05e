using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« Ce que vous avez dit »: the answers of a sitting in the person's words, to reread before anybody else can read them.</summary>
public static class RereadCard
{
    /// <summary>The question that the card is; rereading is no question of the method.</summary>
    public const string Id = "relire";

    public static ChoiceQuestion Of(Session session, Draft draft, string context, IReadOnlyList<Question> questions) => new(Id)
    {
        Ask = session.Words["ask.project.reread"],
        Readers = session.Words["readers.board"],
        Choices = [new("ok", session.Words["button.right"])],
        Card = () => For(session, draft, context, questions),
        MayStayOpen = false,
    };

    /// <summary>« C'est bien ça », or one sentence to change.</summary>
    private static AdaptiveCard For(Session session, Draft draft, string context, IReadOnlyList<Question> questions)
    {
        var words = session.Words;
        var mark = CardMark.Of(draft.Turn);
        (string, object)[] fields = [("draft", draft.Id), ("question", Id)];
        List<AdaptiveElement> body = [Context(context), Heading(words["project.said"]), Detail(words["project.reread"])];
        foreach (var question in questions.Where(question => draft.Said(question.Id) is not null))
        {
            body.Add(Said(NameOf(session, question.Id), draft.Said(question.Id)!));
        }

        var open = questions.Where(question => draft.Said(question.Id) is null).ToList();
        if (open.Count > 0)
        {
            body.Add(SecondHeading(words["project.still-open"]));
            body.Add(Text(Bullets(open.Select(question => question.Ask)), AdaptiveSpacing.Small));
        }

        body.Add(Detail(words["readers.board"]));
        return Card(
            words,
            words["project.reread.fallback"],
            body,
            Tap(words["button.right"], "guide.answer", mark, [.. fields, (Question.Field, "ok")]).First(),
            Correcting(session, "guide.correct", mark, questions.Select(question => (question.Id, NameOf(session, question.Id))), fields));
    }

    /// <summary>What somebody said, under its short name.</summary>
    public static AdaptiveContainer Said(string name, string text) => Tinted(Context(name), Text(Plain(text), AdaptiveSpacing.Small));

    /// <summary>Opens the choice of the sentence to change.</summary>
    public static AdaptiveShowCardAction Correcting(Session session, string kind, CardMark mark, IEnumerable<(string Id, string Title)> sentences, params (string, object)[] fields)
    {
        var choice = Choices("phrase", session.Words["project.which"], sentences);
        (choice.IsRequired, choice.ErrorMessage) = (true, session.Words["slip.no-choice"]);
        return new()
        {
            Title = session.Words["button.correct"],
            Card = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5)) { Body = [choice], Actions = [Send(session.Words["button.change"], kind, mark, fields).First()] },
        };
    }

    /// <summary>A question in a few words.</summary>
    public static string NameOf(Session session, string id) => session.Words["short." + id];
}
