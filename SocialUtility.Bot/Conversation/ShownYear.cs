using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>The year that cards speak of where nobody said which.</summary>
internal static class ShownYear
{
    /// <summary>
    /// The year that was asked for with its readings, else the present one. Early in the year there is nothing yet: the last full
    /// year says more than an empty card.
    /// </summary>
    public static async ValueTask<(int Year, IReadOnlyList<Measurement> Readings)> ReadAsync(Session session, int? asked, CancellationToken cancellation) => asked is { } year
        ? (year, await session.Ledger.OfYearsAsync(year, year, cancellation))
        : await session.Ledger.OfLatestYearAsync(session.Year - 1, session.Year, cancellation);
}
