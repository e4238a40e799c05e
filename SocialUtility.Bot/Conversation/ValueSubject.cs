using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// « saisir »: a value for a period, by card or typed. Out-of-range and surprising values are asked about and never refused
/// without a way on; missing is not zero; a correction keeps what was said before.
/// </summary>
public sealed class ValueSubject : ISubject
{
    private const string Typing = "value.typed";
    private const string Choosing = "value.which";
    private const string Doubting = "value.doubt";
    private const string Emptiness = "value.empty";
    private const string TwoVersions = "value.two-versions";

    /// <summary>Ten times more or less than last time is asked about, five times where figures are large.</summary>
    private const decimal Surprising = 5;

    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["record"] = ChooseAsync,
        ["history"] = HistoryAsync,
        ["correct"] = CorrectAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["value.choose"] = (session, _, cancellation) => ChooseAsync(session, cancellation),
        ["value.open"] = OpenAsync,
        ["value.edit"] = OpenAsync,
        ["value.record"] = RecordAsync,
        ["value.missing"] = MissingAsync,
        ["value.later"] = (session, _, _) => Later(session),
        ["history.show"] = HistoryAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Choosing] = ChosenAsync,
        [Typing] = TypedAsync,
        [Doubting] = DoubtedAsync,
        [Emptiness] = EmptyAsync,
        [TwoVersions] = DecidedAsync,
    };

    private static async ValueTask ChooseAsync(Session session, CancellationToken cancellation)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
            return;
        }

        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return;
        }

        session.Suspend();
        var due = await DueAsync(session, cancellation);
        switch (due)
        {
            case []:
                session.Say(session.Words["value.no-indicator"]);
                NextStep.Offer(session);
                break;
            case [var only]:
                await FormAsync(session, only.Indicator, only.Period, null, cancellation);
                break;
            default:
                session.WaitFor(Choosing, [.. due.Select((one, index) => ((index + 1).ToString(CultureInfo.InvariantCulture), $"{one.Indicator.Id}|{one.Period}"))]);
                session.Show(ValueCard.Which(session, due));
                break;
        }
    }

    /// <summary>The periods that wait for a reading, the oldest first; then those that still run. At most ten.</summary>
    private static async ValueTask<IReadOnlyList<(Indicator Indicator, Period Period, bool Due)>> DueAsync(Session session, CancellationToken cancellation)
    {
        var today = session.Today;
        var startsIn = session.Association.YearStartsIn;
        var thisYear = Period.Containing(today, Frequency.Yearly, startsIn).Year;
        var noted = (await session.Ledger.OfYearsAsync(thisYear - 1, thisYear, cancellation)).Select(reading => (reading.Indicator, reading.Period)).ToHashSet();
        List<(Indicator Indicator, Period Period, bool Due)> due = [];
        List<(Indicator Indicator, Period Period, bool Due)> running = [];
        foreach (var indicator in session.Dossier.Indicators.Where(indicator => !indicator.Retired))
        {
            var period = Period.Containing(today, indicator.Frequency, startsIn);
            var first = Period.Containing(DateOnly.FromDateTime(indicator.Since.UtcDateTime), indicator.Frequency, startsIn);
            if (period.Previous is var over && over >= first && !noted.Contains((indicator.Id, over)))
            {
                due.Add((indicator, over, true));
            }
            else
            {
                running.Add((indicator, period, false));
            }
        }

        return [.. due.OrderBy(one => one.Period.End).ThenBy(one => one.Indicator.Number).Concat(running.OrderBy(one => noted.Contains((one.Indicator.Id, one.Period))).ThenBy(one => one.Period.End).ThenBy(one => one.Indicator.Number)).Take(10)];
    }

    private static async ValueTask<bool> ChosenAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var folded = text.AsWord();
        var chosen = waiting.Notes.GetValueOrDefault(folded)
            ?? (folded.Length >= 3
                ? waiting.Notes.Values.FirstOrDefault(note => IndicatorOf(session, note.Split('|')[0])?.Name.AsWord().Contains(folded, StringComparison.Ordinal) == true)
                : null);
        if (chosen is null || chosen.Split('|') is not [var id, var span] || IndicatorOf(session, id) is not { } indicator || !Period.TryParse(span, out var period))
        {
            return false;
        }

        await FormAsync(session, indicator, period, null, cancellation);
        return true;
    }

    private static async ValueTask OpenAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return;
        }

        session.Suspend();
        var parts = submission["releve"].Split('|');
        var indicator = IndicatorOf(session, parts.Length == 2 ? parts[0] : submission["indicator"]);
        if (indicator is null)
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        var period = Period.TryParse(parts.Length == 2 ? parts[1] : submission["period"], out var asked) && asked.Frequency == indicator.Frequency
            ? asked
            : (await DueAsync(session, cancellation)).FirstOrDefault(one => one.Indicator.Id == indicator.Id).Period ?? Period.Containing(session.Today, indicator.Frequency, session.Association.YearStartsIn);
        await FormAsync(session, indicator, period, submission.Has("typed") ? submission["typed"] : null, cancellation);
    }

    private static async ValueTask FormAsync(Session session, Indicator indicator, Period period, string? typed, CancellationToken cancellation)
    {
        var moment = await ValueMoment.OfAsync(session, indicator, period, cancellation) with { Typed = typed };
        session.WaitFor(Typing, Notes(moment));
        session.Show(ValueCard.Form(session, moment));
    }

    private static async ValueTask RecordAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await MomentAsync(session, submission, cancellation) is not { } moment)
        {
            return;
        }

        var context = submission[ValueCard.Context].OnOneLine();
        if (context?.Length > Texts.ShortText)
        {
            session.Say(session.Words.Say("slip.too-long", Texts.ShortText, context.Length));
            return;
        }

        var given = submission[moment.Indicator.IsFigure ? ValueCard.Amount : ValueCard.Words];
        if (given.Kept() is null)
        {
            session.WaitFor(Emptiness, Notes(moment));
            session.Say(session.Words[moment.Indicator.IsFigure ? "value.empty" : "value.empty.words"], moment.Indicator.IsFigure
                ? [session.Words["button.zero"], session.Words["button.no-figure"], session.Words["button.return"]]
                : [session.Words["button.no-figure"], session.Words["button.return"]]);
            return;
        }

        Certainty? certainty = Enum.TryParse<Certainty>(submission[ValueCard.Certainty], ignoreCase: true, out var said) && Enum.IsDefined(said) ? said : null;
        await HearAsync(session, moment, given, certainty, context, cancellation);
    }

    private static async ValueTask<bool> TypedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        var words = session.Words;
        switch (Vocabulary.Command(text))
        {
            case "unknown" or "no-figure" or "skip":
                await NoteAsync(session, moment, new Reading.NotMeasured(), null, null, cancellation);
                return true;
            case "not-applicable":
                await NoteAsync(session, moment, new Reading.NotApplicable(), null, null, cancellation);
                return true;
            case "later" or "cancel" or "back":
                await Later(session);
                return true;
            case "explain":
                session.Say(words[moment.Indicator.IsFigure ? "value.explain" : "value.explain.words"]);
                return true;
            case null:
                await HearAsync(session, moment, text, null, null, cancellation);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Understands what was given, asks once about what surprises, and notes it.</summary>
    private static async ValueTask HearAsync(Session session, ValueMoment moment, string given, Certainty? certainty, string? context, CancellationToken cancellation)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
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

        switch (FigureText.Read(given, words.Language))
        {
            case FigureRead.One { Amount: < 0 }:
                session.WaitFor(Typing, Notes(moment));
                session.Say(words.Say("value.negative", given.Trim(), Asked(session, moment)));
                break;
            case FigureRead.One one when indicator.Kind == Kind.Scale && one.Amount is < 1 or > 5:
                session.WaitFor(Typing, Notes(moment));
                session.Say(words.Say("value.scale", words.Figure(one.Amount)));
                break;
            case FigureRead.One one:
                await JudgeAsync(session, moment, one.Amount, certainty ?? CertaintyOf(one.Rest), context, cancellation);
                break;
            case FigureRead.Either either:
                session.WaitFor(Typing, Notes(moment));
                session.Say(words.Say("slip.either", given.Trim(), words.Figure(either.First), words.Figure(either.Second, 3)), words.Figure(either.First), words.Figure(either.Second, 3));
                break;
            case FigureRead.TooLong:
                session.WaitFor(Typing, Notes(moment));
                session.Say(words["slip.figure-too-long"]);
                break;
            default:
                session.WaitFor(Typing, Notes(moment));
                session.Say(words.Say("value.no-figure", Asked(session, moment)));
                break;
        }
    }

    private static async ValueTask JudgeAsync(Session session, ValueMoment moment, decimal amount, Certainty? certainty, string? context, CancellationToken cancellation)
    {
        var words = session.Words;
        var indicator = moment.Indicator;
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
            await NoteAsync(session, moment, new Reading.Figure(amount, certainty), context, null, cancellation);
            return;
        }

        session.WaitFor(Doubting, [.. Notes(moment), ("amount", amount.ToString(CultureInfo.InvariantCulture)), ("certainty", certainty?.ToString() ?? ""), ("context", context ?? "")]);
        session.Say(question, amount == 0 ? [words["button.yes-zero"], words["button.no-figure"]] : [words["button.yes"], words["button.correct"]]);
    }

    private static async ValueTask<bool> DoubtedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        switch (Vocabulary.Command(text))
        {
            case "yes" or "yes-zero" or "zero":
                Certainty? certainty = Enum.TryParse<Certainty>(waiting.Notes["certainty"], out var said) ? said : null;
                await NoteAsync(session, moment, new Reading.Figure(decimal.Parse(waiting.Notes["amount"], CultureInfo.InvariantCulture), certainty), waiting.Notes["context"].OnOneLine(), null, cancellation);
                return true;
            case "no" or "correct" or "change":
                session.WaitFor(Typing, Notes(moment));
                session.Say(Asked(session, moment));
                return true;
            case "no-figure" or "unknown":
                await NoteAsync(session, moment, new Reading.NotMeasured(), null, null, cancellation);
                return true;
            case null when FigureText.Read(text, session.Words.Language) is not FigureRead.None:
                await HearAsync(session, moment, text, null, waiting.Notes["context"].OnOneLine(), cancellation);
                return true;
            default:
                return false;
        }
    }

    private static async ValueTask<bool> EmptyAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await MomentAsync(session, waiting, cancellation) is not { } moment)
        {
            return false;
        }

        switch (Vocabulary.Command(text))
        {
            case "zero" or "yes-zero" when moment.Indicator.IsFigure:
                await NoteAsync(session, moment, new Reading.Figure(0), null, null, cancellation);
                return true;
            case "no-figure" or "unknown" or "skip":
                await NoteAsync(session, moment, new Reading.NotMeasured(), null, null, cancellation);
                return true;
            case "return" or "back" or "no":
                await FormAsync(session, moment.Indicator, moment.Period, null, cancellation);
                return true;
            case null:
                await HearAsync(session, moment, text, null, null, cancellation);
                return true;
            default:
                return false;
        }
    }

    private static async ValueTask MissingAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await MomentAsync(session, submission, cancellation) is not { } moment)
        {
            return;
        }

        var reason = submission["raison"].OnOneLine();
        if (reason?.Length > Texts.ShortText)
        {
            session.Say(session.Words.Say("slip.too-long", Texts.ShortText, reason.Length));
            return;
        }

        await NoteAsync(session, moment, submission["absence"] == "not-applicable" ? new Reading.NotApplicable(reason) : new Reading.NotMeasured(reason), null, null, cancellation);
    }

    /// <summary>Notes the reading; another person's reading of the same period given meanwhile is shown beside, and nothing is lost.</summary>
    private static async ValueTask NoteAsync(Session session, ValueMoment moment, Reading reading, string? context, string? because, CancellationToken cancellation)
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
    private static async ValueTask<bool> DecidedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
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

    private static async ValueTask CorrectAsync(Session session, CancellationToken cancellation)
    {
        if (session.Desk.LastValue?.Split('|') is [var id, var span] && IndicatorOf(session, id) is { } indicator && Period.TryParse(span, out var period))
        {
            session.Suspend();
            await FormAsync(session, indicator, period, null, cancellation);
        }
        else
        {
            await ChooseAsync(session, cancellation);
        }
    }

    private static async ValueTask HistoryAsync(Session session, CancellationToken cancellation)
    {
        if (!MayLookBack(session))
        {
            return;
        }

        var indicators = session.Dossier.Indicators.Where(indicator => !indicator.Retired).ToList();
        if (session.Desk.LastValue?.Split('|') is [var id, _] && IndicatorOf(session, id) is { } last)
        {
            await HistoryAsync(session, last, null, cancellation);
        }
        else if (indicators.Count == 1)
        {
            await HistoryAsync(session, indicators[0], null, cancellation);
        }
        else
        {
            session.Say(session.Words["history.which"]);
        }
    }

    /// <summary>Readings are of the association alone, as its project is.</summary>
    private static bool MayLookBack(Session session)
    {
        if (session.Member is null)
        {
            session.NoAssociation();
        }
        else if (!session.May(Act.ReadProject))
        {
            session.Say(session.Words["refused.partner.read"]);
        }
        else
        {
            return true;
        }

        return false;
    }

    private static async ValueTask HistoryAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!MayLookBack(session))
        {
            return;
        }

        if (IndicatorOf(session, submission["indicator"]) is { } indicator)
        {
            await HistoryAsync(session, indicator, Period.TryParse(submission["period"], out var period) ? period.Year : null, cancellation);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }

    private static async ValueTask HistoryAsync(Session session, Indicator indicator, int? year, CancellationToken cancellation)
    {
        var startsIn = session.Association.YearStartsIn;
        var shown = year ?? Period.Containing(session.Today, Frequency.Yearly, startsIn).Year;
        var readings = await session.Ledger.OfYearAsync(indicator.Id, shown, cancellation);
        if (readings.Count == 0 && year is null)
        {
            shown--;
            readings = await session.Ledger.OfYearAsync(indicator.Id, shown, cancellation);
        }

        var past = new List<Measurement>();
        foreach (var corrected in readings.Where(reading => reading.Version > 1))
        {
            past.AddRange(await session.Ledger.PastAsync(indicator.Id, corrected.Period, cancellation));
        }

        session.Show(ValueCard.History(session, YearOf.Reading(indicator, shown, startsIn, readings, session.Today), past));
    }

    private static ValueTask Later(Session session)
    {
        session.Desk = session.Desk with { Waiting = null };
        session.Say(session.Words["value.later"]);
        return ValueTask.CompletedTask;
    }

    /// <summary>What a card speaks of, if the person may record it and the card has not served; else says so.</summary>
    private static async ValueTask<ValueMoment?> MomentAsync(Session session, Submission submission, CancellationToken cancellation)
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

    private static async ValueTask<ValueMoment?> MomentAsync(Session session, Waiting waiting, CancellationToken cancellation)
    {
        if (!session.May(Act.RecordValue) || IndicatorOf(session, waiting.Notes["indicator"]) is not { Retired: false } indicator || !Period.TryParse(waiting.Notes["period"], out var period))
        {
            return null;
        }

        session.Seen = int.Parse(waiting.Notes["seen"], CultureInfo.InvariantCulture);
        return await ValueMoment.OfAsync(session, indicator, period, cancellation);
    }

    private static (string, string)[] Notes(ValueMoment moment) =>
        [("indicator", moment.Indicator.Id.ToString()), ("period", moment.Period.ToString()), ("seen", moment.Version.ToString(CultureInfo.InvariantCulture))];

    private static string Asked(Session session, ValueMoment moment) => session.Words.Say(
        moment.Indicator.Unit.Length > 0 ? "value.ask.unit" : "value.ask", moment.Indicator.Unit, ValueCard.In(session.Words, moment.Period));

    private static Indicator? IndicatorOf(Session session, string id) => Id<Indicator>.TryParse(id, out var known) ? session.Dossier.Find(known) : null;

    private static Certainty? CertaintyOf(string rest) => rest.AsWord() switch
    {
        var said when said.Contains("estim", StringComparison.Ordinal) => Certainty.Estimated,
        var said when said.Contains("peu pres", StringComparison.Ordinal) || said.Contains("environ", StringComparison.Ordinal) || said.Contains("l'oeil", StringComparison.Ordinal) || said.Contains("about", StringComparison.Ordinal) || said.Contains("roughly", StringComparison.Ordinal) => Certainty.ByEye,
        var said when said.Contains("compt", StringComparison.Ordinal) || said.Contains("counted", StringComparison.Ordinal) => Certainty.Counted,
        _ => null,
    };

    private static Reading Rounded(Reading reading, Indicator indicator) =>
        reading is Reading.Figure figure ? figure with { Amount = Math.Round(figure.Amount, indicator.Kind is Kind.Scale or Kind.Percentage ? 2 : 3, MidpointRounding.AwayFromZero) } : reading;
}
