using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>A conversation written down: what is said, and what must be answered.</summary>
/// <remarks>Nothing happens until <see cref="StartTestAsync"/>; then each line waits for the one before.</remarks>
public class TestFlow
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;
    private readonly Func<Task> play;

    public TestFlow(TestAdapter adapter, BotCallbackHandler? callback = null) =>
        (this.adapter, this.callback, play) = (adapter, callback ?? ((_, _) => Task.CompletedTask), () => Task.CompletedTask);

    public TestFlow(TestAdapter adapter, IBot bot)
        : this(adapter, bot.OnTurnAsync)
    {
    }

    public TestFlow(Func<Task> getTask, TestFlow flow) => (adapter, callback, play) = (flow.adapter, flow.callback, getTask);

    public Task StartTestAsync() => play();

    public TestFlow Send(string userSays)
    {
        ArgumentNullException.ThrowIfNull(userSays);
        return Then(() => adapter.SendTextToBotAsync(userSays, callback, CancellationToken.None));
    }

    public TestFlow Send(IActivity userActivity)
    {
        ArgumentNullException.ThrowIfNull(userActivity);
        return Then(() => adapter.ProcessActivityAsync((Activity)userActivity, callback, CancellationToken.None));
    }

    /// <summary>The person comes into the conversation.</summary>
    public TestFlow SendConversationUpdate() => Then(() => adapter.ProcessActivityAsync(
        new Activity { Type = ActivityTypes.ConversationUpdate, MembersAdded = [adapter.Conversation.User!] },
        callback,
        CancellationToken.None));

    public TestFlow Delay(uint ms) => Delay(TimeSpan.FromMilliseconds(ms));

    public TestFlow Delay(TimeSpan timespan) => Then(() => Task.Delay(timespan));

    public TestFlow Test(string userSays, string expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Activity expected, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(expected, description, timeout);

    public TestFlow Test(string userSays, Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) =>
        Send(userSays).AssertReply(validateActivity, description, timeout);

    public TestFlow AssertReply(string expected, string? description = null, uint timeout = 3000) =>
        AssertReply(new Activity { Type = ActivityTypes.Message, Text = expected }, description ?? expected, timeout);

    public TestFlow AssertReply(IActivity expected, string? description = null, uint timeout = 3000) => AssertReply(
        reply =>
        {
            Must(expected.Type == reply.Type, $"{description}: a {expected.Type} was expected, a {reply.Type} came.");
            if (expected is Activity { Text: { } text })
            {
                Must(text.Trim() == ((Activity)reply).Text?.Trim(), $"{description}: '{text}' was expected, '{((Activity)reply).Text}' came.");
            }
        },
        description,
        timeout);

    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity> equalityComparer, string? description = null, uint timeout = 3000) =>
        AssertReply(reply => Must(equalityComparer.Equals(expected, reply), description ?? "The reply is not the expected one."), description, timeout);

    public TestFlow AssertReply(Action<IActivity> validateActivity, string? description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            validateActivity(await adapter.GetNextReplyAsync(patience.Token));
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"{timeout} ms without a reply: {description}");
        }
    });

    public TestFlow AssertReplyContains(string expected, string? description = null, uint timeout = 3000) => AssertReply(
        reply => Must(((Activity)reply).Text?.Contains(expected, StringComparison.Ordinal) == true, $"{description}: '{expected}' is not in '{((Activity)reply).Text}'."),
        description,
        timeout);

    public TestFlow AssertReplyOneOf(string[] candidates, string? description = null, uint timeout = 3000) => AssertReply(
        reply => Must(candidates.Contains(((Activity)reply).Text), $"{description}: '{((Activity)reply).Text}' is none of the expected."),
        description,
        timeout);

    public TestFlow AssertNoReply(string? description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        try
        {
            var reply = await adapter.GetNextReplyAsync(patience.Token);
            Must(false, $"{description}: nothing was expected, '{((Activity)reply).Text}' came.");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // As it should be.
        }
    });

    private static void Must(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private TestFlow Then(Func<Task> next) => new(
        async () =>
        {
            await play();
            await next();
        },
        this);
}
