using System.Globalization;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Profiles;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// What the association is good for, on one card: its purpose, its criteria in its words with one figure and one voice
/// each, the trend of each figured indicator, what is missing. No score, no rank; visible to the association alone.
/// </summary>
public static class ProfileCard
{
    /// <summary>So many trends stand on one card; the others follow with « suite ».</summary>
    private const int TrendsAPage = 3;

    /// <summary>So many criteria are named in a sentence.</summary>
    private const int MostNamed = 4;

    public static AdaptiveCard For(Session session, Profile profile, int page, Func<YearOf, string?> picture)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var year = words.Year(profile.Year, profile.Association.YearStartsIn);
        var trends = profile.Trends.ToList();
        var pages = Math.Max(1, (trends.Count + TrendsAPage - 1) / TrendsAPage);
        page = Math.Clamp(page, 0, pages - 1);
        List<AdaptiveElement> body =
        [
            Context(words.Say("profile.context", year)),
            Heading(Plain(profile.Association.Name)),
        ];
        if (page == 0)
        {
            Words(session, profile, body);
        }

        foreach (var trend in trends.Skip(page * TrendsAPage).Take(TrendsAPage))
        {
            body.AddRange(TrendParts.Of(session, trend, picture(trend)));
        }

        if (page == 0)
        {
            Ends(session, profile, body);
        }

        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "profile.show", mark, ("page", page + 1), ("year", profile.Year)));
        }

        buttons.Add(Tap(words["button.record-one"], "value.choose", mark));
        buttons.Add(Tap(words["button.project"], "project.show", mark));
        buttons.Add(Tap(words.Say("button.year", words.Year(profile.Year - 1, profile.Association.YearStartsIn)), "profile.show", mark, ("year", profile.Year - 1)).Rare());
        return Card(words, Fallback(session, profile), body, buttons);
    }

    private static void Words(Session session, Profile profile, List<AdaptiveElement> body)
    {
        var words = session.Words;
        if (profile.Purpose is { } purpose)
        {
            body.Add(Text(Plain(words.Say("profile.purpose", purpose.Text.Text))));
        }

        if (profile.Portraits.Count > 0)
        {
            body.Add(SecondHeading(words["profile.what-counts"]));
        }

        foreach (var portrait in profile.Portraits)
        {
            List<AdaptiveElement> items = [Bold(Plain(portrait.Criterion.Name)), Detail(Plain(Figure(session, portrait)), AdaptiveSpacing.None)];
            // A first figure of another indicator makes no trend yet: it is visible all the same.
            items.AddRange(portrait.Indicators
                .Where(year => year.Indicator.IsFigure && year.Indicator.Id != portrait.Figure?.Indicator.Id && year.Figures.Take(2).Count() == 1)
                .Select(year => Detail(Plain(Sentence(session, year)), AdaptiveSpacing.None)));
            items.AddRange(portrait.OtherWays.Where(year => year.Figures.Any()).Select(year => Detail(Plain(words.Say("profile.other-way", Sentence(session, year))), AdaptiveSpacing.None)));
            body.Add(Group(items));
            if (portrait.Voice is { } voice)
            {
                body.Add(Tinted(Text(Voice(words, voice)), Detail(words["profile.voice"])));
            }
        }
    }

    private static void Ends(Session session, Profile profile, List<AdaptiveElement> body)
    {
        var words = session.Words;
        if (profile.Statement.Difference is { } difference)
        {
            body.Add(SecondHeading(words["profile.difference"]));
            body.Add(Text(Plain(difference.Text), AdaptiveSpacing.Small));
        }

        var singular = profile.Portraits.Where(portrait => portrait.Criterion.Singular is not null).ToList();
        if (singular.Count > 0 && profile.Statement.Difference is null)
        {
            body.Add(SecondHeading(words["profile.difference"]));
        }

        foreach (var portrait in singular)
        {
            // With its evidence: what was seen or said, else a figure (deck row D16).
            body.Add(Group(
                Bold(Plain(portrait.Criterion.Name)),
                Text(Plain(portrait.Criterion.Singular!), AdaptiveSpacing.None),
                Detail(words.Say("profile.evidence", (portrait.Criterion.Seen ?? portrait.Voice) is { } seen ? Voice(words, seen) : Plain(Figure(session, portrait))), AdaptiveSpacing.None)));
        }

        if (VoicesCard.HeardAndNot(words, profile.Hearing) is { } heard)
        {
            body.Add(SecondHeading(words["profile.heard"]));
            body.Add(Text(heard, AdaptiveSpacing.Small));
        }

        if (profile.Statement.Debates.Count > 0)
        {
            body.Add(SecondHeading(words["profile.debate"]));
            body.Add(Text(Bullets(profile.Statement.Debates.Select(Plain)), AdaptiveSpacing.Small));
        }

        if (profile.Life is { } life)
        {
            body.Add(SecondHeading(words.Set(Domain.Catalogue.ReferenceCatalogue.Instance.Dimensions.Single(dimension => dimension.Id == AssociationLife.Dimension).Name(words.Language))));
            body.Add(Text(string.Join(' ', LifeOf(session, life)), AdaptiveSpacing.Small));
        }

        if (profile.Contributions.Count > 0)
        {
            body.Add(SecondHeading(words["goals.heading"]));
            body.Add(Text(GoalsCard.Sentence(words, profile.Contributions), AdaptiveSpacing.Small));
            body.Add(Detail(words["goals.read-why"], AdaptiveSpacing.None));
        }

        if (profile.Gaps.Count > 0)
        {
            body.Add(SecondHeading(words["profile.missing"]));
            body.Add(Text(Bullets(profile.Gaps.Take(6).Select(gap => Plain(Said(session, gap)))), AdaptiveSpacing.Small));
        }

        Gifts(words, profile, body);
        body.Add(Detail(words["profile.visible"], AdaptiveSpacing.Medium));
    }

    /// <summary>« Grâce à 14 relevés de 6 personnes, on sait où en est… », and what it takes: how many, never who.</summary>
    private static void Gifts(Wording.Words words, Profile profile, List<AdaptiveElement> body)
    {
        var (owed, effort) = (profile.Owed, profile.Effort);
        if (owed.Readings == 0 && effort.Minutes == 0)
        {
            return;
        }

        body.Add(SecondHeading(words["profile.gifts"]));
        if (owed.Readings > 0)
        {
            var known = words.List([.. owed.Known.Take(MostNamed).Select(criterion => Voice(words, criterion.Name)), .. owed.Known.Count > MostNamed ? (string[])[words.Say("dashboard.others", owed.Known.Count - MostNamed)] : []]);
            body.Add(Text(
                words.Say("profile.owed", words.Say(owed.Readings == 1 ? "profile.readings.1" : "profile.readings", words.Figure(owed.Readings, 0)), words.Say(owed.People == 1 ? "profile.people.1" : "profile.people", words.Figure(owed.People, 0)), known),
                AdaptiveSpacing.Small));
        }

        if (effort.Minutes > 0)
        {
            var takes = effort.Minutes < 90 ? words.Say("profile.effort.minutes", words.Figure(effort.Minutes, 0)) : words.Say("profile.effort.hours", words.Figure(effort.Minutes / 60m, 0));
            body.Add(Detail(effort.Unknown == 0 ? takes : $"{takes} {words.Say(effort.Unknown == 1 ? "profile.effort.unknown.1" : "profile.effort.unknown", words.Figure(effort.Unknown, 0))}", AdaptiveSpacing.None));
        }
    }

    /// <summary>Who gives their time, what counts of one's own working, how the project holds together: as far as it is filled in.</summary>
    private static IEnumerable<string> LifeOf(Session session, AssociationLife life)
    {
        var words = session.Words;
        if (life.Volunteers is { } volunteers)
        {
            yield return words.Say("life.volunteers", words.Figure(volunteers, 0));
        }

        if (life.Jobs is { } jobs)
        {
            yield return words.Say("life.jobs", words.Figure(jobs, 1));
        }

        if (life.Criteria.Count > 0)
        {
            yield return words.Say("life.criteria", words.List([.. life.Criteria.Select(criterion => Voice(words, criterion.Name))]));
        }

        if (life.LinkedActions is { } linked)
        {
            yield return words.Say("life.linked", words.Figure(linked, 0));
        }
    }

    /// <summary>« Utilité sociale. 52 personnes isolées en contact régulier. »: one figure, or that none is there.</summary>
    private static string Figure(Session session, Portrait portrait)
    {
        var words = session.Words;
        var dimensions = portrait.Dimensions.Select(dimension => words.Set(dimension.Name(words.Language))).ToList();
        var family = dimensions.Count > 0 ? words.Opening(string.Join(", ", dimensions).ToLower(words.Culture)) + ". " : "";
        return family + (portrait.Figure is { } year ? Sentence(session, year) : portrait.Indicators.Count == 0
            ? words["criterion.no-indicator"]
            : words.Say("profile.not-measured", portrait.Indicators[0].Indicator.Name));
    }

    /// <summary>One indicator over the year in one sentence; the last figure where the year is not summed up.</summary>
    private static string Sentence(Session session, YearOf year)
    {
        var words = session.Words;
        var indicator = year.Indicator;
        var (period, figure) = year.Figures.Last();
        var said = year.Total is { } total
            ? words.Say(year.IsAtLeast ? "profile.figure.at-least" : "profile.figure", indicator.Name, words.Amount(total, indicator))
            : words.Say("profile.figure.last", indicator.Name, words.Amount(figure.Amount, indicator), words.ShortPeriod(period));
        var certainty = year.Certainty is Certainty.Estimated or Certainty.ByEye ? words.Say("profile.certainty", words.Certainty(year.Certainty)) : "";
        return $"{said}{certainty}{(year.IsUnread ? words["profile.unread"] : "")}.";
    }

    private static string Said(Session session, Gap gap) => gap switch
    {
        Gap.NoPurpose => session.Words["gap.purpose"],
        Gap.NoObjective => session.Words["gap.objective"],
        Gap.NoCriterion => session.Words["gap.criterion"],
        Gap.ActionToBeLinked action => session.Words.Say("gap.action", session.Words.Quoted(action.Action.Name)),
        Gap.CriterionWithoutIndicator criterion => session.Words.Say("gap.indicator", session.Words.Quoted(criterion.Criterion.Name)),
        Gap.NothingMeasured measured => session.Words.Say("gap.value", measured.Year.Indicator.Name),
        _ => throw new InvalidOperationException(gap.GetType().Name),
    };

    private static string Fallback(Session session, Profile profile)
    {
        var words = session.Words;
        var figures = profile.Portraits.Select(portrait => $"{portrait.Criterion.Name}{words["colon"]}{Figure(session, portrait)}");
        return string.Join('\n', [words.Say("profile.fallback", profile.Association.Name, profile.Year.ToString(CultureInfo.InvariantCulture)), .. figures]);
    }
}
