using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using static SocialUtility.Bot.Cards.CardParts;
using Results = SocialUtility.Domain.Criteria.Results;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// What was thought, group by group and never averaged; reasons and an institution's answer as they were said; one line for
/// the minutes. A criterion a page.
/// </summary>
public static class ResultsCard
{
    private const int ReasonsAPage = 6;

    /// <summary>The minutes name so many; more are counted.</summary>
    private const int MostNamed = 6;

    private static readonly Dictionary<Choice, string> Colours = new()
    {
        [Choice.Essential] = "categoricalBlue", [Choice.Important] = "categoricalTeal", [Choice.Secondary] = "neutral",
        [Choice.Consent] = "categoricalBlue", [Choice.Reservation] = "categoricalTeal", [Choice.Objection] = "categoricalPurple", [Choice.Unknown] = "neutral",
    };

    public static AdaptiveCard For(Session session, Results results, int asked, int page)
    {
        var words = session.Words;
        var consultation = results.Consultation;
        var mark = CardMark.Of(consultation.Version);
        if (results.Voters == 0 || results.TooFew)
        {
            var sentence = words[results.TooFew && results.Voters > 0 ? "results.too-few" : "results.none"];
            return Card(words, sentence, [Context(words.Say("results.closed", words.Day(consultation.End))), Heading(words["results.heading"]), Text(sentence)], Ends(session, mark));
        }

        // A criterion, and then its reasons where one card does not hold them all.
        var pages = results.Each.SelectMany(result => Enumerable.Range(0, Math.Max(1, (result.Reasons.Count + ReasonsAPage - 1) / ReasonsAPage)).Select(part => (Result: result, Part: part))).ToList();
        page = Math.Clamp(page, 0, pages.Count - 1);
        var (shown, chunk) = pages[page];
        List<AdaptiveElement> body =
        [
            Context(pages.Count == 1 ? words["results.context"] : words.Say("list.page", words["results.context"], page + 1, pages.Count)),
            Heading(shown.Asked.Id == Consultation.Whole ? Plain(shown.Asked.Name) : Voice(words, shown.Asked.Name)),
        ];
        var summary = Summary(words, shown);
        if (chunk == 0)
        {
            Groups(words, consultation, shown, summary, body);
        }

        var reasons = shown.Reasons.Skip(chunk * ReasonsAPage).Take(ReasonsAPage).ToList();
        if (reasons.Count > 0)
        {
            body.Add(SecondHeading(words["results.reasons"]));
            body.AddRange(reasons.Select(reason => Tinted(
                Text(Voice(words, reason.Text)),
                Detail(reason.Kind is { } kind ? words.Say("results.reason.by", words["choice." + reason.Choice], words["voice.kind." + kind]) : words.Opening(words["choice." + reason.Choice])))));
        }

        body.Add(Detail(words[consultation.Secret ? "results.secret" : "results.no-average"]));
        var minutes = Minutes(words, results, asked);
        body.Add(Grey(Context(words["results.minutes"]), Text(Plain(minutes), AdaptiveSpacing.Small)));
        List<AdaptiveAction> buttons = [];
        if (page + 1 < pages.Count)
        {
            buttons.Add(Tap(words["button.more"], "vote.results", mark, ("consultation", consultation.Id), ("page", page + 1)).First());
        }

        return Card(words, $"{shown.Asked.Name}{words["colon"]}{summary} {minutes}", body, [.. buttons, .. Ends(session, mark)]);
    }

    /// <summary>One sentence that can be copied: how many of how many, on what, and what was kept as said; no group is blended with another.</summary>
    public static string Minutes(Words words, Results results, int asked)
    {
        var objections = results.Each.Sum(result => result.Groups.Sum(group => group.Of(Choice.Objection)) + result.Institutions.Count(stance => stance.Choice == Choice.Objection));
        return words.Say(
            results.Consultation.Secret ? "minutes.secret" : "minutes.open",
            words.Say("minutes.days", words.Day(results.Consultation.Opened), words.Day(results.Consultation.End)),
            words.Say("minutes.people", results.Voters, Math.Max(asked, results.Voters)),
            results.Consultation.Asked.Count > MostNamed
                ? words.Count("minutes.criteria", results.Consultation.Asked.Count).ToLower(words.Culture)
                : words.List([.. results.Consultation.Asked.Select(one => one.Id == Consultation.Whole ? one.Name : words.Quoted(one.Name))]))
            + (objections > 0 ? " " + words.Count("minutes.objections", objections) : "");
    }

    private static void Groups(Words words, Consultation consultation, Result shown, string summary, List<AdaptiveElement> body)
    {
        body.Add(Text(summary));
        if (shown.Groups.Count > 1)
        {
            body.Add(Chart(words, consultation, shown));
        }

        foreach (var group in shown.Groups)
        {
            body.Add(Group(
                Bold(words.Say("results.group", words.Opening(Name(words, group)), words.Counted(group.Total, "results.opinion"))),
                Text(string.Join(", ", consultation.Choices.Where(choice => choice != Choice.Unknown || group.Of(choice) > 0).Select(choice => words.Counted(group.Of(choice), "choice." + choice))), AdaptiveSpacing.None)));
        }

        foreach (var stance in shown.Institutions)
        {
            body.Add(Tinted(
                Bold(words["results.institution." + (stance.Kind == Domain.Voices.Stakeholder.Authorities ? "public" : "other")]),
                Text(words.Opening(words["choice." + stance.Choice]) + (stance.Why is { } why ? words["colon"] + Voice(words, why) : ""), AdaptiveSpacing.None)));
        }
    }

    /// <summary>« Indispensable pour la plupart des bénévoles et des participants. Les voisins se partagent. »</summary>
    private static string Summary(Words words, Result result)
    {
        var most = result.Groups.Select(group => (Group: group, Choice: group.Counts.Where(count => count.Number * 2 > group.Total).Select(count => (Choice?)count.Choice).FirstOrDefault())).ToList();
        var sentences = most.Where(one => one.Choice is not null).GroupBy(one => one.Choice)
            .Select(same => words.Opening(words.Say("results.most", words["choice." + same.Key], words.List([.. same.Select(one => Name(words, one.Group))]))))
            .Concat(most.Where(one => one.Choice is null).Select(one => words.Opening(words.Say("results.divided", Name(words, one.Group)))));
        return string.Join(' ', sentences);
    }

    private static string Name(Words words, GroupOpinion group) => group.Kinds switch
    {
        [] => words["results.all"],
        [var kind] => words["voice.kind." + kind],
        var kinds => words.Say("results.together", words.List([.. kinds.Select(kind => words["voice.kind." + kind])])),
    };

    /// <summary>The lines below say the same: where there is no native chart it is left out.</summary>
    private static AdaptiveUnknownElement Chart(Words words, Consultation consultation, Result shown)
    {
        AdaptiveUnknownElement chart = new() { Type = "Chart.HorizontalBar.Stacked", Fallback = new(AdaptiveFallbackElement.AdaptiveFallbackType.Drop) };
        chart.AdditionalProperties["title"] = words["results.context"];
        chart.AdditionalProperties["data"] = shown.Groups.Select(group => new Dictionary<string, object?>
        {
            ["title"] = words.Opening(Name(words, group)),
            ["data"] = consultation.Choices.Where(choice => group.Of(choice) > 0)
                .Select(choice => new Dictionary<string, object?> { ["legend"] = words.Opening(words["choice." + choice]), ["value"] = group.Of(choice), ["color"] = Colours[choice] })
                .ToArray<object>(),
        }).ToArray<object>();
        return chart;
    }

    private static List<AdaptiveAction> Ends(Session session, CardMark mark)
    {
        var words = session.Words;
        List<AdaptiveAction> buttons = [Tap(words["button.disagree"], "disagreement.write", mark), Tap(words["button.definition"], "definition.show", mark)];
        if (session.May(Act.OpenConsultation))
        {
            buttons.Add(Tap(words["button.ask-opinions"], "vote.open", mark));
        }

        return buttons;
    }
}
