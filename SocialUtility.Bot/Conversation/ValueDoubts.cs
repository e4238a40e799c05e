using System.Globalization;
using System.Text.Json;
using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Bot.Conversation;

/// <summary>
/// What is asked before one value is noted, and what the person answers: a surprising figure, words that look personal,
/// another person's reading of the same period. Nothing that was given is lost meanwhile.
/// </summary>
internal static class ValueDoubts
{
    /// <summary>A surprising figure waits for « oui ».</summary>
    public const string Doubting = "value.doubt";

    /// <summary>Two people gave different readings: one of them decides.</summary>
    public const string TwoVersions = "value.two-versions";

    /// <summary>A correction waits for a word of why.</summary>
    public const string Explaining = "value.because";

    /// <summary>Words with what looks personal in them wait for a decision.</summary>
    public const string Personal = "value.personal";

    /// <summary>Asks the first of the doubts; the others follow its answer.</summary>
    public static void Ask(Session session, ValueMoment moment, Judgement.Asks asks)
    {
        var words = session.Words;
        var recording = asks.Recording;
        switch (asks.Doubts[0])
        {
            case Doubt.Personal personal:
                Wait(session, Personal, recording, recording.Seen);
                PersonalGuard.Ask(session, personal.Seen);
                break;
            case Doubt.NotedMeanwhile { Standing: var standing }:
                // Who decides has seen the other's version: a third one would be asked about again.
                Wait(session, TwoVersions, recording, standing.Version);
                session.Say(
                    words.Say("value.two-versions", words.Reading(standing.Reading, moment.Indicator), words.ThePeriod(moment.Period), words.Reading(recording.Reading, moment.Indicator)),
                    words["button.keep-theirs"],
                    words["button.keep-mine"],
                    words["button.talk-together"]);
                break;
            case Doubt.NoReason { Standing: var standing }:
                Wait(session, Explaining, recording, recording.Seen);
                session.Say(words.Say("value.because", words.Reading(standing.Reading, moment.Indicator), words.Reading(recording.Reading, moment.Indicator)), words["button.skip"]);
                break;
            case Doubt.FarFromHistory far:
                Wait(session, Doubting, recording, recording.Seen, far);
                session.Instead(DoubtCard.For(session, recording, ValueWriting.Ask(session, far, recording)!));
                break;
            case var doubt:
                Wait(session, Doubting, recording, recording.Seen, doubt);
                session.Say(
                    ValueWriting.Ask(session, doubt, recording)!,
                    doubt is Doubt.Zero ? [words["button.yes-zero"], words["button.no-figure"]] : [words["button.yes"], words["button.correct"]]);
                break;
        }
    }

    /// <summary>« Retirer », « Garder la phrase entière », « Ne rien garder ».</summary>
    public static async ValueTask<bool> PersonalAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var decision = Vocabulary.Command(text);
        if (!PersonalGuard.Decides(decision) || await OpenAsync(session, waiting, cancellation) is not var (moment, recording))
        {
            return false;
        }

        string? Left(string? said) => said is null ? null : PersonalGuard.Left(decision!, said);
        var reading = recording.Reading switch
        {
            Reading.Words heard => Left(heard.Text) is { } left ? new Reading.Words(left) : null,
            Reading.NotMeasured missing => new Reading.NotMeasured(Left(missing.Reason)),
            Reading.NotApplicable absent => new Reading.NotApplicable(Left(absent.Reason)),
            var figure => decision is "keep-nothing" or "no" ? null : figure,
        };
        if (reading is null)
        {
            session.WaitFor(ValueHearing.Typing, ValueHearing.Notes(moment));
            session.Say(session.Words["personal.nothing-kept"]);
            session.Say(ValueHearing.Asked(session, moment));
            return true;
        }

        await ValueHearing.ConsiderAsync(session, moment, recording with
        {
            Reading = reading,
            Context = Left(recording.Context),
            Because = Left(recording.Because),
            For = recording.For is { Words: { } named } ? Left(named) is { } kept ? new(null, kept) : null : recording.For,
            Sure = recording.Sure | Sure.Personal,
        }, cancellation);
        return true;
    }

    /// <summary>« Oui », perhaps with a word of why; « corriger »; another figure.</summary>
    public static async ValueTask<bool> DoubtedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        if (await OpenAsync(session, waiting, cancellation) is not var (moment, recording))
        {
            return false;
        }

        switch (Vocabulary.Command(text))
        {
            case "yes" or "yes-zero" or "zero":
                await SureAsync(session, moment, recording, waiting, null, cancellation);
                return true;
            case "no" or "correct" or "change":
                session.WaitFor(ValueHearing.Typing, ValueHearing.Notes(moment));
                session.Say(ValueHearing.Asked(session, moment));
                return true;
            case "no-figure" or "unknown":
                await ValueHearing.ConsiderAsync(session, moment, recording with { Reading = new Reading.NotMeasured(), Context = null, Proof = null }, cancellation);
                return true;
            case null when FigureText.Read(text, session.Words.Language) is not FigureRead.None || GivenFigure.Read(moment.Indicator, text, session.Words) is not null:
                await ValueHearing.HearAsync(session, moment, recording with { Sure = recording.Sure & ~(Sure.Zero | Sure.Bound | Sure.History) }, text, null, cancellation);
                return true;
            case null when text.Split((char[])[',', ' ', '.'], 2) is [var yes, var why] && Vocabulary.Means(yes, "yes") && why.OnOneLine() is { } said:
                // « Oui, une grosse collecte »: the word of why with it.
                await SureAsync(session, moment, recording, waiting, said, cancellation);
                return true;
            default:
                return false;
        }
    }

    /// <summary>« Oui, enregistrer » on the card, with its field.</summary>
    public static async ValueTask SureAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await WaitedAsync(session, submission, cancellation) is var (moment, recording, waiting))
        {
            await SureAsync(session, moment, recording, waiting, submission[DoubtCard.Why].OnOneLine(), cancellation);
        }
    }

    /// <summary>« Corriger » on the card: the form with what was given.</summary>
    public static async ValueTask UnsureAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await WaitedAsync(session, submission, cancellation) is var (moment, _, _))
        {
            await ValueSubject.FormAsync(session, moment.Indicator, moment.Period, null, cancellation);
        }
    }

    /// <summary>« Garder 420 », « Corriger en 402 », « En parler ensemble ».</summary>
    public static async ValueTask<bool> DecidedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var choice = Vocabulary.Command(text);
        if (choice is not ("keep-mine" or "keep-theirs" or "talk-together") || await OpenAsync(session, waiting, cancellation) is not var (moment, recording))
        {
            return false;
        }

        session.Desk = session.Desk with { Waiting = null };
        if (choice == "keep-mine")
        {
            await ValueHearing.ConsiderAsync(session, moment, recording with { At = session.Now, Sure = recording.Sure | Sure.Unexplained }, cancellation);
        }
        else
        {
            session.Say(session.Words[choice == "keep-theirs" ? "project.kept-theirs" : "project.talk-together"]);
        }

        return true;
    }

    /// <summary>Why what stood was not right; « passer » is an answer.</summary>
    public static async ValueTask<bool> ExplainedAsync(Session session, Waiting waiting, string text, CancellationToken cancellation)
    {
        var command = Vocabulary.Command(text);
        if (command is not (null or "skip" or "unknown") || await OpenAsync(session, waiting, cancellation) is not var (moment, recording))
        {
            return false;
        }

        await ValueHearing.ConsiderAsync(session, moment, recording with { Because = command is null ? text.OnOneLine() : null, Sure = command is null ? recording.Sure : recording.Sure | Sure.Unexplained }, cancellation);
        return true;
    }

    private static ValueTask SureAsync(Session session, ValueMoment moment, Recording recording, Waiting waiting, string? why, CancellationToken cancellation) =>
        ValueHearing.ConsiderAsync(session, moment, recording with
        {
            Sure = recording.Sure | Enum.Parse<Sure>(waiting.Notes["doubt"]),
            Context = why is null ? recording.Context : recording.Context is { } context ? $"{context.TrimEnd('.')}. {why}" : why,
        }, cancellation);

    private static void Wait(Session session, string kind, Recording recording, int seen, Doubt? doubt = null) => session.WaitFor(
        kind,
        ("indicator", recording.Indicator.Id.ToString()),
        ("period", recording.Period.ToString()),
        ("seen", seen.ToString(CultureInfo.InvariantCulture)),
        ("given", DomainJson.Write(recording.Noted(1))),
        ("sure", recording.Sure.ToString()),
        ("doubt", (doubt?.Yes ?? Sure.Nothing).ToString()));

    /// <summary>What waits for the answer, as it was given.</summary>
    private static async ValueTask<(ValueMoment Moment, Recording Recording)?> OpenAsync(Session session, Waiting waiting, CancellationToken cancellation)
    {
        if (await ValueHearing.MomentAsync(session, waiting, cancellation) is not { } moment
            || JsonSerializer.Deserialize(waiting.Notes.GetValueOrDefault("given", "null"), DomainJson.Default.Measurement) is not { } given)
        {
            return null;
        }

        return (moment, ValueHearing.Blank(session, moment) with
        {
            Reading = given.Reading,
            Context = given.Context,
            Proof = given.Proof,
            For = given.For,
            Because = given.Because,
            Sure = Enum.Parse<Sure>(waiting.Notes["sure"]),
        });
    }

    /// <summary>The question that this card asks, if it still waits; else says that the card has served.</summary>
    private static async ValueTask<(ValueMoment Moment, Recording Recording, Waiting Waiting)?> WaitedAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (!session.May(Domain.Associations.Act.RecordValue))
        {
            session.Refuse(Domain.Associations.Act.RecordValue);
            return null;
        }

        if (session.Desk.Waiting is { Kind: Doubting } waiting
            && (waiting.Notes["indicator"], waiting.Notes["period"], waiting.Notes["seen"]) == (submission["indicator"], submission["period"], submission.Version.ToString(CultureInfo.InvariantCulture))
            && submission["given"] == DoubtCard.MarkOf(waiting.Notes["given"])
            && await OpenAsync(session, waiting, cancellation) is var (moment, recording))
        {
            return (moment, recording, waiting);
        }

        if (ValueHearing.IndicatorOf(session, submission["indicator"]) is { Retired: false } indicator && Period.TryParse(submission["period"], out var period) && period.Frequency == indicator.Frequency)
        {
            ValueHearing.SayStale(session, await ValueMoment.OfAsync(session, indicator, period, cancellation));
        }
        else
        {
            session.Instead(StaleCard.For(session));
        }

        return null;
    }
}
