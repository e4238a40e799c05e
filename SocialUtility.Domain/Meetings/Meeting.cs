using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Domain.Meetings;

/// <summary>One criterion of a meeting, and how far the group is with it.</summary>
/// <param name="Criterion">In use.</param>
/// <param name="Conclusion">Null while nothing of it is written.</param>
/// <param name="ComingBack">Decisions of earlier years, asked about first.</param>
/// <param name="Reached">Done once the conclusion is drawn, whether or not the decision has been taken.</param>
public sealed record AgendaItem(Criterion Criterion, Conclusion? Conclusion, IReadOnlyList<Conclusion> ComingBack, Reached Reached)
{
    /// <summary>Concluded, and nobody has decided yet, not even that there is no decision (deck row D21).</summary>
    public bool IsToDecide => Reached == Reached.Done && Conclusion is not { IsDecided: true };
}

/// <summary>A decision that binds somebody.</summary>
/// <param name="Conclusion">Where it was taken.</param>
/// <param name="Criterion">Null where the criterion is gone.</param>
/// <param name="Last">What was said of it last; null for nothing yet.</param>
/// <param name="IsOpen">Neither done nor dropped.</param>
/// <param name="IsOver">Open, and its day has passed: a question, no fault.</param>
public sealed record Decided(Conclusion Conclusion, Criterion? Criterion, FollowUp? Last, bool IsOpen, bool IsOver);

/// <summary>The meeting of one year: its criteria in the association's order, what is to decide and what is decided.</summary>
public sealed record Meeting(int Year, IReadOnlyList<AgendaItem> Items)
{
    /// <summary>So many months into a year the one before is still the one to understand.</summary>
    private const int MonthsForTheYearBefore = 6;

    public bool IsDone => Items.Count > 0 && Items.All(item => item.Reached == Reached.Done);

    /// <summary>The criteria that still want a decision, or an explicit none.</summary>
    public IEnumerable<AgendaItem> ToDecide => Items.Where(item => item.IsToDecide);

    /// <summary>The first that has no conclusion yet; null once all have.</summary>
    public AgendaItem? Next => Items.FirstOrDefault(item => item.Reached != Reached.Done);

    public static Meeting Of(Dossier file, MeetingBook book, int year) => new(
        year,
        [
            .. file.Criteria.Where(criterion => !criterion.Retired).Select(criterion =>
            {
                var conclusion = book.Find(year, criterion.Id);
                var begun = conclusion is not null || book.Remarks(year, criterion.Id).Count > 0;
                return new AgendaItem(
                    criterion,
                    conclusion,
                    book.ComingBack(year, criterion.Id),
                    conclusion is { IsDrawn: true } ? Reached.Done : begun ? Reached.Begun : Reached.Open);
            }),
        ]);

    /// <summary>
    /// The year that is to be understood now: the year before during the first half of a year, as long as it has readings and
    /// a criterion of it has no conclusion; else the present one, or the one before where the present has no reading yet.
    /// </summary>
    /// <param name="file">What the association has defined.</param>
    /// <param name="book">What it has concluded.</param>
    /// <param name="readings">Its readings of the present year and the one before.</param>
    /// <param name="today">The day it is for the association.</param>
    public static int YearToUnderstand(Dossier file, MeetingBook book, IReadOnlyList<Measurement> readings, DateOnly today)
    {
        var present = Period.Containing(today, Indicators.Frequency.Yearly, file.Association.YearStartsIn);
        bool Read(int year) => readings.Any(reading => reading.Period.Year == year);
        var early = today < present.Start.AddMonths(MonthsForTheYearBefore);
        var before = present.Year - 1;
        return early && Read(before) && !Of(file, book, before).IsDone ? before
            : !Read(present.Year) && Read(before) ? before
            : present.Year;
    }

    /// <summary>The step counts as done once each criterion in use has its conclusion for this year or the one before.</summary>
    public static Reached HowFar(Dossier file, MeetingBook book, int present)
    {
        Meeting[] recent = [Of(file, book, present), Of(file, book, present - 1)];
        return Array.Exists(recent, meeting => meeting.IsDone) ? Reached.Done
            : Array.Exists(recent, meeting => meeting.Items.Any(item => item.Reached != Reached.Open)) ? Reached.Begun
            : Reached.Open;
    }

    /// <summary>All decisions that bind somebody, of all years: the open ones first, by their day.</summary>
    public static IReadOnlyList<Decided> Decisions(Dossier file, MeetingBook book, DateOnly today) =>
    [
        .. book.Conclusions.Where(one => one.Decision is { BindsSomebody: true })
            .Select(one => new Decided(one, file.Find(one.Criterion), book.LastOn(one), book.IsOpen(one), book.IsOpen(one) && one.Decision!.Due < today))
            .OrderByDescending(one => one.IsOpen)
            .ThenBy(one => one.Conclusion.Decision!.Due)
            .ThenBy(one => one.Conclusion.Key, StringComparer.Ordinal),
    ];
}
