using System.Globalization;
using SocialUtility.Bot.Cards;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.QuickLines;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// Values given in typed lines, « glanage 420 »: read by the rules, shown on a card, and written only when the person taps
/// « Enregistrer »: all of them in the turn's one batch, or none.
/// </summary>
public sealed class QuickLineSubject : ISubject
{
    /// <summary>The newest card of quick lines waits for « oui ».</summary>
    private const string Confirming = "value.quick";

    /// <summary>A longer name than this before « : » is no colleague's.</summary>
    private const int LongestName = 60;

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["quick.record"] = RecordAsync,
        ["quick.correct"] = CorrectAsync,
        ["quick.for"] = ForWhomAsync,
        ["quick.drop"] = (session, submission, _) => DropAsync(session, submission),
        ["quick.undo"] = UndoAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [Confirming] = ConfirmedAsync,
    };

    public IReadOnlyList<Func<Session, string, CancellationToken, ValueTask<bool>>> FreeWords => [(session, text, cancellation) => HeardAsync(session, text, null, cancellation)];

    /// <summary>Reads the words as quick lines, where they look like any; false where they do not.</summary>
    /// <param name="session">The turn.</param>
    /// <param name="text">As typed.</param>
    /// <param name="asked">What was just asked for: it takes a figure without a name.</param>
    /// <param name="cancellation">The turn's.</param>
    internal static async ValueTask<bool> HeardAsync(Session session, string text, (Indicator Indicator, Period Period)? asked, CancellationToken cancellation)
    {
        if (session.Member is null || text.Length > QuickReader.LongestMessage || !session.Dossier.Indicators.Any(indicator => indicator is { IsInUse: true, IsFigure: true }))
        {
            return false;
        }

        var (of, said) = await ForWhomAsync(session, text, cancellation);
        // Nothing is read of the ledger before the words look like a quick line at all.
        if (Reader(session, (_, _) => false, asked).Read(said) is not { LooksLikeOne: true } first || (asked is var (wanted, _) && !SaysMore(first, wanted, said, session)))
        {
            return false;
        }

        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return true;
        }

        var noted = await NotedAsync(session, cancellation);
        var closures = session.Dossier.Closures;
        var message = Reader(session, (indicator, period) => noted.Contains((indicator.Id, period)) || closures.Any(closure => closure.Closes(period)), asked).Read(said);
        await ShowAsync(session, PendingLines.Of(message, of, session.Now), cancellation);
        return true;
    }

    /// <summary>More than the figure that was asked for: another indicator, several values, a number in words.</summary>
    private static bool SaysMore(QuickMessage message, Indicator asked, string said, Session session) =>
        message.Lines.Count > 1
        || (FigureText.Read(said, session.Words.Language) is FigureRead.None && GivenFigure.Read(asked, said, session.Words) is null)
        || message.Lines.Any(line => line switch
        {
            LineReading.Understood one => one.Value.Indicator.Id != asked.Id,
            LineReading.Ambiguous one => one.Choices.All(choice => choice.Indicator.Id != asked.Id),
            _ => false,
        });

    private static QuickReader Reader(Session session, Func<Indicator, Period, bool> isNoted, (Indicator, Period)? asked) =>
        new(new() { Dossier = session.Dossier, Language = session.Words.Language, Today = session.Today, IsNoted = isNoted, Asked = asked });

    private static async ValueTask<HashSet<(Id<Indicator>, Period)>> NotedAsync(Session session, CancellationToken cancellation)
    {
        var thisYear = Period.Containing(session.Today, Frequency.Yearly, session.Association.YearStartsIn).Year;
        return [.. (await session.Ledger.OfYearsAsync(thisYear - 1, thisYear, cancellation)).Select(reading => (reading.Indicator, reading.Period))];
    }

    /// <summary>« pour Awa : … », « glanage 420 pour Awa »: a colleague's figures, where exactly one is named so.</summary>
    private static async ValueTask<(Keeper? For, string Said)> ForWhomAsync(Session session, string text, CancellationToken cancellation)
    {
        var folded = text.Folded();
        if (folded.Length != text.Length)
        {
            return (null, text);
        }

        var (name, said) = ("", "");
        if ((folded.StartsWith("pour ", StringComparison.Ordinal) || folded.StartsWith("for ", StringComparison.Ordinal)) && text.IndexOf(':', StringComparison.Ordinal) is > 0 and <= LongestName and var colon)
        {
            (name, said) = (text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..colon], text[(colon + 1)..]);
        }
        else if (Math.Max(folded.LastIndexOf(" pour ", StringComparison.Ordinal), folded.LastIndexOf(" for ", StringComparison.Ordinal)) is > 0 and var at && !text[at..].Contains('\n', StringComparison.Ordinal))
        {
            (name, said) = (text[(text.IndexOf(' ', at + 1) + 1)..], text[..at]);
        }

        if (name.OnOneLine() is not { Length: > 1 and <= LongestName } named || named.Any(char.IsAsciiDigit) || (await session.RosterAsync(cancellation)).Named(named) is not [var only] || only.Roles.Contains(Role.Partner))
        {
            return (null, text);
        }

        return (only.Person == session.Person ? null : Keeper.Of(only), said);
    }

    /// <summary>Shows the card with what stands for each value now, and what is to be asked about it.</summary>
    private static async ValueTask ShowAsync(Session session, PendingLines pending, CancellationToken cancellation, IReadOnlyList<string>? slips = null)
    {
        var book = await BookAsync(session, pending, cancellation);
        pending = pending with
        {
            Lines = [.. pending.Lines.Select(line => line with { Options = [.. line.Options.Select((option, index) => Judged(session, book, pending, option, asks: index == 0 && line.IsUnderstood))] })],
        };
        session.Desk = session.Desk with { Quick = [.. session.Desk.Quick.Where(other => other.Id != pending.Id).TakeLast(PendingLines.Most - 1), pending] };
        if (pending.HasChoices)
        {
            session.WaitFor(Confirming, ("id", pending.Id));
        }
        else
        {
            Done(session, pending);
        }

        // Who has something to confirm is asked alone, wherever they wrote.
        session.ForOneAlone = true;
        var who = pending.For is { Person: { } person } ? (await session.RosterAsync(cancellation)).Find(person)?.Name : null;
        var team = pending.AsksWho ? (await session.RosterAsync(cancellation)).Members : [];
        session.Instead(QuickLineCard.For(session, pending, book, who, [.. team.Where(member => member.Name is not null && member.Person != session.Person && !member.Roles.Contains(Role.Partner))], slips ?? []));
    }

    private static ValueTask<RuleBook> BookAsync(Session session, PendingLines pending, CancellationToken cancellation) => RuleBook.OpenAsync(
        session.Ledger,
        session.Dossier,
        [.. pending.Lines.SelectMany(line => line.Options).Select(option => (option.IndicatorIn(session)?.Id, option.Period)).Where(one => one.Id is not null).Select(one => (one.Id!.Value, one.Period)).Distinct()],
        session.Now,
        cancellation);

    /// <summary>
    /// With the version that stands, and the doubts that the rule book has of what is meant; of what is only offered they are
    /// asked once it is chosen.
    /// </summary>
    private static PendingValue Judged(Session session, RuleBook book, PendingLines pending, PendingValue option, bool asks)
    {
        if (option.IndicatorIn(session) is not { } indicator)
        {
            return option;
        }

        var seen = option with { Seen = book.Page.Find(indicator.Id, option.Period)?.Standing?.Version ?? 0, Asked = Sure.Nothing };
        return asks && book.Judge(seen.Recording(session, indicator, pending.For, null, Sure.Nothing)) is Judgement.Asks judged
            ? seen with { Asked = judged.Doubts.Aggregate(Sure.Nothing, (all, doubt) => all | doubt.Yes) & (Sure.Zero | Sure.Bound | Sure.History | Sure.Unexplained) }
            : seen;
    }

    private static PendingLines? Find(Session session, string id, int version) => session.Desk.Quick.FirstOrDefault(pending => pending.Id == id && pending.Version == version);

    /// <summary>The card of this press, if it still waits and the person may record; else says so.</summary>
    private static PendingLines? Pressed(Session session, Submission submission)
    {
        if (!session.May(Act.RecordValue))
        {
            session.Refuse(Act.RecordValue);
            return null;
        }

        if (Find(session, submission["message"], submission.Version) is { } pending)
        {
            return pending;
        }

        session.ForOneAlone = true;
        session.Instead(StaleCard.For(session));
        return null;
    }

    private static async ValueTask RecordAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (Pressed(session, submission) is not { } pending)
        {
            return;
        }

        if (pending.AsksWho && submission[QuickLineCard.Who] is { Length: > 0 } mark && (await session.RosterAsync(cancellation)).Find(mark) is { } member)
        {
            pending = pending with { For = Keeper.Of(member) };
        }

        List<PendingValue?> chosen = [];
        List<string?> whys = [];
        List<string> slips = [];
        foreach (var (index, line) in pending.Lines.Index())
        {
            var pressed = submission[QuickLineCard.Line(index)];
            var option = int.TryParse(pressed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < line.Options.Count ? line.Options[number] : null;
            if (option is null && pressed != QuickLineCard.Drop && line.Options.Count > 0)
            {
                if (line.MustChoose)
                {
                    slips.Add(session.Words.Say("quick.decide", session.Words.Quoted(line.Text)));
                }
                else if (line.IsUnderstood)
                {
                    option = line.Options[0];
                }
            }

            chosen.Add(option);
            whys.Add(submission[QuickLineCard.Why(index)].OnOneLine());
        }

        if (slips.Count > 0)
        {
            await ShowAsync(session, pending with { Version = pending.Version + 1 }, cancellation, slips);
            return;
        }

        await WriteAsync(session, pending, chosen, whys, cancellation);
    }

    /// <summary>All that was chosen in one batch; where one of them cannot be written as it is, nothing is, and the card says why.</summary>
    private static async ValueTask WriteAsync(Session session, PendingLines pending, List<PendingValue?> chosen, List<string?> whys, CancellationToken cancellation)
    {
        List<Recording> recordings = [];
        List<int> lines = [];
        foreach (var (index, option) in chosen.Index())
        {
            if (option?.IndicatorIn(session) is { } indicator)
            {
                lines.Add(index);
                recordings.Add(option.Recording(session, indicator, pending.For, whys[index], option.Asked));
            }
        }

        if (recordings.Count == 0)
        {
            Let(session, pending);
            return;
        }

        var book = await RuleBook.OpenAsync(session.Ledger, session.Dossier, [.. recordings.Select(recording => (recording.Indicator.Id, recording.Period)).Distinct()], session.Now, cancellation);
        var judged = book.Judge(recordings);
        if (judged.Any(judgement => judgement is Judgement.Refused or Judgement.Asks))
        {
            // What was chosen is what is meant from here on, and is asked about as such.
            List<PendingLine> again = [.. pending.Lines];
            foreach (var (at, index) in lines.Index())
            {
                if (judged[at] is Judgement.Asks)
                {
                    again[index] = again[index] with { State = PendingLine.Understood, Options = [chosen[index]!] };
                }
            }

            await ShowAsync(session, pending with { Version = pending.Version + 1, Lines = again }, cancellation, [.. judged.Select(judgement => SlipOf(session, judgement)).OfType<string>().Distinct()]);
            return;
        }

        List<Judgement.Accepted> accepted = [.. judged.OfType<Judgement.Accepted>()];
        ValueWriting.Write(session, accepted);
        Done(session, pending);
        session.ForOneAlone = true;
        if (pending.For is not null)
        {
            await session.RosterAsync(cancellation);
        }

        if (accepted is [var only] && judged.Count == 1 && pending.Lines.Count == 1)
        {
            var moment = await ValueMoment.OfAsync(session, only.Recording.Indicator, only.Recording.Period, cancellation);
            session.Instead(RecordedCard.For(session, moment, only.Noted, moment.YearWith(session, only.Noted)));
        }
        else
        {
            List<string> left = [.. pending.Lines.Index().Where(line => chosen[line.Index] is null && line.Item.Text.Length > 0).Select(line => line.Item.Text)];
            session.Instead(QuickRecordedCard.For(session, judged, left, session.Desk.JustGiven));
        }
    }

    /// <summary>Why it cannot be written as it stands; null where it can, stands already, or is asked about on the card.</summary>
    private static string? SlipOf(Session session, Judgement judgement) => judgement switch
    {
        Judgement.Refused { Why: var why, Recording: var recording } => ValueWriting.Say(session, why, recording.Indicator, recording.Period),
        Judgement.Asks { Doubts: [Doubt.Personal, ..] } => session.Words["quick.refused.Trace"],
        Judgement.Asks { Doubts: [.., Doubt.NotedMeanwhile { Standing: var standing }], Recording: var recording } =>
            session.Words.Say("quick.meanwhile", recording.Indicator.Name, session.Words.Reading(standing.Reading, recording.Indicator)),
        _ => null,
    };

    private static async ValueTask CorrectAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (Pressed(session, submission) is not { Lines: [{ Options: [var first, ..] options }] } pending)
        {
            return;
        }

        var option = int.TryParse(submission[QuickLineCard.Line(0)], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < options.Count ? options[number] : first;
        await FormAsync(session, pending, option, cancellation);
    }

    /// <summary>The form of that value, with what was typed.</summary>
    private static async ValueTask FormAsync(Session session, PendingLines pending, PendingValue option, CancellationToken cancellation)
    {
        Done(session, pending);
        session.ForOneAlone = true;
        if (option.IndicatorIn(session) is { } indicator)
        {
            await ValueSubject.FormAsync(session, indicator, option.Period, session.Words.Figure(option.Figure.Amount, 3), cancellation);
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }

    private static async ValueTask ForWhomAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (Pressed(session, submission) is { } pending)
        {
            await ShowAsync(session, pending with { Version = pending.Version + 1, AsksWho = true }, cancellation);
        }
    }

    private static ValueTask DropAsync(Session session, Submission submission)
    {
        if (Pressed(session, submission) is { } pending)
        {
            Let(session, pending);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Takes back what this card noted, if nothing was noted since.</summary>
    private static async ValueTask UndoAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        session.ForOneAlone = true;
        if (session.Desk.JustGiven.Count > 0 && submission["given"] == QuickRecordedCard.MarkOf(session.Desk.JustGiven))
        {
            await UndoSubject.CancelAsync(session, cancellation);
        }
        else
        {
            session.Instead(StaleCard.For(session));
        }
    }

    /// <summary>« Laisser tomber »: nothing is recorded.</summary>
    private static void Let(Session session, PendingLines pending)
    {
        Done(session, pending);
        session.ForOneAlone = true;
        session.Instead(QuickLineCard.Dropped(session));
    }

    private static void Done(Session session, PendingLines pending) => session.Desk = session.Desk with
    {
        Waiting = session.Desk.Waiting is { Kind: Confirming } waiting && waiting.Notes["id"] == pending.Id ? null : session.Desk.Waiting,
        Quick = [.. session.Desk.Quick.Where(other => other.Id != pending.Id)],
    };

    /// <summary>« oui », « corriger », « laisser tomber », or one of the choices by its number or its words: for who types.</summary>
    private static async ValueTask<bool> ConfirmedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (session.Desk.Quick.FirstOrDefault(pending => pending.Id == waiting.Notes["id"]) is not { } pending || !session.May(Act.RecordValue))
        {
            return false;
        }

        switch (Vocabulary.Command(text))
        {
            case "yes" or "yes-zero" or "go-on":
                if (pending.Lines.Any(line => line.Options.Count > 0 && line.MustChoose && line.Options.Count != 1))
                {
                    await ShowAsync(session, pending with { Version = pending.Version + 1 }, cancellation, [session.Words["quick.choose-first"]]);
                    return true;
                }

                await WriteAsync(session, pending, [.. pending.Lines.Select(line => line.IsUnderstood || line is { MustChoose: true, Options.Count: 1 } ? line.Options[0] : null)], [.. pending.Lines.Select(_ => (string?)null)], cancellation);
                return true;
            case "correct" or "change" when pending.Lines is [{ Options: [var first, ..] }]:
                await FormAsync(session, pending, first, cancellation);
                return true;
            case "no" or "cancel" or "later" or "stop" or "back" or "keep":
                Let(session, pending);
                return true;
            case null when text.AsWord() is var said && (said == session.Words["quick.button.drop"].AsWord() || said == session.Words["quick.button.not-one"].AsWord()):
                Let(session, pending);
                return true;
            case null when pending.Lines is [{ Options: { Count: > 0 } options }] && Meant(session, options, text) is { } meant:
                await WriteAsync(session, pending, [meant], [null], cancellation);
                return true;
            default:
                return false;
        }
    }

    private static PendingValue? Meant(Session session, IReadOnlyList<PendingValue> options, string text)
    {
        var said = text.AsWord();
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= options.Count)
        {
            return options[number - 1];
        }

        List<PendingValue> named = said.Length < 3 ? [] :
        [
            .. options.Where(option => option.IndicatorIn(session) is { } indicator
                && (indicator.Name.AsWord().Contains(said, StringComparison.Ordinal) || session.Words.Period(option.Period).AsWord().Contains(said, StringComparison.Ordinal))),
        ];
        return named is [var only] ? only : null;
    }
}
