using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Conversation;

/// <summary>« projet », « arbre »: what the association wants, how it hangs together, and what is worth doing next.</summary>
public sealed class ProjectSubject(GuidePlayer player, TreeAddress trees) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["project"] = ProjectAsync,
        ["tree"] = (session, _) => session.AsMember(() => Tree(session, 0)),
        ["continue"] = (session, _) => session.AsMember(() => NextStep.GoOn(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["project.show"] = (session, _, cancellation) => ProjectAsync(session, cancellation),
        ["project.edit"] = (session, submission, _) => session.AsMember(() => Edit(session, submission)),
        ["tree.show"] = (session, submission, _) => session.AsMember(() => Tree(session, submission.Page)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [NextStep.Kind] = (session, waiting, text, _) => ValueTask.FromResult(Next(session, waiting, text)),
        [ProjectGuide.TwoVersions.Kind] = ProjectGuide.TwoVersions.DecideAsync,
        [GuidePlayer.Cancelling] = player.AnswerAsync,
        [GuidePlayer.GoingBack] = player.AnswerAsync,
        [GuidePlayer.Resuming] = player.AnswerAsync,
    };

    private void Tree(Session session, int page)
    {
        var year = Period.Containing(session.Today, Frequency.Yearly, session.Association.YearStartsIn).Year;
        session.Show(TreeCard.For(session, page, trees.Of(session.Association.Id, year, session.Words.Language, session.Now)));
    }

    /// <summary>Asks what is still open; once everything is written, shows it.</summary>
    private static async ValueTask ProjectAsync(Session session, CancellationToken cancellation)
    {
        List<string> open = [];
        if (session.File is not null && session.May(Act.DescribeProject))
        {
            open = [.. ProjectGuide.All.Where(id => ProjectGuide.Standing(session, id) is null)];
            if (open.Contains(ProjectGuide.Purpose) && !await session.ReachesAsync(Audience.Board, cancellation))
            {
                open.Remove(ProjectGuide.Purpose);
            }
        }

        await session.AsMember(async () =>
        {
            var begun = session.Desk.Drafts.TryGetValue(ProjectGuide.Name, out var draft) && draft.Subject is null;
            if (begun)
            {
                session.Begin(ProjectGuide.Name);
            }
            else if (open.Count > 0)
            {
                session.Begin(ProjectGuide.Name, draft => new() { Guide = draft.Guide, Id = draft.Id, Asked = open, Touched = session.Now });
            }
            else
            {
                session.Show(ProjectCard.For(session, await session.HearingAsync(cancellation)));
            }
        });
    }

    private static void Edit(Session session, Submission submission)
    {
        var id = submission["phrase"];
        if (!session.May(Act.RewriteProject))
        {
            session.Refuse(Act.RewriteProject);
            return;
        }

        if (!ProjectGuide.All.Contains(id))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        var standing = ProjectGuide.Standing(session, id);
        session.Begin(ProjectGuide.Name, draft => new()
        {
            Guide = draft.Guide,
            Id = draft.Id,
            Subject = id,
            SubjectVersion = ProjectGuide.VersionOf(session, id),
            Answers = standing is null ? new Dictionary<string, Answer>() : new Dictionary<string, Answer> { [id] = Answer.Said(standing.Text) },
            Again = standing is null ? null : id,
            Touched = session.Now,
        });
    }

    private static bool Next(Session session, Waiting waiting, string text)
    {
        switch (Vocabulary.Command(text))
        {
            case "continue" or "yes" or "go-on" or "begin" or "resume":
                session.Desk = session.Desk with { Waiting = null };
                session.HearAgain = waiting.Notes["command"] == "begin" ? session.Words["button.begin"] : session.Words["word." + waiting.Notes["command"]];
                return true;
            case "later" or "no":
                session.Desk = session.Desk with { Waiting = null, Left = null };
                session.Say(session.Words["next.later"]);
                return true;
            default:
                return false;
        }
    }
}
