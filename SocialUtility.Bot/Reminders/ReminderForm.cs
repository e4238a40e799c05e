using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Reminders;

namespace SocialUtility.Bot.Reminders;

/// <summary>One value that a card asks for, with what was said before it and what the year says so far.</summary>
/// <param name="Expected">The value.</param>
/// <param name="Step">For the how-manieth time it is asked for; null where the person opened the card themselves.</param>
/// <param name="Seen">The version of the value that stands; 0 while nothing is noted.</param>
/// <param name="Last">The latest reading before the period.</param>
/// <param name="Year">The year as it stands.</param>
public sealed record ReminderItem(Expected Expected, Step? Step, int Seen, Measurement? Last, YearOf Year);

/// <summary>All that one card asks of one person.</summary>
public sealed record ReminderForm
{
    /// <summary>What fits a phone and a card's 20 KB; the others follow once these are given.</summary>
    public const int Most = 5;

    public required IReadOnlyList<ReminderItem> Items { get; init; }

    /// <summary>Waiting as well, for the next card.</summary>
    public int More { get; init; }

    public IReadOnlyList<YearDeadline> Deadlines { get; init; } = [];

    /// <summary>Named where the person belongs to several.</summary>
    public string? Association { get; init; }

    public static ReminderForm Of(ReminderFile file, Reminder reminder, LedgerPage page, DateTimeOffset now) =>
        Of(file.Dossier.Association, reminder.Askings, page, now) with { Deadlines = reminder.Deadlines };

    public static ReminderForm Of(Association association, IReadOnlyList<Asking> askings, LedgerPage page, DateTimeOffset now) => new()
    {
        Items = [.. askings.Take(Most).Select(asking => Item(association, asking, page, now))],
        More = Math.Max(0, askings.Count - Most),
    };

    /// <summary>The values that a card speaks of, as its button sends them back: <c>indicator|period|version, …</c>.</summary>
    public string Names => string.Join(',', Items.Select(item => $"{item.Expected.Key}|{item.Seen}"));

    private static ReminderItem Item(Association association, Asking asking, LedgerPage page, DateTimeOffset now)
    {
        var (indicator, period) = (asking.Expected.Indicator, asking.Expected.Period);
        List<Measurement> known = [.. page.Of(indicator.Id)];
        return new(
            asking.Expected,
            asking.Step,
            page.Find(indicator.Id, period)?.Measurement.Version ?? 0,
            known.FindLast(reading => reading.Period < period),
            YearOf.Reading(indicator, period.Year, association.YearStartsIn, [.. known.Where(reading => reading.Period.Year == period.Year)], association.Today(now)));
    }
}
