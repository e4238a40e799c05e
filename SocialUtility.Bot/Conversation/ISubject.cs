namespace SocialUtility.Bot.Conversation;

/// <summary>
/// A subject one can talk about: which words open it, which buttons and small questions are its own.
/// <see cref="Talk"/> knows no subject by name; a new one is added in <c>AddConversation</c>.
/// </summary>
public interface ISubject
{
    /// <summary>By name of the command: its words are the resource <c>command.{name}</c>, in both languages.</summary>
    IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => Nothing.OfCommands;

    /// <summary>
    /// By name of an opening, words that something follows (« glossaire critère »): its words are the resource <c>opening.{name}</c>.
    /// False where what follows is none of its own: the whole is heard as any other words. The open question stays open.
    /// </summary>
    IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => Nothing.OfOpenings;

    /// <summary>
    /// Words that are its own by their shape, a pasted link for one, whatever question is open; false where the text has none.
    /// </summary>
    IReadOnlyList<Func<Session, string, CancellationToken, ValueTask<bool>>> Shapes => [];

    /// <summary>
    /// Words that are no command, no opening and no answer: each looks whether they are its own, a typed figure for one; false
    /// where they are not.
    /// </summary>
    IReadOnlyList<Func<Session, string, CancellationToken, ValueTask<bool>>> FreeWords => [];

    /// <summary>By kind of submission.</summary>
    IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => Nothing.OfButtons;

    /// <summary>By kind of small question; false where the words were no answer to it.</summary>
    IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => Nothing.OfAnswers;
}

file static class Nothing
{
    public static readonly IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> OfCommands =
        new Dictionary<string, Func<Session, CancellationToken, ValueTask>>();

    public static readonly IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> OfOpenings =
        new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>();

    public static readonly IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> OfButtons =
        new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>();

    public static readonly IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> OfAnswers =
        new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>();
}
