using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;

namespace SocialUtility.Bot.Guides;

/// <summary>Questions of the method with their words: the question is data, its hint and example are resources under the same name.</summary>
public static class Method
{
    public static OpenQuestion Open(Session session, string id, int longest = Texts.LongText, bool mayStayOpen = true, Func<string, Understood?>? check = null) => new(id, longest)
    {
        Ask = Ask(session, id),
        Hint = Optional(session, $"hint.{id}"),
        Example = Example(session, id),
        Placeholder = Optional(session, $"placeholder.{id}"),
        Readers = Readers(session, id),
        MayStayOpen = mayStayOpen,
        Check = check ?? (_ => null),
    };

    public static ChoiceQuestion Choose(Session session, string id, IReadOnlyList<Choice> choices, string? ask = null, string? hint = null) => new(id)
    {
        Ask = ask ?? Ask(session, id),
        Hint = hint ?? Optional(session, $"hint.{id}"),
        Example = Example(session, id),
        Readers = Readers(session, id),
        Choices = choices,
    };

    public static FigureQuestion Figure(Session session, string id, Func<decimal, string, Understood?> check) => new(id)
    {
        Ask = Ask(session, id),
        Hint = Optional(session, $"hint.{id}"),
        Example = Example(session, id),
        Placeholder = Optional(session, $"placeholder.{id}"),
        Readers = Readers(session, id),
        Check = check,
    };

    /// <summary>Our own wording where there is one (<c>ask.…</c>), else the method's.</summary>
    private static string Ask(Session session, string id)
    {
        if (Optional(session, $"ask.{id}") is { } own)
        {
            return own;
        }

        var question = MethodQuestions.Instance[id];
        return session.Words.Set(new Bilingual(question.Fr, question.En));
    }

    private static string Readers(Session session, string id) =>
        session.Words[MethodQuestions.Instance.Find(id)?.Audience == "benevole" ? "readers.team" : "readers.board"];

    /// <summary>From an association like theirs where there is one, else from any.</summary>
    private static string? Example(Session session, string id) =>
        session.File?.Association.Type is { } type && session.Words.Has($"example.{id}.{type}") ? session.Words[$"example.{id}.{type}"] : Optional(session, $"example.{id}");

    private static string? Optional(Session session, string key) => session.Words.Has(key) ? session.Words[key] : null;
}
