using SocialUtility.Bot.Cards;
using SocialUtility.Bot.Guides;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Steps;

namespace SocialUtility.Bot.Conversation;

/// <summary>« projet », « arbre »: what the association wants, how it hangs together, and what is worth doing next.</summary>
public sealed class ProjectSubject(GuidePlayer player, TreeAddress trees) : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, CancellationToken, ValueTask>> Commands => new Dictionary<string, Func<Session, CancellationToken, ValueTask>>
    {
        ["project"] = ProjectAsync,
        ["tree"] = (session, cancellation) => session.AsMember(() => TreeAsync(session, 0, cancellation)),
        ["continue"] = (session, _) => session.AsMember(() => NextStep.GoOn(session)),
    };

    public IReadOnlyDictionary<string, Func<Session, Submission, CancellationToken, ValueTask>> Buttons => new Dictionary<string, Func<Session, Submission, CancellationToken, ValueTask>>
    {
        ["project.show"] = (session, _, cancellation) => ProjectAsync(session, cancellation),
        ["project.edit"] = (session, submission, _) => session.AsMember(() => Edit(session, submission)),
        ["tree.show"] = (session, submission, cancellation) => session.AsMember(() => TreeAsync(session, submission.Page, cancellation)),
        ["tree.close"] = (session, submission, cancellation) => session.IfMay(Act.Invite, () => CloseAsync(session, submission["adresse"], cancellation)),
    };

    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [NextStep.Kind] = (session, waiting, text, _) => ValueTask.FromResult(Next(session, waiting, text)),
        [ProjectGuide.TwoVersions.Kind] = ProjectGuide.TwoVersions.DecideAsync,
        [GuidePlayer.Cancelling] = player.AnswerAsync,
        [GuidePlayer.GoingBack] = player.AnswerAsync,
        [GuidePlayer.Resuming] = player.AnswerAsync,
    };

    private async ValueTask TreeAsync(Session session, int page, CancellationToken cancellation) => session.Show(TreeCard.For(
        session, await ReadingAsync(session, cancellation), page, trees.Of(session.Association.Id, session.Year, session.Words.Language, session.Now)));

    private static async ValueTask<TreeReading> ReadingAsync(Session session, CancellationToken cancellation) => TreeReading.Of(
        session.Dossier, await session.Ledger.OfYearsAsync(session.Year - 1, session.Year, cancellation), session.Year, session.Today, session.Words.Language);

    /// <summary>The address of one card opens nothing any more; the tree itself stays.</summary>
    private static async ValueTask CloseAsync(Session session, string address, CancellationToken cancellation)
    {
        if (!TreeAddress.IsOf(session.Association.Id, address))
        {
            session.Say(session.Words["not-found"]);
            return;
        }

        session.Write([ClosedTree.Close(address, session.Now)], "tree.close", session.Association.Key);
        session.Instead(TreeCard.For(session, await ReadingAsync(session, cancellation)));
        session.Say(session.Words["picture.tree.closed"]);
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
