using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using static SocialUtility.Tests.BotFramework.Dialogs.Talk;

namespace SocialUtility.Tests.BotFramework.Dialogs;

public sealed class DialogStackTests
{
    private static readonly TextPrompt Text = new("text");

    [Fact]
    public async Task A_dialog_that_nobody_added_is_named_in_the_error()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => FollowsAsync("> salut", new WaterfallDialog("a", [Begins("nowhere")])));

        Assert.Contains("'nowhere' wasn't found", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task A_dialog_replaced_by_another_is_gone_and_the_one_below_waits_for_the_new_one() => FollowsAsync("""
        > salut
        < Encore ?
        > encore
        < Encore ?
        > assez
        < Retour avec assez
        < Complete: assez
        """,
        new WaterfallDialog("outer", [Begins("loop"), Says(step => $"Retour avec {step.Result}")]),
        new WaterfallDialog("loop", [Asks("Encore ?"), (step, cancellation) => step.Result is "encore"
            ? step.ReplaceDialogAsync("loop", null, cancellation)
            : step.EndDialogAsync(step.Result, cancellation)]),
        Text);

    [Fact]
    public async Task Cancelling_unwinds_the_stack_from_the_top_and_into_components()
    {
        var ended = new List<string>();
        var component = new Told("component", ended);
        component.AddDialog(new Told("inner", ended, new WaterfallDialog("deep", [Asks("?")]), Text));
        var dialogs = new Dialog[] { new Ends("outer", ended, "component"), component };

        await WithContextAsync(dialogs, async dc =>
        {
            await dc.BeginDialogAsync("outer");
            var result = await dc.CancelAllDialogsAsync();

            Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
            Assert.Empty(dc.Stack);
            Assert.Equal(["inner CancelCalled", "component CancelCalled", "outer CancelCalled"], ended);
            Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
        });
    }

    [Fact]
    public Task Parents_are_cancelled_only_if_asked() => WithContextAsync([new Ends("outer", [], "text"), Text], async dc =>
    {
        await dc.PromptAsync("text", Ask("?"));
        var child = new DialogContext(new DialogSet(), dc, new DialogState());
        await child.PromptAsync("text", Ask("dessus"));

        await child.CancelAllDialogsAsync();
        Assert.Equal((0, 1), (child.Stack.Count, dc.Stack.Count));

        await child.CancelAllDialogsAsync(cancelParents: true);
        Assert.Empty(dc.Stack);
    });

    [Fact]
    public Task A_parent_that_handles_the_event_stops_the_unwinding_that_it_did_not_ask_for() => WithContextAsync([new Hears("keeper", "stop"), Text], async dc =>
    {
        await dc.BeginDialogAsync("keeper");
        var child = new DialogContext(new DialogSet(), dc, new DialogState());
        await child.PromptAsync("text", Ask("?"));

        await child.CancelAllDialogsAsync(cancelParents: true, eventName: "stop");

        Assert.Equal(("keeper", 0), (dc.ActiveDialog?.Id, child.Stack.Count));

        await dc.CancelAllDialogsAsync(cancelParents: true, eventName: "stop");

        Assert.Empty(dc.Stack);
    });

    [Fact]
    public Task An_event_bubbles_from_the_innermost_dialog_to_the_one_that_handles_it() => WithContextAsync([new Hears("keeper", "other", new Hears("component", "news", new WaterfallDialog("deep", [Asks("?")]), Text))], async dc =>
    {
        await dc.BeginDialogAsync("keeper");

        Assert.Equal("deep", dc.Child!.Child!.Stack[^1].Id);
        Assert.True(await dc.EmitEventAsync("news", fromLeaf: true));
        Assert.False(await dc.EmitEventAsync("news", bubble: false, fromLeaf: true));
        Assert.False(await dc.EmitEventAsync("news"));
    });

    [Fact]
    public Task A_dialog_of_the_parent_can_be_begun_from_within_a_component() => FollowsAsync("""
        > salut
        < Dehors ?
        > oui
        < Complete: oui
        """, new ComponentDialog("component").AddDialog(new WaterfallDialog("inside", [Asks("Dehors ?", "outside")])), new TextPrompt("outside"));

    [Fact]
    public void Two_dialogs_of_one_name_get_a_number_and_the_same_one_is_there_once()
    {
        var (first, second, third) = (new TextPrompt("text"), new TextPrompt("text"), new TextPrompt("text"));
        var set = new DialogSet().Add(first).Add(first).Add(second).Add(third);

        Assert.Equal(["text", "text2", "text3"], set.GetDialogs().Select(dialog => dialog.Id));
        Assert.Same(second, set.Find("text2"));
        Assert.Null(set.Find("text4"));
    }

    [Fact]
    public void A_dialog_brings_along_those_it_depends_on() => Assert.NotNull(new DialogSet().Add(new Depends()).Find("text"));

    [Fact]
    public void A_dialog_without_a_name_bears_that_of_its_class() => Assert.Equal(nameof(Depends), new Depends().Id);

    [Fact]
    public async Task A_set_without_a_place_for_its_state_says_so() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => WithContextAsync([], dc => new DialogSet().CreateContextAsync(dc.Context)));

    [Fact]
    public Task What_one_instance_of_a_dialog_remembers_another_does_not_know() => WithContextAsync([new WaterfallDialog("steps", [Asks("?")]), Text], async dc =>
    {
        await dc.BeginDialogAsync("steps");
        var first = dc.Stack[^1].State;
        await dc.BeginDialogAsync("steps");

        Assert.NotSame(first, dc.Stack[1].State);
        Assert.Equal(["text", "steps", "text", "steps"], dc.Stack.Select(instance => instance.Id));
    });

    private static async Task WithContextAsync(Dialog[] dialogs, Func<DialogContext, Task> check)
    {
        var property = new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("dialogs");
        var set = dialogs.Aggregate(new DialogSet(property), (all, dialog) => all.Add(dialog));
        await new TestAdapter().SendTextToBotAsync("salut", async (turn, cancellation) => await check(await set.CreateContextAsync(turn, cancellation)), TestContext.Current.CancellationToken);
    }

    /// <summary>Begins a dialog, and tells when it ends.</summary>
    private sealed class Ends(string id, List<string> ended, string begins) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => dc.BeginDialogAsync(begins, null, cancellationToken);

        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ended.Add($"{Id} {reason}");
            return Task.CompletedTask;
        }
    }

    /// <summary>A component that tells when it ends.</summary>
    private sealed class Told : ComponentDialog
    {
        private readonly List<string> ended;

        public Told(string id, List<string> ended, params Dialog[] dialogs) : base(id)
        {
            this.ended = ended;
            Array.ForEach(dialogs, dialog => AddDialog(dialog));
        }

        protected override Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ended.Add($"{Id} {reason}");
            return Task.CompletedTask;
        }
    }

    /// <summary>A component that handles one event.</summary>
    private sealed class Hears : ComponentDialog
    {
        private readonly string name;

        public Hears(string id, string name, params Dialog[] dialogs) : base(id)
        {
            this.name = name;
            Array.ForEach([.. dialogs, new WaterfallDialog("waits", [(_, _) => Task.FromResult(EndOfTurn)])], dialog => AddDialog(dialog));
        }

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) => Task.FromResult(e.Name == name);
    }

    private sealed class Depends : Dialog, IDialogDependencies
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        public IEnumerable<Dialog> GetDependencies() => [Text];
    }
}
