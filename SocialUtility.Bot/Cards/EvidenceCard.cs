using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// What lies on the table for one criterion: what was decided before, what is done, what it produces and what it contributes to,
/// apart from one another; people's words, what works less well among them; what is missing; what to bear in mind.
/// </summary>
public static class EvidenceCard
{
    private const int FactsAPage = 6;
    private const int MostOfAGroup = 2;
    private const int MostOtherwise = 4;
    private const int Glimpse = 220;

    public static AdaptiveCard For(Session session, Topic topic, Evidence evidence, IReadOnlyList<VoiceGroup> groups, MeetingBook book, bool mayAnswer, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var year = words.Year(topic.Year, session.Association.YearStartsIn);
        var facts = evidence.Facts.ToList();
        var pages = Math.Max(1, (facts.Count + FactsAPage - 1) / FactsAPage);
        page = Math.Clamp(page, 0, pages - 1);
        var context = words.Say("evidence.context", year);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? context : words.Say("list.page", context, page + 1, pages)),
            Heading(Voice(words, evidence.Criterion.Name)),
        ];
        if (page == 0)
        {
            if (evidence.Criterion.Definition is { } definition)
            {
                body.Add(Detail(Plain(PageCut.Glimpse(definition)), AdaptiveSpacing.None));
            }

            body.AddRange(Before(session, topic, book));
        }

        var onPage = facts.Skip(page * FactsAPage).Take(FactsAPage).ToHashSet();
        foreach (var level in evidence.Levels.Where(level => level.Facts.Any(onPage.Contains)))
        {
            body.Add(SecondHeading(words["evidence.level." + (level.Level?.ToString() ?? "Unknown")]));
            body.AddRange(level.Facts.Where(onPage.Contains).Select(fact => Of(session, fact)));
        }

        if (page == 0)
        {
            body.AddRange(Spoken(words, evidence, groups));
            if (evidence.Cautions.Count > 0)
            {
                body.Add(Grey([Bold(words["evidence.caution"]), .. evidence.Cautions.Take(4).Select(caution => Text(Said(words, caution), AdaptiveSpacing.Small))]));
            }
        }

        (string, object) about = ("sujet", topic);
        List<AdaptiveAction> buttons = [];
        if (mayAnswer)
        {
            buttons.Add(Tap(words["button.answer-together"], "meeting.begin", mark, about).First());
        }

        if (page + 1 < pages)
        {
            buttons.Add(Tap(words["button.more"], "meeting.open", mark, about, ("page", page + 1)));
        }

        if (book.Find(topic.Year, topic.Criterion) is not null || book.Remarks(topic.Year, topic.Criterion).Count > 0)
        {
            buttons.Add(Tap(words["button.conclusion"], "meeting.conclusion", mark, about));
        }

        buttons.Add(Tap(words["button.all-voices"], "voices.list", mark));
        buttons.Add(Tap(words["button.all-criteria"], "meeting.show", mark, ("annee", topic.Year)));
        return Card(words, words.Say("evidence.fallback", words.Quoted(evidence.Criterion.Name), year, string.Join(" ", facts.Select(fact => Sentence(words, fact)))), body, buttons);
    }

    /// <summary>What the meetings before decided on it and what has become of it.</summary>
    private static IEnumerable<AdaptiveElement> Before(Session session, Topic topic, MeetingBook book)
    {
        var words = session.Words;
        foreach (var decided in book.ComingBack(topic.Year, topic.Criterion))
        {
            yield return Tinted(
                Context(words.Say("evidence.decided", words.Year(decided.Year, session.Association.YearStartsIn))),
                Text(Voice(words, PageCut.Glimpse(decided.Decision!.What!)), AdaptiveSpacing.Small),
                Detail(Plain(DecisionsCard.Told(session, decided, book.LastOn(decided)))));
        }
    }

    private static AdaptiveContainer Of(Session session, Fact fact)
    {
        var words = session.Words;
        var indicator = fact.Year.Indicator;
        var standing = Standing.Of(words, indicator, fact.Year);
        var value = standing.Value ?? words["state.none-yet"];
        List<string> details = [];
        List<string> along = [.. fact.Year.Figures.Select(one => words.Figure(one.Figure.Amount, indicator.Decimals))];
        if (along.Count > 1)
        {
            details.Add(words.Say("evidence.along", string.Join(" → ", along)));
        }

        if (fact.Year.Missing > 0 && fact.Year.Periods.Count > 1)
        {
            details.Add(fact.Year.Missing == 1 ? words["evidence.missing.1"] : words.Say("evidence.missing", words.Spelled(fact.Year.Missing)));
        }

        if (fact.Before is { } before && Standing.Of(words, indicator, before).Value is { } earlier)
        {
            details.Add(words.Say("evidence.before", words.Year(before.Year, before.YearStartsIn), PageCut.Glimpse(earlier, Glimpse)));
        }

        if (standing.Detail.Length > 0 && indicator.IsFigure)
        {
            details.Add(PageCut.Glimpse(standing.Detail, Glimpse));
        }

        List<AdaptiveElement> lines =
        [
            Bold(Plain(indicator.Name)),
            Text(Plain(indicator.Level == Level.Impact ? words.Say("evidence.contributes", PageCut.Glimpse(value, Glimpse)) : words.Opening(PageCut.Glimpse(value, Glimpse))), AdaptiveSpacing.None),
        ];
        if (details.Count > 0)
        {
            lines.Add(Detail(Plain(string.Join(" · ", details)), AdaptiveSpacing.None));
        }

        return Group(lines);
    }

    private static IEnumerable<AdaptiveElement> Spoken(Words words, Evidence evidence, IReadOnlyList<VoiceGroup> groups)
    {
        List<AdaptiveElement> spoken = [];
        if (evidence.Criterion.Seen is { } seen && evidence.Facts.All(fact => fact.Year.Words != seen))
        {
            spoken.Add(Tinted(Context(words["criterion.seen"]), Text(Voice(words, PageCut.Glimpse(seen, Glimpse)), AdaptiveSpacing.Small)));
        }

        var shown = 0;
        foreach (var (group, voices) in groups.Select(group => (group, group.Voices.Where(evidence.Voices.Contains).ToList())).Where(one => one.Item2.Count > 0).Take(6))
        {
            shown += voices.Count;
            spoken.Add(Tinted(
            [
                Context(group.Kinds is [var kind] ? words.Opening(words["voice.kind." + kind]) : words["voices.together"]),
                .. voices.Take(MostOfAGroup).Select(voice => Text(Voice(words, PageCut.Glimpse(voice.Text, Glimpse)), AdaptiveSpacing.Small)),
                .. voices.Count > MostOfAGroup ? (AdaptiveElement[])[Detail(words.Count("evidence.more-voices", voices.Count - MostOfAGroup))] : [],
            ]));
        }

        if (shown < evidence.Voices.Count)
        {
            spoken.Add(Detail(words["voices.few"]));
        }

        // Words that are recorded as an indicator stand above already.
        if (spoken.Count == 0 && evidence.Facts.All(fact => fact.Year.Words is null))
        {
            spoken.Add(Text(words["evidence.no-voice"], AdaptiveSpacing.Small));
        }

        if (spoken.Count > 0)
        {
            yield return SecondHeading(words["evidence.voices"]);
        }

        foreach (var one in spoken)
        {
            yield return one;
        }

        if (evidence.Otherwise.Count == 0)
        {
            yield break;
        }

        yield return SecondHeading(words["evidence.otherwise"]);
        yield return Detail(words["evidence.otherwise.why"], AdaptiveSpacing.None);
        var otherwise = groups.SelectMany(group => group.Voices).Where(evidence.Otherwise.Contains).Take(MostOtherwise).ToList();
        foreach (var voice in otherwise)
        {
            yield return Group(Text(Voice(words, PageCut.Glimpse(voice.Text, Glimpse)), AdaptiveSpacing.None), Detail(VoiceParts.About(words, voice), AdaptiveSpacing.None));
        }

        if (otherwise.Count == 0)
        {
            yield return Text(words["voices.few"], AdaptiveSpacing.Small);
        }
    }

    private static string Said(Words words, Caution caution) => caution switch
    {
        Caution.NoFigure => words["caution.no-figure"],
        Caution.OneFigure one => words.Say("caution.one-figure", Voice(words, one.Indicator.Name)),
        Caution.ChangedMethod changed => words.Say("caution.changed-method", Voice(words, changed.Indicator.Name)),
        Caution.NoVoice => words["caution.no-voice"],
        _ => throw new InvalidOperationException(caution.GetType().Name),
    };

    private static string Sentence(Words words, Fact fact) =>
        $"{fact.Year.Indicator.Name}{words["colon"]}{Standing.Of(words, fact.Year.Indicator, fact.Year).Value ?? words["state.none-yet"]}.";
}
