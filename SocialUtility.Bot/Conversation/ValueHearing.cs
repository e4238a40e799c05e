using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What was given for a period: understood, asked about once where it surprises, and noted. Another person's reading given
/// meanwhile is shown beside, and nothing is lost.
/// </summary>
internal static class ValueHearing
{
    /// <summary>A figure or words are waited for, typed.</summary>
    public const string Typing = "value.typed";

    /// <summary>A surprising figure waits for « oui ».</summary>
    public const string Doubting = "value.doubt";

    /// <summary>Two people gave different readings: one of them decides.</summary>
    public const string TwoVersions = "value.two-versions";

    /// <summary>Words with what looks personal in them wait for a decision.</summary>
    public const string Personal = "value.personal";

    /// <summary>So many times more or less than last time is asked about.</summary>
    private const decimal Surprising = 5;

    /// <summary>Understands what was given, asks once about what surprises, and notes it.</summary>
    public static async ValueTask HearAsync(Session session, ValueMoment moment, string given, Certainty? certainty, string? context, CancellationToken cancellation)
    {
        if (PersonalTraces.In(moment.Indicator.IsFigure ? context ?? "" : $"{given}\n{context}") is { Count: > 0 } seen)
        {
            session.WaitFor(Personal, [.. Notes(moment), ("given", given), ("certainty", certainty?.ToString() ?? ""), ("context", context ?? "")]);
            PersonalGuard.Ask(session, seen);
            return;
        }

        await UnderstandAsync(session, moment, given, certainty, context, cancellation);
    }

    /// <summary>« Retirer », « Garder la phrase entière », « Ne rien garder ».</summary>
    public static async ValueTask<bool> PersonalAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var decision = Vocabulary.Command(text);
        if (!PersonalGuard.Decides(decision) || await MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        var given = moment.Indicator.IsFigure ? waiting.Notes["given"] : PersonalGuard.Left(decision!, waiting.Notes["given"]);
        var context = PersonalGuard.Left(decision!, waiting.Notes["context"]).OnOneLine();
        if (given is null || (moment.Indicator.IsFigure && decision is "keep-nothing" or "no"))
        {
            session.WaitFor(Typing, Notes(moment));
            session.Say(session.Words["personal.nothing-kept"]);
            session.Say(Asked(session, moment));
            return true;
        }

        await UnderstandAsync(session, moment, given, Enum.TryParse<Certainty>(waiting.Notes["certainty"], out var certainty) ? certainty : null, context, cancellation);
        return true;
    }

    private static async ValueTask UnderstandAsync(Session session, ValueMoment moment, string given, Certainty? certainty, string? context, CancellationToken cancellation)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        if (NamesPeople(session, moment, given, context))
        {
            return;
        }

        if (!indicator.IsFigure)
        {
            var heard = given.Kept();
            if (heard is null || heard.Length > Texts.ShortText)
            {
                session.Say(heard is null ? words["slip.empty"] : words.Say("slip.too-long", Texts.ShortText, heard.Length));
                return;
            }

            await NoteAsync(session, moment, new Reading.Words(heard), context, null, cancellation);
            return;
        }

        if (GivenFigure.Read(indicator, given, words) is { } understood)
        {
            await JudgeAsync(session, moment, understood with { Certainty = certainty ?? understood.Certainty }, context, cancellation);
            return;
        }

        session.WaitFor(Typing, Notes(moment));
        switch (FigureText.Read(given, words.Language))
        {
            case var _ when ShareText.Read(given, words.Language) is { Whole: 0 }:
                session.Say(words["value.share.of-nothing"]);
                break;
            case FigureRead.One { Amount: < 0 }:
                session.Say(words.Say("value.negative", given.Trim(), Asked(session, moment)));
                break;
            case FigureRead.One one when indicator.Kind == Kind.Scale:
                session.Say(words.Say("value.scale", words.Figure(one.Amount)));
                break;
            case FigureRead.One:
                session.Say(words.Say("value.other-unit", indicator.Unit, words.Of(indicator.Unit)));
                break;
            case FigureRead.Either either:
                session.Say(words.Say("slip.either", given.Trim(), words.Figure(either.First), words.Figure(either.Second, 3)), words.Figure(either.First), words.Figure(either.Second, 3));
                break;
            case FigureRead.TooLong:
                session.Say(words["slip.figure-too-long"]);
                break;
            default:
                session.Say(words.Say("value.no-figure", Asked(session, moment)));
                break;
        }
    }

    private static async ValueTask JudgeAsync(Session session, ValueMoment moment, Reading.Figure figure, string? context, CancellationToken cancellation)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        var amount = figure.Amount;
        var said = words.Amount(amount, indicator);
        var last = (moment.Last?.Reading as Reading.Figure)?.Amount;
        var question = (amount, last) switch
        {
            (0, _) when moment.Current is null => words.Say("value.zero", said),
            _ when indicator.Bounds.Highest is { } highest && amount > highest => words.Say("value.over", words.Amount(highest, indicator), said),
            (_, > 0 and var before) when amount >= before * Surprising || amount * Surprising <= before =>
                words.Say("value.surprising", words.Amount(before, indicator), said),
            _ => null,
        };
        if (question is null)
        {
            await NoteAsync(session, moment, figure, context, null, cancellation);
            return;
        }

        session.WaitFor(
            Doubting,
            [
                .. Notes(moment),
                ("amount", amount.ToString(CultureInfo.InvariantCulture)),
                ("part", figure.Numerator?.ToString(CultureInfo.InvariantCulture) ?? ""),
                ("whole", figure.Denominator?.ToString(CultureInfo.InvariantCulture) ?? ""),
                ("certainty", figure.Certainty?.ToString() ?? ""),
                ("context", context ?? ""),
            ]);
        session.Say(question, amount == 0 ? [words["button.yes-zero"], words["button.no-figure"]] : [words["button.yes"], words["button.correct"]]);
    }

    public static async ValueTask<bool> DoubtedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        switch (Vocabulary.Command(text))
        {
            case "yes" or "yes-zero" or "zero":
                Certainty? certainty = Enum.TryParse<Certainty>(waiting.Notes["certainty"], out var said) ? said : null;
                Reading.Figure figure = new(decimal.Parse(waiting.Notes["amount"], CultureInfo.InvariantCulture), certainty, Noted(waiting, "part"), Noted(waiting, "whole"));
                await NoteAsync(session, moment, figure, waiting.Notes["context"].OnOneLine(), null, cancellation);
                return true;
            case "no" or "correct" or "change":
                session.WaitFor(Typing, Notes(moment));
                session.Say(Asked(session, moment));
                return true;
            case "no-figure" or "unknown":
                await NoteAsync(session, moment, new Reading.NotMeasured(), null, null, cancellation);
                return true;
            case null when FigureText.Read(text, session.Words.Language) is not FigureRead.None || GivenFigure.Read(moment.Indicator, text, session.Words) is not null:
                await HearAsync(session, moment, text, null, waiting.Notes["context"].OnOneLine(), cancellation);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Where totals alone are kept, words that look like a list of people are not: said kindly, and nothing of them stays.</summary>
    public static bool NamesPeople(Session session, ValueMoment moment, params ReadOnlySpan<string?> texts)
    {
        if (!moment.Indicator.Sensitive)
        {
            return false;
        }

        foreach (var text in texts)
        {
            if (text is not null && PeopleList.IsIn(text))
            {
                session.WaitFor(Typing, Notes(moment));
                session.Say(session.Words[moment.Indicator.IsFigure ? "value.no-list" : "value.no-list.words"]);
                return true;
            }
        }

        return false;
    }

    private static decimal? Noted(Waiting waiting, string name) =>
        waiting.Notes.GetValueOrDefault(name) is { Length: > 0 } noted ? decimal.Parse(noted, CultureInfo.InvariantCulture) : null;

    /// <summary>Notes the reading; another person's reading of the same period given meanwhile is shown beside, and nothing is lost.</summary>
    public static async ValueTask NoteAsync(Session session, ValueMoment moment, Reading reading, string? context, string? because, CancellationToken cancellation)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
        Measurement next = new()
        {
            Indicator = indicator.Id,
            Period = moment.Period,
            Reading = Rounded(reading, indicator),
            Context = context,
            By = session.Person,
            At = session.Now,
            Because = because,
        };
        session.Desk = session.Desk with { Waiting = null };
        var seen = session.Seen;
        if (moment.Current is { } standing && seen != standing.Version)
        {
            if (standing.Reading == next.Reading)
            {
                session.Say(words.Say("value.same", words.Reading(standing.Reading, indicator), words.ThePeriod(moment.Period)));
                return;
            }

            session.WaitFor(TwoVersions, [.. Notes(moment), ("mine", DomainJson.Write(next))]);
            session.Say(
                words.Say("value.two-versions", words.Reading(standing.Reading, indicator), words.ThePeriod(moment.Period), words.Reading(next.Reading, indicator)),
                words["button.keep-theirs"],
                words["button.keep-mine"],
                words["button.talk-together"]);
            return;
        }

        await WriteAsync(session, moment, next, cancellation);
    }

    private static async ValueTask WriteAsync(Session session, ValueMoment moment, Measurement next, CancellationToken cancellation)
    {
        var changes = Ledger.Note(next, moment.Current is { } current ? (current, moment.ETag!) : null);
        if (changes.Count == 0)
        {
            session.Say(session.Words.Say("value.same", session.Words.Reading(next.Reading, moment.Indicator), session.Words.ThePeriod(moment.Period)));
            return;
        }

        var noted = next with { Version = moment.Version + 1 };
        session.Write(changes, moment.Current is null ? "value.record" : "value.correct", next.Key);
        session.Desk = session.Desk with { LastValue = $"{moment.Indicator.Id}|{moment.Period}" };
        session.Instead(ValueCard.Recorded(session, moment, noted, moment.YearWith(session, noted)));
        if (moment is { Last: null, Current: null })
        {
            // The first of its indicator: there is something new to see.
            NextStep.Offer(session);
        }
    }

    /// <summary>« Garder 420 », « Corriger en 402 », « En parler ensemble ».</summary>
    public static async ValueTask<bool> DecidedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var choice = Vocabulary.Command(text);
        if (choice is not ("keep-mine" or "keep-theirs" or "talk-together") || await MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (choice == "keep-mine")
        {
            await WriteAsync(session, moment, System.Text.Json.JsonSerializer.Deserialize(waiting.Notes["mine"], DomainJson.Default.Measurement)! with { At = session.Now }, cancellation);
        }
        else
        {
            session.Say(session.Words[choice == "keep-theirs" ? "project.kept-theirs" : "project.talk-together"]);
        }

        return true;
    }

    /// <summary>What a card speaks of, if the person may record it and the card has not served; else says so.</summary>
    public static async ValueTask<ValueMoment?> MomentAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return null;
        }

        if (IndicatorOf(session, submission["indicator"]) is not { Retired: false } indicator || !Period.TryParse(submission["period"], out var period) || period.Frequency != indicator.Frequency)
        {
            session.Say(session.Words["not-found"]);
            return null;
        }

        var moment = await ValueMoment.OfAsync(session, indicator, period, cancellation);
        session.Seen = submission.Version;
        if (moment.Version == submission.Version)
        {
            return moment;
        }

        var words = session.Words;
        if (moment.Current is { } current && current.By != session.Person)
        {
            return moment;
        }

        session.Instead(StaleCard.For(
            session,
            moment.Current is { } noted ? words.Say("stale.value", CardParts.Plain(words.Opening(words.Reading(noted.Reading, indicator))), words.ThePeriod(period)) : null,
            CardParts.Tap(words["button.open-present"], "value.open", CardMark.Of(moment.Version), ("indicator", indicator.Id), ("period", period)).First()));
        return null;
    }

    public static async ValueTask<ValueMoment?> MomentAsync(Session session, Waiting waiting, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue) || IndicatorOf(session, waiting.Notes["indicator"]) is not { Retired: false } indicator || !Period.TryParse(waiting.Notes["period"], out var period))
        {
            return null;
        }

        session.Seen = int.Parse(waiting.Notes["seen"], CultureInfo.InvariantCulture);
        return await ValueMoment.OfAsync(session, indicator, period, cancellation);
    }

    public static (string, string)[] Notes(ValueMoment moment) =>
        [("indicator", moment.Indicator.Id.ToString()), ("period", moment.Period.ToString()), ("seen", moment.Version.ToString(CultureInfo.InvariantCulture))];

    public static string Asked(Session session, ValueMoment moment) => session.Words.Say(
        moment.Indicator.Unit.Length > 0 ? "value.ask.unit" : "value.ask", session.Words.Of(moment.Indicator.Unit), ValueCard.In(session.Words, moment.Period));

    public static Indicator? IndicatorOf(Session session, string id) => Id<Indicator>.TryParse(id, out var known) ? session.Dossier.Find(known) : null;

    private static Reading Rounded(Reading reading, Indicator indicator) =>
        reading is Reading.Figure figure ? figure with { Amount = Math.Round(figure.Amount, indicator.Kind is Kind.Scale or Kind.Percentage or Kind.Amount ? 2 : 3, MidpointRounding.AwayFromZero) } : reading;
}
