using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Guides;

/// <summary>What a meeting is about at one time: a criterion in a year.</summary>
public sealed record Topic(int Year, Id<Criterion> Criterion)
{
    public static Topic? Read(string? text) =>
        text?.Split('|') is [var year, var criterion]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1990 and <= 2200
        && Id<Criterion>.TryParse(criterion, out var id)
            ? new(number, id)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}|{Criterion}");
}

/// <summary>
/// The questions of « Comprendre ensemble » (step e7 of the method) in their order: their form, to whom they are put, what stands for
/// them in a conclusion, and the conclusion with another answer.
/// </summary>
public static class MeetingQuestions
{
    public const string Surprise = "e7-analyser.surprise";
    public const string Why = "e7-analyser.pourquoi";
    public const string Cause = "e7-analyser.cause";
    public const string Pride = "e7-analyser.fierte";
    public const string Disappointment = "e7-analyser.deception";
    public const string StillUnknown = "e7-analyser.manque-donnee";
    public const string Conclusion = "e7-analyser.conclusion";
    public const string Appreciation = "e7-analyser.appreciation";
    public const string Decision = "e7-analyser.decision";
    public const string What = "e7-analyser.quoi";
    public const string Who = "e7-analyser.qui";
    public const string When = "e7-analyser.quand";

    /// <summary>« Vous aviez décidé… »: the year whose decision it asks about follows.</summary>
    public const string FollowUp = "e7-analyser.suite.";

    private const string Day = "yyyy-MM-dd";

    /// <summary>More names than a card can carry are typed, not chosen.</summary>
    private const int MostNames = 20;

    /// <summary>All but those about earlier decisions, in the order they are put.</summary>
    public static IReadOnlyList<string> All { get; } = [Surprise, Why, Cause, Pride, Disappointment, StillUnknown, Conclusion, Appreciation, Decision, What, Who, When];

    /// <summary>To whom it is put; those that have grown out of one of the method go to the same people.</summary>
    public static string AudienceOf(string id) => id switch
    {
        Cause => MethodQuestions.Instance[Why].Audience,
        What or Who or When => MethodQuestions.Instance[Decision].Audience,
        _ => MethodQuestions.Instance[id].Audience,
    };

    /// <summary>Everybody says a sentence of their own; of the others the association has one answer.</summary>
    public static bool IsEachOnes(string id) => !IsFollowUp(id) && Audience.IsEachOnes(AudienceOf(id));

    public static bool IsFollowUp(string id) => id.StartsWith(FollowUp, StringComparison.Ordinal);

    /// <summary>The questions on that criterion in their order: earlier decisions first; who and when only where something is decided.</summary>
    /// <param name="book">What was concluded before.</param>
    /// <param name="topic">The criterion and the year.</param>
    /// <param name="course">The way that is decided, where one is being given; null for the one that stands.</param>
    public static IReadOnlyList<string> Of(MeetingBook book, Topic topic, Course? course = null)
    {
        course ??= book.Find(topic.Year, topic.Criterion)?.Decision?.Course;
        return
        [
            .. book.ComingBack(topic.Year, topic.Criterion).Select(decided => FollowUp + decided.Year.ToString(CultureInfo.InvariantCulture)),
            .. All.Where(id => id is not (What or Who or When) || course is not (null or Course.Nothing)),
        ];
    }

    /// <summary>The earlier decision that the question asks about; null where it is none of that criterion's.</summary>
    public static Conclusion? Decided(MeetingBook book, Topic topic, string id) =>
        IsFollowUp(id) && int.TryParse(id.AsSpan(FollowUp.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? book.ComingBack(topic.Year, topic.Criterion).FirstOrDefault(one => one.Year == year)
            : null;

    public static Question Ask(Session session, MeetingBook book, Topic topic, string id)
    {
        var words = session.Words;
        var question = id switch
        {
            Surprise or Pride or Disappointment or Why or StillUnknown or Conclusion => Method.Open(session, id, Texts.ShortText),
            Cause => Method.Choose(session, id, Choices<Cause>(words, "cause.")),
            Appreciation => Method.Choose(session, id, Choices<Appreciation>(words, "appreciation.")),
            Decision => Method.Choose(session, id, Choices<Course>(words, "course.")),
            What => Method.Open(session, id, Texts.ShortText, mayStayOpen: false),
            Who => Method.Choose(session, id, Owners(session)) with { OrOwnWords = true, MayStayOpen = false },
            When => Method.Open(session, id, 60, mayStayOpen: false, check: text => Until(session, text)),
            _ when Decided(book, topic, id) is { } decided => AskBack(session, id, decided),
            _ => throw new ArgumentException($"No question {id}.", nameof(id)),
        };
        return question with { Readers = words["readers.meeting"] };
    }

    /// <summary>What the association has answered; null while it has not, and for what each says for themselves.</summary>
    public static Answer? Standing(Session session, MeetingBook book, Topic topic, string id)
    {
        var words = session.Words;
        if (Decided(book, topic, id) is { } decided)
        {
            return book.HeardIn(topic.Year, decided) is { } heard ? Answer.Chosen([heard.Fate.ToString()], words["fate." + heard.Fate], heard.Because) : null;
        }

        var conclusion = book.Find(topic.Year, topic.Criterion);
        return id switch
        {
            Why => Said(conclusion?.Why),
            StillUnknown => Said(conclusion?.StillUnknown),
            Conclusion => Said(conclusion?.Text),
            What => Said(conclusion?.Decision?.What),
            Cause => conclusion?.Cause is { } cause ? Answer.Chosen([cause.ToString()], words["cause." + cause]) : null,
            Appreciation => conclusion?.Appreciation is { } seen ? Answer.Chosen([seen.ToString()], words["appreciation." + seen]) : null,
            Decision => conclusion?.Decision is { } decision ? Answer.Chosen([decision.Course.ToString()], words["course." + decision.Course]) : null,
            Who => conclusion?.Decision?.Owner switch
            {
                null => null,
                { Person: { } person } owner => Answer.Chosen([person.Mark], Named(session, owner)),
                { Role: { } role } owner => Answer.Chosen([role.ToString()], Named(session, owner)),
                { Words: var own } => Said(own),
            },
            When => conclusion?.Decision?.Due is { } day ? Answer.Chosen([day.ToString(Day, CultureInfo.InvariantCulture)], words.Day(day)) : null,
            _ => null,
        };
    }

    /// <summary>The conclusion with that answer in its place.</summary>
    public static Conclusion With(Session session, Conclusion conclusion, string id, Answer answer)
    {
        var chosen = answer.Choices is [var one] ? one : null;
        var decision = conclusion.Decision ?? new(Course.GoOn);
        return id switch
        {
            Why => conclusion with { Why = answer.Text },
            StillUnknown => conclusion with { StillUnknown = answer.Text },
            Conclusion => conclusion with { Text = answer.Text },
            Cause => conclusion with { Cause = Enum.Parse<Cause>(chosen!) },
            Appreciation => conclusion with { Appreciation = Enum.Parse<Appreciation>(chosen!) },
            Decision when chosen == nameof(Course.Nothing) => conclusion with { Decision = new(Course.Nothing) },
            Decision => conclusion with { Decision = decision with { Course = Enum.Parse<Course>(chosen!) } },
            What => conclusion with { Decision = decision with { What = answer.Text } },
            Who => conclusion with { Decision = decision with { Owner = OwnerOf(session, answer) } },
            When => conclusion with { Decision = decision with { Due = DateOnly.ParseExact(chosen!, Day, CultureInfo.InvariantCulture) } },
            _ => throw new ArgumentException($"No answer of the association's: {id}.", nameof(id)),
        };
    }

    /// <summary>« Awa », « la coordination », or the words; a member who has left is « ancien membre ».</summary>
    public static string Named(Session session, Owner owner) => owner switch
    {
        { Person: { } person } => session.Roster?.Find(person)?.Name ?? session.Words["keeper.left"],
        { Role: { } role } => session.Words["role." + role],
        _ => owner.Words ?? "",
    };

    /// <summary>Tells on a card which answer it showed, without carrying it; empty for none.</summary>
    public static string MarkOf(Answer? answer) =>
        answer is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Choices is { } choices ? string.Join('\n', choices) : answer.Text)).AsSpan(0, 6));

    private static Question AskBack(Session session, string id, Conclusion decided)
    {
        var words = session.Words;
        var decision = decided.Decision!;
        return Method.Choose(
            session,
            FollowUp + "x",
            Choices<Fate>(words, "fate."),
            ask: words.Say("ask.meeting.decided", words.Quoted(decision.What!)),
            hint: words.Say("hint.meeting.decided", Named(session, decision.Owner!), words.Day(decision.Due!.Value))) with { Id = id, AsksWhy = true };
    }

    private static IReadOnlyList<Choice> Choices<T>(Wording.Words words, string prefix) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), words.Opening(words[prefix + value])))];

    private static IReadOnlyList<Choice> Owners(Session session)
    {
        var members = (session.Roster?.Members ?? []).Where(member => member.Name is not null && member.May(Act.AnswerForTeam)).ToList();
        return
        [
            .. ((Role[])[Role.Coordinator, Role.Board, Role.Volunteer]).Select(role => new Choice(role.ToString(), session.Words["role." + role])),
            .. members.Count <= MostNames ? members.Select(member => new Choice(member.Person.Mark, member.Name!)) : [],
        ];
    }

    private static Owner OwnerOf(Session session, Answer answer) => answer.Choices is [var chosen]
        ? Enum.TryParse<Role>(chosen, out var role) && role.ToString() == chosen ? new(null, role) : new(session.Roster?.Find(chosen)?.Person)
        : session.Roster?.Named(answer.Text) is [var only] ? new(only.Person) : new(null, null, answer.Text);

    private static Understood Until(Session session, string text) => DayText.Read(text, session.Words.Language) switch
    {
        null => new Understood.Refused(session.Words["slip.day"]),
        { } day when day < session.Today => new Understood.Refused(session.Words.Say("meeting.day-past", session.Words.Day(day))),
        { } day => new Understood.Accepted(Answer.Chosen([day.ToString(Day, CultureInfo.InvariantCulture)], session.Words.Day(day))),
    };

    private static Answer? Said(string? text) => text is null ? null : Answer.Said(text);
}
