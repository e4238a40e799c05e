using System.Globalization;
using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// The shared definition in the association's words, with what each group thinks of it, who was heard and who was not, and the
/// disagreements as they were said. As it stands it also says what is missing, in nobody's way; adopted, when and as which version.
/// </summary>
public static class SharedDefinitionCard
{
    private const int CriteriaAPage = 6;
    private const int DisagreementsAPage = 5;

    public static AdaptiveCard Draft(Session session, SharedDefinition definition, IReadOnlyList<StillOpen> open, int adopted, int page, bool mayAdopt)
    {
        var words = session.Words;
        var mark = CardMark.Of(definition.Number);
        var (last, pages) = Pages(definition);
        page = Math.Clamp(page, 0, last);
        List<AdaptiveElement> body = [Context(pages == 1 ? words["definition.as-it-stands"] : words.Say("list.page", words["definition.as-it-stands"], page + 1, pages)), Heading(Title(words, definition))];
        Body(words, definition, page, body);
        if (page == last && open.Count > 0)
        {
            body.Add(SecondHeading(words["definition.missing"]));
            body.Add(Text(Bullets(open.Select(one => Plain(Said(words, one)))), AdaptiveSpacing.Small));
            body.Add(Detail(words["definition.missing.free"]));
        }

        List<AdaptiveAction> buttons = [];
        if (mayAdopt && definition.Criteria.Count > 0)
        {
            body.Add(new AdaptiveDateInput { Id = "jour", Label = words["definition.day"], Value = session.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
            buttons.Add(Send(words["button.adopt-definition"], "definition.adopt", mark).First());
        }

        if (page < last)
        {
            buttons.Add(Tap(words["button.more"], "definition.draft", mark, ("page", page + 1)));
        }

        if (adopted > 0)
        {
            buttons.Add(Tap(words["button.what-changed"], "definition.compare", mark));
        }

        buttons.Add(Tap(words["button.disagree"], "disagreement.write", mark));
        if (buttons.Count < MostButtons)
        {
            buttons.Add(Tap(words["button.trail"], "trail.show", mark).Rare());
        }

        return Card(words, Fallback(words, definition, words["definition.as-it-stands"], page), body, buttons);
    }

    /// <summary>A name that begins a line is a sentence.</summary>
    private static string Ended(string name) => char.IsPunctuation(name[^1]) ? name : name + ".";

    public static AdaptiveCard Adopted(Session session, SharedDefinition definition, int adopted, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(definition.Number);
        var (last, pages) = Pages(definition);
        page = Math.Clamp(page, 0, last);
        var context = words.Say("definition.adopted", words.Day(definition.AdoptedOn));
        List<AdaptiveElement> body = [Context(pages == 1 ? context : words.Say("list.page", context, page + 1, pages)), Heading(Title(words, definition))];
        Body(words, definition, page, body);
        body.Add(Detail(words.Say("definition.version", definition.Number, definition.AdoptedOn.AddYears(1).ToString("MMMM yyyy", words.Culture)), AdaptiveSpacing.Medium));
        List<AdaptiveAction> buttons = [];
        if (page < last)
        {
            buttons.Add(Tap(words["button.more"], "definition.show", mark, ("numero", definition.Number), ("page", page + 1)).First());
        }

        if (definition.Number < adopted)
        {
            // An earlier one: what the next one said differently is the question.
            buttons.Add(Tap(words.Say("button.until-version", definition.Number + 1), "definition.compare", mark, ("numero", definition.Number), ("avec", definition.Number + 1)));
        }
        else if (session.May(Act.ChooseIndicator) && definition.Criteria.Count > 0)
        {
            buttons.Add(Tap(words["button.choose-indicators"], "indicator.add", mark, ("criterion", definition.Criteria[0].Id)).First());
        }

        buttons.Add(Tap(words["button.what-changed"], "definition.compare", mark, ("numero", definition.Number)));
        buttons.Add(Tap(words["button.disagree"], "disagreement.write", mark));
        buttons.Add(Tap(words["button.as-it-stands"], "definition.draft", mark));
        if (definition.Number > 1)
        {
            buttons.Add(Tap(words.Say("button.version", definition.Number - 1), "definition.show", mark, ("numero", definition.Number - 1)).Rare());
        }

        if (buttons.Count < MostButtons)
        {
            buttons.Add(Tap(words["button.trail"], "trail.show", mark).Rare());
        }

        return Card(words, Fallback(words, definition, context, page), body, buttons);
    }

    private static (int Last, int Pages) Pages(SharedDefinition definition)
    {
        var pages = Math.Max(1, Math.Max((definition.Criteria.Count + CriteriaAPage - 1) / CriteriaAPage, (definition.Disagreements.Count + DisagreementsAPage - 1) / DisagreementsAPage));
        return (pages - 1, pages);
    }

    private static void Body(Words words, SharedDefinition definition, int page, List<AdaptiveElement> body)
    {
        var criteria = definition.Criteria.Skip(page * CriteriaAPage).Take(CriteriaAPage).ToList();
        if (criteria.Count > 0)
        {
            body.Add(Tinted(criteria.SelectMany(criterion => Lines(words, criterion))));
        }

        // Who was heard stands beside it on every page: it must not be turned away.
        body.Add(SecondHeading(words["definition.with"]));
        body.Add(Text(Heard(words, definition.Hearing), AdaptiveSpacing.Small));
        var disagreements = definition.Disagreements.Skip(page * DisagreementsAPage).Take(DisagreementsAPage).ToList();
        if (disagreements.Count > 0)
        {
            body.Add(SecondHeading(words["definition.disagreements"]));
            body.AddRange(disagreements.Select(one => Tinted(Text(Voice(words, one.Text)), Detail(By(words, one)))));
        }
    }

    private static IEnumerable<AdaptiveElement> Lines(Words words, AdoptedCriterion criterion)
    {
        yield return Text($"**{Plain(Ended(criterion.Name))}**" + (criterion.Definition is { } definition ? $" {Plain(definition)}" : ""));
        if (criterion.Origin != Origin.Association)
        {
            yield return Detail(words.Opening(words["origin." + criterion.Origin]), AdaptiveSpacing.None);
        }

        var opinions = criterion.Opinions.Select(group => words.Say(
                "definition.opinion",
                words.Opening(group.Kinds.Count == 0 ? words["results.all"] : words.List([.. group.Kinds.Select(kind => words["voice.kind." + kind])])),
                words.List([.. group.Counts.Where(count => count.Number > 0).Select(count => words.Counted(count.Number, "choice." + count.Choice))])))
            .Concat(criterion.Institutions.Select(stance => words.Say("definition.opinion", words.Opening(words["voice.kind." + stance.Kind]), words["choice." + stance.Choice])));
        if (string.Join(' ', opinions) is { Length: > 0 } said)
        {
            yield return Detail(said, AdaptiveSpacing.None);
        }
    }

    /// <summary>« Entendus : bénévoles, voisins. Pas entendus : jeunes. »; the association's own names where it has them.</summary>
    private static string Heard(Words words, Hearing hearing)
    {
        var heard = hearing.Heard.Select(kind => words["voice.kind." + kind]).Concat(hearing.AlsoHeard.Select(Plain)).ToList();
        var missing = hearing.NotHeard.Select(kind => words["voice.kind." + kind]).Concat(hearing.AlsoNotHeard.Select(Plain)).ToList();
        var said = heard.Count > 0 ? words.Say("definition.heard", string.Join(", ", heard)) : words["definition.heard.nobody"];
        return missing.Count > 0 ? $"{said} **{words.Say("definition.not-heard", string.Join(", ", missing))}**" : said;
    }

    private static string By(Words words, KeptDisagreement one) => (one.Kind, one.About) switch
    {
        ({ } kind, { } about) => words.Say("definition.by-about", words.Opening(words["voice.kind." + kind]), words.Quoted(Plain(about))),
        ({ } kind, null) => words.Opening(words["voice.kind." + kind]),
        (null, { } about) => words.Say("definition.about", words.Quoted(Plain(about))),
        _ => words["definition.as-said"],
    };

    private static string Title(Words words, SharedDefinition definition) => words.Count("definition.heading", definition.Criteria.Count);

    private static string Said(Words words, StillOpen open) => open switch
    {
        StillOpen.TooFewCriteria few => words.Count("open.few", few.Number),
        StillOpen.TooManyCriteria many => words.Say("open.many", many.Number),
        StillOpen.WithoutSentence without => words.Say("open.sentence", words.Quoted(without.Criterion)),
        StillOpen.WithoutOpinions => words["open.opinions"],
        StillOpen.NotHeard missing => words.Say("open.heard", words.List([.. missing.Kinds.Select(kind => words["voice.kind." + kind])])),
        _ => throw new InvalidOperationException(open.GetType().Name),
    };

    private static string Fallback(Words words, SharedDefinition definition, string context, int page) =>
        definition.Criteria.Count == 0 ? words["definition.empty"] : $"{context}{words["colon"]}{string.Join(" ; ", definition.Criteria.Skip(page * CriteriaAPage).Take(CriteriaAPage).Select(criterion => criterion.Name))}";
}
