using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Indicators;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// One indicator: what it counts, how often, how a year is summed up, from where to where; who gives it, where it is found,
/// what it costs, and what it would hide if one looked at it alone.
/// </summary>
public static class IndicatorCard
{
    /// <summary>The input that says which answer is to be corrected, and two choices of it that are not one question.</summary>
    public const string Field = "champ";
    public const string NameField = "nom";
    public const string WayField = "methode";

    private const int MostRecognitions = 5;

    public static AdaptiveCard For(Session session, IndicatorSheet sheet)
    {
        var words = session.Words;
        var (indicator, criterion) = (sheet.Indicator, sheet.Criterion);
        var mark = CardMark.Of(indicator.Version);
        (string, object) subject = ("indicator", indicator.Id);
        var collect = indicator.Catalogue is { } code ? ReferenceCatalogue.Instance.Indicator(code)?.Collect(words.Language) : null;
        List<AdaptiveElement> body =
        [
            Context(criterion is null ? words["indicator.context"] : words.Say("indicator.context.of", Voice(words, criterion.Name))),
            Heading(Plain(indicator.Name)),
            Facts(
                (words["indicator.fact.kind"], indicator.Unit.Length > 0 ? words.Say("indicator.kind.of", words.Kind(indicator.Kind), Plain(indicator.Unit)) : words.Kind(indicator.Kind)),
                (words["indicator.fact.rhythm"], words.Frequency(indicator.Frequency)),
                (words["indicator.fact.year"], indicator.IsFigure && indicator.Frequency != Frequency.Yearly ? words.Year(indicator) : null),
                (words["indicator.fact.sense"], indicator.IsFigure ? words["direction." + indicator.Direction] : null),
                (words["indicator.fact.start"], indicator.IsFigure ? indicator.Baseline is { } start ? words.Amount(start, indicator) : words["unknown"] : null),
                (words["indicator.fact.goal"], indicator.IsFigure ? Goal(session, indicator) : null),
                (words["indicator.fact.level"], indicator.Level is { } level ? words["level." + level] : words["unknown"]),
                (words["indicator.fact.keeper"], sheet.Keeper is { } keeper ? Plain(sheet.Deputy is { } deputy ? words.Say("indicator.keeper.deputy", keeper, deputy) : keeper) : words["unknown"]),
                (words["indicator.fact.source"], indicator.Source is { } source ? Plain(Where(words, source)) : words["unknown"]),
                (words["indicator.fact.minutes"], indicator.MinutesPerPeriod is { } minutes ? words.Say("indicator.minutes", words.Figure(minutes, 0)) : null),
                (words["indicator.fact.where"], collect is null ? null : words.Set(collect))),
        ];
        if (indicator.Kind == Kind.Scale)
        {
            body.Add(Detail(words.Say("indicator.levels", Plain(Levels(words, indicator)))));
        }

        if (indicator.Warning is { } warning)
        {
            body.Add(Tinted(Context(words["indicator.warning"]), Text(Voice(words, warning), AdaptiveSpacing.Small)));
        }

        if (indicator.Sensitive)
        {
            body.Add(Detail(words["indicator.totals-only"]));
        }

        if (indicator.Level == Level.Impact)
        {
            body.Add(Detail(words["indicator.contributes"]));
        }

        if (indicator.Follows is { } succession)
        {
            body.Add(Detail(words.Say("indicator.follows", words.Day(session.Association.Today(indicator.Since)), Plain(succession.Because.TrimEnd('.')))));
        }

        if (indicator.FollowedBy is not null)
        {
            body.Add(Detail(words["indicator.followed"]));
        }

        if (indicator.IsPaused)
        {
            body.Add(Bold(words.Say("indicator.is-paused", words.Day(indicator.Pauses[^1].From))));
        }

        body.AddRange(Recognised(session, sheet));
        List<AdaptiveAction> buttons = [];
        if (session.May(Act.RecordValue) && !indicator.Retired)
        {
            buttons.Add(Tap(words["button.record-one"], "value.open", mark, subject).First());
        }

        if (session.May(Act.RecordValue))
        {
            buttons.Add(Tap(words["button.history"], "history.show", mark, subject));
            if (!indicator.Retired)
            {
                buttons.Add(Tap(words["button.paper"], "paper.show", mark, subject).Rare());
            }
        }

        if (!indicator.Retired && Correcting(session, indicator, mark, subject) is { } correcting)
        {
            buttons.Add(correcting);
        }

        if (session.May(Act.ChooseIndicator) && !indicator.Retired)
        {
            buttons.Add(Tap(words[indicator.IsPaused ? "button.resume-indicator" : "button.pause"], indicator.IsPaused ? "indicator.resume" : "indicator.pause", mark, subject).Rare());
            buttons.Add(Tap(words[indicator.OpenToPartners ? "button.close-to-partners" : "button.open-to-partners"], "indicator.open", mark, subject).Rare());
        }

        return Card(words, words.Say("indicator.fallback", indicator.Name), body, buttons);
    }

    public static string Goal(Session session, Indicator indicator) => indicator.Target switch
    {
        null => session.Words[indicator.TargetToBeBuilt ? "target.to-be-built" : "unknown"],
        { By: null } target => session.Words.Amount(target.Amount, indicator),
        var target => session.Words.Say("target.by", session.Words.Amount(target.Amount, indicator), session.Words.Day(target.By.Value)),
    };

    /// <summary>What each partner said, with the day, in their words.</summary>
    private static IEnumerable<AdaptiveElement> Recognised(Session session, IndicatorSheet sheet)
    {
        var words = session.Words;
        if (sheet.Indicator.OpenToPartners && sheet.Recognitions.Count == 0)
        {
            yield return Detail(words["recognition.waiting"]);
        }

        foreach (var (partner, recognition) in sheet.Recognitions.TakeLast(MostRecognitions))
        {
            var said = words.Say("recognition.by", Plain(partner ?? words["keeper.left"]), words["recognised." + recognition.Answer], words.Day(session.Association.Today(recognition.At)));
            yield return recognition.Words is { } reservation ? Tinted(Context(said), Text(Voice(words, reservation), AdaptiveSpacing.Small)) : Detail(said);
        }
    }

    /// <summary>Opens the choice of what to correct; null where this person may correct nothing of it.</summary>
    private static AdaptiveShowCardAction? Correcting(Session session, Indicator indicator, CardMark mark, (string, object) subject)
    {
        var words = session.Words;
        var fields = IndicatorFields.Of(session, indicator).Select(field => (field, words["field." + field])).ToList();
        if (session.May(Act.ChooseIndicator))
        {
            fields.Insert(0, (NameField, words["field.nom"]));
            fields.Add((WayField, words["field.methode"]));
        }

        if (fields.Count == 0)
        {
            return null;
        }

        var choice = Choices(Field, words["indicator.correct-which"], fields);
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
        inner.Actions.Add(Send(words["button.change"], "indicator.correct", mark, subject).First());
        return new() { Title = words["button.correct"], Card = inner };
    }

    /// <summary>« 1 jamais seul · 2 rarement seul · … »: the group's words, or the usual ones.</summary>
    public static string Levels(Wording.Words words, Indicator indicator) =>
        string.Join(" · ", Enumerable.Range(1, 5).Select(level => $"{level}\u00A0{LevelWord(words, indicator, level)}"));

    public static string LevelWord(Wording.Words words, Indicator indicator, int level) =>
        indicator.Levels.Count == 5 ? indicator.Levels[level - 1] : words[$"scale.{level}"];

    public static string Where(Wording.Words words, Source source) => source.Words ?? words["found." + source.Found];
}
