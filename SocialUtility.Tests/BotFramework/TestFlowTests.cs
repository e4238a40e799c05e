using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class TestFlowTests
{
    [Fact]
    public Task A_conversation_is_played_in_the_order_it_is_written() => new TestFlow(new TestAdapter(), EchoAsync)
        .SendConversationUpdate().AssertReply("bienvenue")
        .Test("a", "a!")
        .Send("b").AssertReplyContains("!", "contains")
        .Send("c").AssertReplyOneOf(["x", "c!"])
        .Send(new Activity { Type = "message", Text = "d" }).AssertReply(r => Assert.Equal("d!", ((Activity)r).Text))
        .Test("quiet", _ => { }, "nothing").AssertNoReply(timeout: 1)
        .StartTestAsync();

    [Fact]
    public async Task A_wrong_reply_is_told()
    {
        var told = await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(new TestAdapter(), EchoAsync).Test("a", "b!", "echo").StartTestAsync());

        Assert.Equal("echo: 'b!' was expected, 'a!' came.", told.Message);
    }

    [Fact]
    public async Task A_reply_of_another_type_is_told() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(new TestAdapter(), EchoAsync).Test("a", new Activity { Type = "typing" }).StartTestAsync());

    [Fact]
    public async Task A_reply_that_does_not_come_is_told() =>
        await Assert.ThrowsAsync<TimeoutException>(() => new TestFlow(new TestAdapter()).Test("a", "a!", timeout: 1).StartTestAsync());

    [Fact]
    public async Task A_reply_that_should_not_come_is_told() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new TestFlow(new TestAdapter(), EchoAsync).Send("a").AssertNoReply(timeout: 1).StartTestAsync());

    [Fact]
    public async Task Nothing_is_played_before_it_is_started()
    {
        var heard = 0;
        var flow = new TestFlow(new TestAdapter(), (_, _) => { heard++; return Task.CompletedTask; }).Send("a").Send("b");

        Assert.Equal(0, heard);
        await flow.StartTestAsync();
        Assert.Equal(2, heard);
    }

    [Fact]
    public async Task A_reply_can_be_waited_for_before_it_is_said()
    {
        var adapter = new TestAdapter();
        var reply = adapter.GetNextReplyAsync(TestContext.Current.CancellationToken);
        Assert.False(reply.IsCompleted);

        await adapter.SendTextToBotAsync("a", EchoAsync, TestContext.Current.CancellationToken);

        Assert.Equal("a!", ((Activity)await reply).Text);
        Assert.Empty(adapter.ActiveQueue);
    }

    [Fact]
    public async Task The_person_and_the_conversation_are_those_of_the_adapter()
    {
        var adapter = new TestAdapter(TestAdapter.CreateConversation("talk", "Awa"));
        Activity? heard = null;

        await adapter.ProcessActivityAsync(new Activity { Text = "x" }, (turn, _) => { heard = turn.Activity; return Task.CompletedTask; }, TestContext.Current.CancellationToken);

        Assert.Equal(("message", "awa", "Awa", "bot", "test"), (heard?.Type, heard?.From?.Id, heard?.From?.Name, heard?.Recipient?.Id, heard?.ChannelId));
        Assert.NotNull(heard?.Timestamp);
    }

    private static async Task EchoAsync(ITurnContext turn, CancellationToken cancellation)
    {
        var text = turn.Activity.Type == ActivityTypes.ConversationUpdate ? "bienvenue" : turn.Activity.Text + "!";
        await turn.SendActivityAsync(text, cancellationToken: cancellation);
    }
}
