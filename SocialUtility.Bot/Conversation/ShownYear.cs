using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>The year that cards speak of where nobody said which.</summary>
internal static class ShownYear
{
    /// <summary>
    /// The year that was asked for with its readings, else the present one. Early in the year there is nothing yet: the last full
    /// year says more than an empty card.
    /// </summary>
    public static async ValueTask<(int Year, IReadOnlyList<Measurement> Readings)> ReadAsync(Session session, int? asked, CancellationToken cancellation)
    {
        var year = asked ?? session.Year;
        var readings = await session.Ledger.OfYearsAsync(year, year, cancellation);
        if (readings.Count > 0 || asked is not null)
        {
            return (year, readings);
        }

        var before = await session.Ledger.OfYearsAsync(year - 1, year - 1, cancellation);
        return before.Count > 0 ? (year - 1, before) : (year, readings);
    }
}
