using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Bot.Guides;

/// <summary>
/// A conversation as a list of questions over a draft: what is known already is not asked, every answer can be changed,
/// and the end makes the domain's things of it. One player plays any guide.
/// </summary>
public abstract class Guide
{
    /// <summary>Names it in drafts and cards; its words are the resources <c>guide.{id}.…</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What the person must be allowed to; null where anybody may.</summary>
    public virtual Act? Needs => null;

    /// <summary>The questions that apply to this draft, in their order, answered or not.</summary>
    public abstract IReadOnlyList<Question> Questions(Session session, Draft draft);

    /// <summary>Reads what its questions need and a turn does not bring: the names of the members.</summary>
    public virtual ValueTask PrepareAsync(Session session, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <summary>What is said when it begins; empty for nothing.</summary>
    public virtual string Opening(Session session, Draft draft) => "";

    /// <summary>
    /// Hears each answer where it is the group's at once and not only at the end. True where something has to be decided first:
    /// the guide does not go on by itself then.
    /// </summary>
    /// <param name="session">The turn.</param>
    /// <param name="before">The draft as it was before the answer.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What was said.</param>
    public virtual bool Heard(Session session, Draft before, Question question, Answer answer) => false;

    /// <summary>Makes of the answers what they are for, and says so. The draft is put away afterwards.</summary>
    public abstract ValueTask FinishAsync(Session session, Draft draft, CancellationToken cancellation);
}
