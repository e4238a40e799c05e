using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using static SocialUtility.Tests.BotFramework.Dialogs.Talk;

namespace SocialUtility.Tests.BotFramework.Dialogs;

public sealed class WaterfallTests
{
    private static readonly TextPrompt Text = new("text");

    private static WaterfallDialog Acquaintance => new("acquaintance",
    [
        Asks("Quel est votre prénom ?"),
        (step, cancellation) =>
        {
            step.Values["name"] = (string)step.Result!;
            return step.PromptAsync("text", Ask($"Bonjour {step.Result}. De quelle association ?"), cancellation);
        },
        (step, cancellation) => step.EndDialogAsync($"{step.Values["name"]}, {step.Result}", cancellation),
    ]);

    [Fact]
    public Task Steps_follow_one_another_and_the_last_result_is_that_of_the_whole() => FollowsAsync("""
        > salut
        < Quel est votre prénom ?
        > Awa
        < Bonjour Awa. De quelle association ?
        > Le Potager
        < Complete: Awa, Le Potager
        > encore
        < Quel est votre prénom ?
        """, Acquaintance, Text);

    [Fact]
    public Task What_a_dialog_remembers_outlives_a_storage_that_knows_only_JSON() => FollowsAsync("""
        > salut
        < Quel est votre prénom ?
        > Awa
        < Bonjour Awa. De quelle association ?
        > Le Potager
        < Complete: Awa, Le Potager
        """, "fr-FR", new JsonStorage(), new ComponentDialog("whole").AddDialog(Acquaintance).AddDialog(Text));

    [Fact]
    public Task A_step_without_a_question_goes_on_at_once_and_knows_why_it_was_called() => FollowsAsync("""
        > salut
        < 0 BeginCalled options
        < 1 NextCalled options
        < Et ?
        > bien
        < 3 EndCalled options
        < Complete: bien
        """,
        new WaterfallDialog("steps", [Trace, Trace, Asks("Et ?"), Trace]), Text);

    [Fact]
    public Task A_step_that_only_waits_gets_the_text_of_the_next_message() => FollowsAsync("""
        > salut
        > c’est moi
        < 1 ContinueCalled options
        < Complete: c’est moi
        """, new WaterfallDialog("steps", [(_, _) => Task.FromResult(Dialog.EndOfTurn), Trace]));

    [Fact]
    public Task A_waterfall_without_steps_ends_as_it_begins() => FollowsAsync("""
        > salut
        < Complete: nothing
        """, new WaterfallDialog("empty"));

    [Fact]
    public Task The_result_of_an_inner_waterfall_goes_to_the_next_step_of_the_outer() => FollowsAsync("""
        > salut
        < Quel est votre prénom ?
        > Awa
        < Bonjour Awa. De quelle association ?
        > Le Potager
        < Noté : Awa, Le Potager
        < Complete: Awa, Le Potager
        """, new WaterfallDialog("outer").AddStep(Begins("acquaintance")).AddStep(Says(step => $"Noté : {step.Result}")), Acquaintance, Text);

    [Fact]
    public async Task Going_on_twice_from_one_step_is_a_mistake_that_is_named()
    {
        var twice = new WaterfallDialog("twice", [async (step, cancellation) =>
        {
            await step.NextAsync(null, cancellation);
            return await step.NextAsync(null, cancellation);
        }]);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => FollowsAsync("> salut", twice));
        Assert.Contains("'twice[0]'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_who_joins_is_no_answer()
    {
        var state = new ConversationState(new MemoryStorage());
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(state));
        var steps = new WaterfallDialog("steps", [(_, _) => Task.FromResult(Dialog.EndOfTurn), Says(step => $"{step.Reason} : {step.Result}")]);
        var property = state.CreateProperty<DialogState>("dialogs");

        await new TestFlow(adapter, (turn, cancellation) => steps.RunAsync(turn, property, cancellation))
            .Send("salut")
            .Send(new Activity { Type = ActivityTypes.ConversationUpdate })
            .Test("me voici", "ContinueCalled : me voici")
            .StartTestAsync();
        Assert.Empty(adapter.ActiveQueue);
    }

    private static Task<DialogTurnResult> Trace(WaterfallStepContext step, CancellationToken cancellation) =>
        Says(it => $"{it.Index} {it.Reason} {it.Options}".Trim())(step, cancellation);

    /// <summary>Keeps text, and gives back JSON without types.</summary>
    private sealed class JsonStorage : IStorage
    {
        private readonly Dictionary<string, string> kept = [];

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(keys.Where(kept.ContainsKey).ToDictionary(key => key, key => (object)JsonSerializer.Deserialize<Dictionary<string, object>>(kept[key])!));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes)
            {
                kept[key] = JsonSerializer.Serialize(value);
            }

            return Task.CompletedTask;
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
