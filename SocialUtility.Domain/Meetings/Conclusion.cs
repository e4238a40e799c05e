using System.Globalization;
using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Meetings;

/// <summary>How the group sees a criterion as a whole: four words and no figure (domain.md 1.5, e7-analyser.appreciation).</summary>
public enum Appreciation
{
    NotYet,
    Partly,
    Well,
    VeryWell,
}

/// <summary>Where what moved comes from: never all of it from oneself without having asked.</summary>
public enum Cause
{
    Ours,
    Elsewhere,
    Both,
    Unknown,
}

/// <summary>What is decided. <see cref="Nothing"/> is a decision said as one: « pas de décision » (deck row D21).</summary>
public enum Course
{
    GoOn,
    Change,
    Stop,
    TryOther,
    Nothing,
}

/// <summary>Who takes a decision on: a member, a role, or words where neither fits.</summary>
/// <remarks>Of a member only the person is kept: their name stands with the member, and leaves with them.</remarks>
public sealed record Owner(Person? Person, Role? Role = null, string? Words = null);

/// <summary>What is decided, who takes it on, and until when.</summary>
/// <param name="Course">Which way.</param>
/// <param name="What">In the group's words.</param>
/// <param name="Owner">Null until somebody is named.</param>
/// <param name="Due">Null until a day is named.</param>
public sealed record Decision(Course Course, string? What = null, Owner? Owner = null, DateOnly? Due = null)
{
    /// <summary>With an owner and a day, or explicitly none.</summary>
    [JsonIgnore]
    public bool IsWhole => Course == Course.Nothing || (What is not null && Owner is not null && Due is not null);

    /// <summary>Something is to be done: it comes back in the year after.</summary>
    [JsonIgnore]
    public bool BindsSomebody => Course != Course.Nothing && IsWhole;
}

/// <summary>
/// What the group concludes on one criterion for one year, in its own words: one row, written answer by answer, so that somebody
/// else goes on where one stopped.
/// </summary>
public sealed record Conclusion : Entry
{
    /// <summary>Where an earlier version lies once a word of it was corrected: not in the meeting's one range.</summary>
    public const string PastPrefix = "meeting-past|";

    public required int Year { get; init; }

    public required Id<Criterion> Criterion { get; init; }

    /// <summary>Why the values moved, in the group's words.</summary>
    public string? Why { get; init; }

    public Cause? Cause { get; init; }

    /// <summary>What nobody knows yet.</summary>
    public string? StillUnknown { get; init; }

    /// <summary>« Nous pouvons dire que… ».</summary>
    public string? Text { get; init; }

    public Appreciation? Appreciation { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>How often words that stood were changed: so many earlier versions can be read.</summary>
    public int Corrections { get; init; }

    /// <summary>Who wrote last; null once they have left.</summary>
    public Person? By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The sentence is there: the criterion has its conclusion for the year.</summary>
    [JsonIgnore]
    public bool IsDrawn => Text is not null;

    /// <summary>A decision with its owner and day, or an explicit « pas de décision ».</summary>
    [JsonIgnore]
    public bool IsDecided => Decision is { IsWhole: true };

    public override string Key => KeyOf(Year, Criterion);

    [JsonIgnore]
    public string PastKey => string.Create(CultureInfo.InvariantCulture, $"{PastPrefix}{Year:0000}|{Criterion}|{Version:0000}");

    public static string KeyOf(int year, Id<Criterion> criterion) => $"{MeetingBook.PrefixOf(year, criterion)}conclusion";

    /// <summary>
    /// <paramref name="next"/> as the version after this one, and the changes that write it: where words that stood are changed,
    /// the earlier version stays readable; filling what was open leaves none.
    /// </summary>
    public (Conclusion Next, IReadOnlyList<Change> Past) Followed(Conclusion next)
    {
        var corrects = Corrects(next);
        return (
            next with { Version = Version + 1, Corrections = Corrections + (corrects ? 1 : 0) },
            corrects ? [Change.Put(PastKey, DomainJson.Write(this))] : []);
    }

    private bool Corrects(Conclusion next) =>
        Differs(Why, next.Why) || Differs(StillUnknown, next.StillUnknown) || Differs(Text, next.Text)
        || (Cause is { } cause && cause != next.Cause)
        || (Appreciation is { } seen && seen != next.Appreciation)
        || (IsDecided && Decision != next.Decision);

    private static bool Differs(string? before, string? after) => before is not null && before != after;
}

/// <summary>
/// What one of those present said to a question that is put to everybody: a row of its own, so that twenty people who answer on one
/// card at once are all heard.
/// </summary>
public sealed record Remark : Entry
{
    public required Id<Remark> Id { get; init; }

    public required int Year { get; init; }

    public required Id<Criterion> Criterion { get; init; }

    /// <summary>The question of the method: <c>e7-analyser.surprise</c>.</summary>
    public required string Question { get; init; }

    public required string Text { get; init; }

    /// <summary>Shown to nobody: so that one's own words can be corrected. Null once they have left.</summary>
    public Person? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => $"{MeetingBook.PrefixOf(Year, Criterion)}remark|{Id}";
}

/// <summary>What has become of a decision.</summary>
public enum Fate
{
    Done,
    Underway,
    Dropped,
}

/// <summary>« Fait », « en cours », « abandonné, parce que… »: said of a decision, once or several times; the last one stands.</summary>
public sealed record FollowUp : Entry
{
    public required Id<FollowUp> Id { get; init; }

    /// <summary>The year whose meeting decided.</summary>
    public required int Year { get; init; }

    public required Id<Criterion> Criterion { get; init; }

    public required Fate Fate { get; init; }

    public string? Because { get; init; }

    /// <summary>The year whose meeting asked; null where it was said in between.</summary>
    public int? AskedFor { get; init; }

    /// <summary>Null once they have left.</summary>
    public Person? By { get; init; }

    public required DateTimeOffset At { get; init; }

    public override string Key => $"{MeetingBook.PrefixOf(Year, Criterion)}follow|{Id}";
}
