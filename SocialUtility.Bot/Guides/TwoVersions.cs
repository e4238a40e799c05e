using SocialUtility.Bot.Conversation;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// Two people gave different words to the same question: the second sees both and says which stays; nothing is lost.
/// Several such questions are asked one after the other.
/// </summary>
/// <param name="kind">Names the small question.</param>
/// <param name="standing">What stands for a question, as it is read.</param>
/// <param name="write">Puts an answer in its place, whatever stands there.</param>
/// <param name="after">What follows once all are decided.</param>
public sealed class TwoVersions(
    string kind, Func<Session, string, string?> standing, Action<Session, string, Answer> write, Func<Session, CancellationToken, ValueTask> after)
{
    private const string Order = "questions";
    private const string Chosen = "|choices";

    public string Kind => kind;

    public void Ask(Session session, IReadOnlyList<KeyValuePair<string, Answer>> mine)
    {
        var words = session.Words;
        List<(string, string)> notes = [(Order, string.Join(',', mine.Select(one => one.Key)))];
        foreach (var (question, answer) in mine)
        {
            notes.Add((question, answer.Text));
            if (answer.Choices is { } choices)
            {
                notes.Add((question + Chosen, string.Join('\n', choices)));
            }
        }

        session.WaitFor(kind, [.. notes]);
        session.Say(
            words.Say("project.two-versions", words.Quoted(standing(session, mine[0].Key) ?? ""), words.Quoted(mine[0].Value.Text)),
            words["button.keep-theirs"],
            words["button.keep-mine"],
            words["button.talk-together"]);
    }

    /// <summary>« Garder la mienne », « Garder la sienne », « En parler ensemble »; false for any other words.</summary>
    public async ValueTask<bool> DecideAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var choice = Vocabulary.Command(text);
        var mine = Read(waiting);
        if (mine.Count == 0 || choice is not ("keep-mine" or "keep-theirs" or "talk-together"))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (choice == "keep-mine")
        {
            write(session, mine[0].Key, mine[0].Value);
        }

        session.Say(session.Words[choice switch { "keep-mine" => "project.kept-mine", "keep-theirs" => "project.kept-theirs", _ => "project.talk-together" }]);
        if (mine.Count > 1)
        {
            Ask(session, mine[1..]);
        }
        else
        {
            await after(session, cancellation);
        }

        return true;
    }

    private static List<KeyValuePair<string, Answer>> Read(Waiting waiting) =>
    [
        .. from question in waiting.Notes.GetValueOrDefault(Order, "").Split(',', StringSplitOptions.RemoveEmptyEntries)
           let text = waiting.Notes.GetValueOrDefault(question)
           where text is not null
           let choices = waiting.Notes.GetValueOrDefault(question + Chosen)
           select KeyValuePair.Create(question, choices is null ? Answer.Said(text) : Answer.Chosen(choices.Split('\n'), text)),
    ];
}
