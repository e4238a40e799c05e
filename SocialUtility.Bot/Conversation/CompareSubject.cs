using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;

namespace SocialUtility.Bot.Conversation;

/// <summary>« comparer »: own actions on one criterion, or the association with itself over the years; never people, never others.</summary>
public sealed class CompareSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["compare"] = (session, _) => Begin(session),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["compare.again"] = (session, _, _) => Begin(session),
    };

    private static ValueTask Begin(Session session) => session.IfMay(Act.ReadProfile, () =>
    {
        if (CompareGuide.CanBegin(session.Dossier))
        {
            session.Begin(CompareGuide.Name);
        }
        else
        {
            session.Say(session.Words["compare.nothing"]);
        }

        return ValueTask.CompletedTask;
    });

    /// <summary>Once it is known what and in which context; what was chosen may have gone meanwhile, and is looked at again.</summary>
    internal static async ValueTask ShowAsync(Session session, IReadOnlyList<string> chosen, bool byActions, string context, CancellationToken cancellation)
    {
        var file = session.Dossier;
        List<Indicator> indicators = [.. file.Indicators.Where(indicator => !indicator.Retired && chosen.Contains(indicator.Id.ToString()))];
        if (indicators.Count == 0 || (byActions && Comparison.Refuses(indicators) is not null))
        {
            session.Say(session.Words["compare.gone"]);
            return;
        }

        if (byActions)
        {
            var (year, readings) = await ShownYear.ReadAsync(session, null, cancellation);
            session.Show(CompareCard.Actions(session, Comparison.Actions(file, indicators, readings, year, session.Today), year, context));
            return;
        }

        List<YearOf> years = [];
        foreach (var edition in Comparison.Editions(file, indicators[0]))
        {
            for (var year = session.Year - Comparison.MostYears + 1; year <= session.Year; year++)
            {
                var readings = await session.Ledger.OfYearAsync(edition.Id, year, cancellation);
                if (readings.Count > 0)
                {
                    years.Add(YearOf.Reading(edition, year, session.Association.YearStartsIn, readings, session.Today));
                }
            }
        }

        session.Show(CompareCard.Years(session, indicators[0], years, context));
    }
}
