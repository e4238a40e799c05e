using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Measurements;

/// <summary>What becomes of a <see cref="Recording"/>.</summary>
public abstract record Judgement
{
    private Judgement(Recording recording) => Recording = recording;

    public Recording Recording { get; init; }

    /// <summary>It can be written as it is.</summary>
    /// <param name="Recording">What was given.</param>
    /// <param name="Noted">As it will stand, with its version.</param>
    /// <param name="Before">What stood until now; null where nothing did.</param>
    public sealed record Accepted(Recording Recording, Measurement Noted, Kept? Before) : Judgement(Recording)
    {
        /// <summary>What is written: all of it, with the journal line, or nothing.</summary>
        public IReadOnlyList<Change> Changes => Ledger.Note(Noted, Before);

        public bool IsCorrection => Before?.Standing is not null;
    }

    /// <summary>The same stands already: nothing is written.</summary>
    public sealed record Unchanged(Recording Recording, Measurement Standing) : Judgement(Recording);

    /// <summary>The person is asked first, in this order; each answer with yes goes into <see cref="Recording.Sure"/>.</summary>
    public sealed record Asks(Recording Recording, IReadOnlyList<Doubt> Doubts) : Judgement(Recording);

    /// <summary>It is not written, whatever the person says.</summary>
    public sealed record Refused(Recording Recording, Refusal Why) : Judgement(Recording);
}

/// <summary>A reason to ask once more; never a reason to refuse (domain.md 1.5, étape 6).</summary>
public abstract record Doubt
{
    private Doubt(Sure yes) => Yes = yes;

    /// <summary>What the person says with yes.</summary>
    public Sure Yes { get; }

    /// <summary>The words hold what looks as if it belonged to one person.</summary>
    public sealed record Personal(IReadOnlyList<Trace> Seen) : Doubt(Sure.Personal);

    /// <summary>Zero is a value; an empty hand is not.</summary>
    public sealed record Zero() : Doubt(Sure.Zero);

    /// <summary>More than makes sense for most.</summary>
    public sealed record OverBound(decimal Highest) : Doubt(Sure.Bound);

    /// <summary>Far from what was usual until now: asked with a word of why.</summary>
    public sealed record FarFromHistory(Habit Habit) : Doubt(Sure.History);

    /// <summary>Something else was noted since the person looked.</summary>
    public sealed record NotedMeanwhile(Measurement Standing) : Doubt(Sure.Meanwhile);

    /// <summary>What others may have read already is corrected without a word of why; a slip of one's own a moment ago needs none.</summary>
    public sealed record NoReason(Measurement Standing) : Doubt(Sure.Unexplained);
}

/// <summary>Why something cannot be noted.</summary>
public abstract record Refusal
{
    private Refusal()
    {
    }

    /// <summary>The indicator is not read any more, or in another way.</summary>
    public sealed record Retired : Refusal;

    /// <summary>A month for what is read by quarter: asked about elsewhere, never divided.</summary>
    public sealed record WrongRhythm : Refusal;

    /// <summary>The period has not begun.</summary>
    public sealed record NotBegun : Refusal;

    /// <summary>The figures of that time are closed.</summary>
    public sealed record Closed(Closure Closure) : Refusal;

    /// <summary>Words for a figure, or a figure for words.</summary>
    public sealed record WrongKind : Refusal;

    /// <summary>Less than zero.</summary>
    public sealed record BelowZero : Refusal;

    /// <summary>Not between 1 and 5.</summary>
    public sealed record OffTheScale : Refusal;

    /// <summary>A part of nothing.</summary>
    public sealed record ShareOfNothing : Refusal;

    /// <summary>Nothing that can be read.</summary>
    public sealed record Empty : Refusal;

    public sealed record TooLong(int Longest, int Length) : Refusal;

    /// <summary>Where totals alone are kept, a list of people (domain.md 7.1).</summary>
    public sealed record NamesPeople : Refusal;

    /// <summary>The proof is no address that starts with https.</summary>
    public sealed record NotALink : Refusal;

    /// <summary>Two different values for the same period at once.</summary>
    public sealed record GivenTwice : Refusal;
}
