using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Conversation;

/// <summary>« se lancer », « cadrer », « où en est-on »: the first two steps of the method, and where the association stands on the way.</summary>
public sealed class StepsSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["launch"] = (session, cancellation) => OpenAsync(session, StepGuide.Launch, cancellation),
        ["frame"] = (session, cancellation) => OpenAsync(session, StepGuide.Frame, cancellation),
        ["progress"] = ProgressAsync,
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons
    {
        get
        {
            var buttons = new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
            {
                ["answer.edit"] = EditAsync,
                ["progress.show"] = (session, _, cancellation) => ProgressAsync(session, cancellation),
                ["step.go"] = (session, submission, _) => session.AsMember(() => Go(session, submission)),
            };
            foreach (var step in StepGuide.Steps)
            {
                buttons[$"{step.Id}.open"] = (session, _, cancellation) => OpenAsync(session, step, cancellation);
                buttons[$"{step.Id}.show"] = (session, submission, cancellation) => ShowAsync(session, step, submission.Page, cancellation);
            }

            return buttons;
        }
    }

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers =>
        StepGuide.Steps.ToDictionary(step => step.TwoVersions.Kind, step => (Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>)step.TwoVersions.DecideAsync);

    private static async ValueTask OpenAsync(Session session, StepGuide step, CancellationToken cancellation)
    {
        if (await IsReaderAsync(session))
        {
            await step.OpenAsync(session, cancellation);
        }
    }

    private static async ValueTask ShowAsync(Session session, StepGuide step, int page, CancellationToken cancellation)
    {
        if (await IsReaderAsync(session))
        {
            await step.ShowAsync(session, page, [], cancellation);
        }
    }

    private static async ValueTask EditAsync(Session session, Submission submission, CancellationToken cancellation)
    {
        if (await IsReaderAsync(session))
        {
            await AnswerGuide.BeginAsync(session, submission["phrase"], cancellation);
        }
    }

    private static async ValueTask ProgressAsync(Session session, CancellationToken cancellation)
    {
        if (!await IsReaderAsync(session))
        {
            return;
        }

        var year = Period.Containing(session.Today, Frequency.Yearly, session.Association.YearStartsIn).Year;
        var meetings = await session.MeetingsAsync(cancellation);
        var progress = Progress.Of(session.Dossier, new()
        {
            Everybody = await session.AnswerBook.AllAsync(cancellation),
            Heard = (await session.HearingAsync(cancellation)).Heard,
            HasReadings = (await session.Ledger.OfYearsAsync(year - 1, year, cancellation)).Count > 0,
            BoardSits = await session.BoardSitsAsync(cancellation),
            Concluded = Meeting.HowFar(session.Dossier, meetings, year),
            Agreed = StepQuestions.AgreedOn(session.Dossier),
            Adopted = await session.Deliberation.DefinitionsAsync(cancellation) is [.., var last] ? last.AdoptedOn : null,
        });
        var toDecide = Meeting.Of(session.Dossier, meetings, year - 1).ToDecide.Count() + Meeting.Of(session.Dossier, meetings, year).ToDecide.Count();
        session.Show(ProgressCard.For(session, progress, toDecide, Meeting.Decisions(session.Dossier, meetings, session.Today).Count(one => one.IsOpen)));
    }

    private static async ValueTask<bool> IsReaderAsync(Session session)
    {
        var reads = false;
        await session.AsMember(() => reads = true);
        return reads;
    }

    /// <summary>A step's button says the word that opens it.</summary>
    private static void Go(Session session, Submission submission)
    {
        if (ProgressCard.CommandOf(submission["step"]) is { } command)
        {
            session.HearAgain = session.Words["word." + command];
        }
        else
        {
            session.Say(session.Words["not-found"]);
        }
    }
}
