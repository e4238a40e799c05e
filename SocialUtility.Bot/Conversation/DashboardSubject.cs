using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Bot.Conversation;

/// <summary>« tableau »: the indicators of a year by criterion; « tableau 2025 », « tableau ce qui manque », « tableau » and a criterion.</summary>
public sealed class DashboardSubject(ChartAddress pictures) : ISubject
{
    /// <summary>From so many letters on a part of a criterion's name names it.</summary>
    private const int FewestLetters = 4;

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["dashboard"] = (session, cancellation) => ShowAsync(session, new(), cancellation),
        ["dashboard.mine"] = (session, cancellation) => ShowAsync(session, new() { Showing = Showing.Mine }, cancellation),
        ["dashboard.missing"] = (session, cancellation) => ShowAsync(session, new() { Showing = Showing.Missing }, cancellation),
    };

    public IReadOnlyDictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>> Openings => new Dictionary<string, Func<Session, string, CancellationToken, ValueTask<bool>>>
    {
        ["dashboard"] = OpenAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["dashboard.show"] = PressedAsync,
    };

    private ValueTask PressedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        var what = submission[DashboardCard.Field];
        return ShowAsync(
            session,
            new()
            {
                Year = YearIn(submission["year"]),
                Page = submission.Page,
                Showing = Enum.TryParse<Showing>(what, out var showing) && Enum.IsDefined(showing) ? showing : Showing.All,
                Criterion = submission.Id<Criterion>(DashboardCard.Field) is { } id && session.File?.Find(id) is { Retired: false } criterion ? criterion : null,
            },
            cancellation);
    }

    private async ValueTask<bool> OpenAsync(Session session, string after, CancellationToken cancellation)
    {
        Asked? asked = YearIn(after) is { } year ? new() { Year = year } : Named(session, after) is { } criterion ? new() { Criterion = criterion } : null;
        if (asked is not null)
        {
            session.Suspend();
            await ShowAsync(session, asked, cancellation);
        }

        return asked is not null;
    }

    private static Criterion? Named(Session session, string words) =>
        session.File?.Criteria.Where(criterion => !criterion.Retired).ToList() is not { } criteria ? null
        : criteria.Find(criterion => criterion.Name.AsWord() == words || criterion.Code.AsWord() == words)
            ?? (words.Length >= FewestLetters && criteria.FindAll(criterion => criterion.Name.AsWord().Contains(words, StringComparison.Ordinal)) is [var only] ? only : null);

    private ValueTask ShowAsync(Session session, Asked asked, CancellationToken cancellation)
    {
        if (session.Member is not null && !session.May(Act.ReadProfile))
        {
            session.Say(session.Words["refused.partner.read"]);
            return ValueTask.CompletedTask;
        }

        return session.AsMember(async () =>
        {
            var (year, readings) = await ShownYear.ReadAsync(session, asked.Year, cancellation);
            var board = Dashboard.Of(session.Dossier, readings, year, session.Today);
            List<DashboardLine> lines =
            [
                .. board.Lines.Where(line => asked.Criterion is { } criterion ? line.Criterion.Id == criterion.Id : asked.Showing switch
                {
                    Showing.Mine => line.IsEntrustedTo(session.Person),
                    Showing.Missing => line.IsMissing,
                    _ => true,
                }),
            ];
            var (shown, page, pages) = DashboardCard.Cut(lines, asked.Page);
            session.Show(DashboardCard.For(session, new()
            {
                Dashboard = board,
                Showing = asked.Showing,
                Criterion = asked.Criterion,
                Lines = lines,
                Page = page,
                Pages = pages,
                Shown = await MovedAsync(session, shown, cancellation),
                Picture = trend => pictures.Of(session.Association.Id, trend, session.Words.Language),
            }));
        });
    }

    /// <summary>With the year before, of those that are shown: a small range for each.</summary>
    private static async ValueTask<IReadOnlyList<(DashboardLine Line, Move? Move)>> MovedAsync(Session session, IReadOnlyList<DashboardLine> lines, CancellationToken cancellation)
    {
        List<(DashboardLine, Move?)> moved = [];
        foreach (var line in lines)
        {
            if (!line.Indicator.IsFigure || line.State != State.Measured)
            {
                moved.Add((line, null));
                continue;
            }

            var before = await session.Ledger.OfYearAsync(line.Indicator.Id, line.Year.Year - 1, cancellation);
            moved.Add((line, Move.Of(line.Year, before.Count == 0 ? null : YearOf.Reading(line.Indicator, line.Year.Year - 1, line.Year.YearStartsIn, before, session.Today))));
        }

        return moved;
    }

    private static int? YearIn(string text) =>
        text.Length >= 4 && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2200
            && (text.Length == 4 || (text.Length == 9 && text == string.Create(CultureInfo.InvariantCulture, $"{year}-{year + 1}")))
                ? year
                : null;

    /// <summary>What somebody wants to see.</summary>
    private sealed record Asked
    {
        public int? Year { get; init; }

        public int Page { get; init; }

        public Showing Showing { get; init; }

        public Criterion? Criterion { get; init; }
    }
}
