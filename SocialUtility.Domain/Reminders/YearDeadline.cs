using System.Globalization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Domain.Reminders;

/// <summary>What comes round once in an association's year (domain.md 3.6).</summary>
public enum Deadline
{
    /// <summary>Many towns take requests for the next year.</summary>
    GrantCampaign,

    /// <summary>FDVA campaigns of most regions, January to March.</summary>
    FdvaCampaign,

    /// <summary>The hours that volunteers gave in the year.</summary>
    VolunteerHours,

    /// <summary>Looking at the results together, a month after the year.</summary>
    Analysis,

    /// <summary>Looking at them with the partners, two to three months after the year.</summary>
    CoEvaluation,

    /// <summary>The general assembly, four to five months after the year.</summary>
    GeneralAssembly,

    /// <summary>The financial account of a grant (cerfa 15059), six months after the year: said 60, 30 and 7 days before.</summary>
    GrantAccount,

    /// <summary>Do the criteria and indicators still fit? Once a year.</summary>
    Review,
}

/// <summary>One of these days: from when on it is said, to whom, and the day it is about.</summary>
public sealed record YearDeadline(Deadline What, DateOnly From, DateOnly By, IReadOnlyList<Role> Whom)
{
    /// <summary>Later than this it is no use any more.</summary>
    public static readonly int SaidWithinDays = 14;

    private static readonly Role[] Coordination = [Role.Coordinator];
    private static readonly Role[] Board = [Role.Board, Role.Coordinator];
    private static readonly Role[] Accounts = [Role.Treasurer, Role.Board];

    /// <summary>What it is called where it is noted that somebody was told.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"deadline|{What}|{From:yyyy-MM-dd}");

    public DateOnly Forgotten => From.AddDays(SaidWithinDays);

    /// <summary>Those that are said from somewhat before that day until a year after it, in time order.</summary>
    public static IReadOnlyList<YearDeadline> Around(DateOnly day, Association association)
    {
        var year = Period.Containing(day, Frequency.Yearly, association.YearStartsIn);
        return
        [
            .. new[] { year.Previous.Previous, year.Previous, year, year.Next }
                .SelectMany(Of)
                .Where(deadline => deadline.Forgotten >= day && deadline.From <= day.AddYears(1))
                .OrderBy(deadline => deadline.From)
                .ThenBy(deadline => deadline.What),
        ];
    }

    private static IEnumerable<YearDeadline> Of(Period year)
    {
        var end = year.End;
        var after = end.AddDays(1);
        var account = end.AddMonths(6);
        yield return new(Deadline.Review, after.AddMonths(-3), after.AddMonths(-3).AddMonths(1).AddDays(-1), Coordination);
        yield return new(Deadline.GrantCampaign, after.AddMonths(-4), end, Coordination);
        yield return new(Deadline.VolunteerHours, after, end.AddDays(14), [Role.Treasurer]);
        yield return new(Deadline.Analysis, end.AddDays(15), end.AddMonths(1), Coordination);
        yield return new(Deadline.CoEvaluation, after.AddMonths(1), end.AddMonths(3), Coordination);
        yield return new(Deadline.GeneralAssembly, after.AddMonths(3), end.AddMonths(5), Board);
        foreach (var before in (int[])[60, 30, 7])
        {
            yield return new(Deadline.GrantAccount, account.AddDays(-before), account, Accounts);
        }

        // The campaigns follow the calendar, whatever the association's year.
        var january = new DateOnly(year.Start.Year, 1, 5);
        yield return new(Deadline.FdvaCampaign, january, new(year.Start.Year, 3, 31), Coordination);
    }
}
