using SocialUtility.Bot.Guides;

namespace SocialUtility.Bot.Conversation;

/// <summary>What becomes of words that look personal and were said beside a guide: the person decides, then they are heard.</summary>
public sealed class PersonalSubject : ISubject
{
    public IReadOnlyDictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>> SmallAnswers => new Dictionary<string, Func<Session, Waiting, string, CancellationToken, ValueTask<bool>>>
    {
        [PersonalGuard.Kind] = (session, waiting, text, _) => ValueTask.FromResult(PersonalGuard.Decide(session, waiting, text)),
    };
}
