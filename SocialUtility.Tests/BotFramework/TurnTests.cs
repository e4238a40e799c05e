using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class TurnTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Middleware_runs_around_the_bot_in_the_order_it_was_added()
    {
        List<string> seen = [];
        var adapter = new TestAdapter()
            .Use(new Around(() => seen.Add("a in"), () => seen.Add("a out")))
            .Use(new Around(() => seen.Add("b in"), () => seen.Add("b out")));

        await adapter.SendTextToBotAsync("hi", (_, _) => { seen.Add("bot"); return Task.CompletedTask; }, Now);

        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], seen);
    }

    [Fact]
    public async Task Middleware_that_does_not_call_on_ends_the_turn()
    {
        var reached = false;
        var adapter = new TestAdapter().Use(new Stop());

        await adapter.SendTextToBotAsync("hi", (_, _) => { reached = true; return Task.CompletedTask; }, Now);

        Assert.False(reached);
    }

    [Fact]
    public async Task A_failure_goes_to_OnTurnError_and_no_further()
    {
        Exception? caught = null;
        var adapter = new TestAdapter { OnTurnError = (turn, failure) => { caught = failure; return turn.SendActivityAsync("pardon"); } };

        await adapter.SendTextToBotAsync("hi", (_, _) => throw new InvalidOperationException("no"), Now);

        Assert.Equal("no", caught?.Message);
        Assert.Equal("pardon", ((Activity)adapter.GetNextReply()!).Text);
    }

    [Fact]
    public async Task Without_OnTurnError_the_failure_goes_on() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        new TestAdapter().SendTextToBotAsync("hi", (_, _) => throw new InvalidOperationException("no"), Now));

    [Fact]
    public async Task The_turn_speaks_the_language_of_the_activity_and_leaves_the_tests_alone()
    {
        var before = CultureInfo.CurrentCulture;
        var during = "";

        await new TestAdapter { Locale = "fr-FR" }.SendTextToBotAsync("hi", (_, _) => { during = CultureInfo.CurrentCulture.Name; return Task.CompletedTask; }, Now);

        Assert.Equal("fr-FR", during);
        Assert.Same(before, CultureInfo.CurrentCulture);
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("typing", true)]
    [InlineData("trace", false)]
    public async Task Only_what_is_said_counts_as_an_answer(string type, bool responded) => await TurnAsync(async turn =>
    {
        Assert.False(turn.Responded);
        await turn.SendActivityAsync(new Activity { Type = type }, Now);
        Assert.Equal(responded, turn.Responded);
    });

    [Fact]
    public async Task A_reply_goes_to_whoever_spoke() => await TurnAsync(async turn =>
    {
        var reply = new Activity { Type = "message", Text = "a" };
        var response = await turn.SendActivityAsync(reply, Now);

        Assert.Equal((turn.Activity.From, turn.Activity.Recipient, turn.Activity.Conversation), (reply.Recipient, reply.From, reply.Conversation));
        Assert.Equal((turn.Activity.Id, turn.Activity.ServiceUrl, turn.Activity.Locale), (reply.ReplyToId, reply.ServiceUrl, reply.Locale));
        Assert.Equal(response.Id, reply.Id);
    });

    [Fact]
    public async Task Send_handlers_see_each_other_in_order_and_may_change_what_is_sent()
    {
        List<string> seen = [];
        var adapter = await TurnAsync(async turn =>
        {
            turn.OnSendActivities(async (_, activities, next) => { seen.Add("1"); activities[0].Text += "1"; var sent = await next(); seen.Add("1'"); return sent; });
            turn.OnSendActivities((_, activities, next) => { seen.Add("2"); activities[0].Text += "2"; return next(); });
            await turn.SendActivityAsync("a", cancellationToken: Now);
        });

        Assert.Equal(["1", "2", "1'"], seen);
        Assert.Equal("a12", ((Activity)adapter.GetNextReply()!).Text);
    }

    [Fact]
    public async Task A_send_handler_that_does_not_call_on_sends_nothing()
    {
        var adapter = await TurnAsync(async turn =>
        {
            turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));
            Assert.NotNull(await turn.SendActivityAsync("a", cancellationToken: Now));
            Assert.False(turn.Responded);
        });

        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public async Task Update_and_delete_pass_their_handlers()
    {
        var adapter = await TurnAsync(async turn =>
        {
            List<string?> seen = [];
            turn.OnUpdateActivity((_, activity, next) => { seen.Add(activity.Text); return next(); });
            turn.OnDeleteActivity((_, reference, next) => { seen.Add(reference.ActivityId); return next(); });
            var one = await turn.SendActivityAsync("one", cancellationToken: Now);
            var two = await turn.SendActivityAsync("two", cancellationToken: Now);
            await turn.UpdateActivityAsync(new Activity { Type = "message", Id = one.Id, Text = "uno" }, Now);
            await turn.DeleteActivityAsync(two.Id!, Now);
            Assert.Equal(["uno", two.Id], seen);
        });

        Assert.Equal("uno", ((Activity)adapter.GetNextReply()!).Text);
        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public async Task Nothing_can_be_said_after_the_turn()
    {
        ITurnContext? kept = null;
        await TurnAsync(turn => { kept = turn; return Task.CompletedTask; });

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kept!.SendActivityAsync("late", cancellationToken: Now));
    }

    [Fact]
    public async Task A_trace_names_its_value() => await TurnAsync(async turn =>
    {
        ((TestAdapter)turn.Adapter).EnableTrace = true;
        await turn.TraceActivityAsync("n", 5, label: "l", cancellationToken: Now);
        var trace = ((Activity)((TestAdapter)turn.Adapter).GetNextReply()!).AsTraceActivity();
        Assert.Equal(("n", 5, "Int32", "l"), (trace?.Name, trace?.Value, trace?.ValueType, trace?.Label));
    });

    [Fact]
    public async Task Turn_state_is_found_by_type_and_by_name() => await TurnAsync(turn =>
    {
        turn.TurnState.Add("by type");
        turn.TurnState.Set("k", "by name");
        Assert.Equal(("by type", "by name", null), (turn.TurnState.Get<string>(), turn.TurnState.Get<string>("k"), turn.TurnState.Get<Activity>()));
        Assert.Throws<ArgumentException>(() => turn.TurnState.Add("again"));
        return Task.CompletedTask;
    });

    private static async Task<TestAdapter> TurnAsync(Func<ITurnContext, Task> turn)
    {
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync("hi", (context, _) => turn(context), Now);
        return adapter;
    }

    private sealed class Around(Action before, Action after) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            before();
            await next(cancellationToken);
            after();
        }
    }

    private sealed class Stop : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
