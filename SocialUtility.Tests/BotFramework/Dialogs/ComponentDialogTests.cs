using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using static SocialUtility.Tests.BotFramework.Dialogs.Talk;

namespace SocialUtility.Tests.BotFramework.Dialogs;

public sealed class ComponentDialogTests
{
    [Fact]
    public Task A_component_begins_with_its_first_dialog_and_hands_its_result_up() => FollowsAsync("""
        > salut
        < Combien ?
        > trente
        < Il y en a trente.
        < Complete: trente
        """,
        new WaterfallDialog("outer", [Begins("count"), Says(step => $"Il y en a {step.Result}.")]),
        new ComponentDialog("count").AddDialog(new WaterfallDialog("steps", [Asks("Combien ?")])).AddDialog(new TextPrompt("text")));

    [Fact]
    public Task A_question_in_between_is_answered_and_the_open_one_is_asked_again() => FollowsAsync("""
        > salut
        < Combien ?
        > ?
        < Un nombre, comme 30.
        < Combien ?
        > trente
        < Complete: trente
        """, new Guide());

    [Fact]
    public Task Cancelling_within_a_component_ends_it_without_a_result() => FollowsAsync("""
        > salut
        < Combien ?
        > annuler
        < C’est annulé.
        < Complete: nothing
        > salut
        < Combien ?
        """, new Guide());

    [Fact]
    public Task A_dialog_put_on_top_of_a_component_leaves_it_where_it_was() => FollowsAsync("""
        > salut
        < Combien ?
        > aparté
        < Oui ?
        > rien
        < Combien ?
        > trente
        < Complete: trente
        """, new Guide(), new TextPrompt("aside"));

    [Fact]
    public async Task Run_begins_the_dialog_hears_its_answers_and_begins_again_once_it_ended()
    {
        var state = new ConversationState(new MemoryStorage());
        var property = state.CreateProperty<DialogState>("dialogs");
        var guide = new Guide();

        await new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(state)), (turn, cancellation) => guide.RunAsync(turn, property, cancellation))
            .Test("salut", "Combien ?")
            .Send("trente")
            .Test("encore", "Combien ?")
            .StartTestAsync();
    }

    /// <summary>Asks one question, and hears « ? », « annuler » and « aparté » before the question does.</summary>
    private sealed class Guide : ComponentDialog
    {
        public Guide() : base("guide")
        {
            AddDialog(new WaterfallDialog("steps", [Asks("Combien ?")]));
            AddDialog(new TextPrompt("text"));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "?":
                    await innerDc.Context.SendActivityAsync("Un nombre, comme 30.", cancellationToken: cancellationToken);
                    await innerDc.RepromptDialogAsync(cancellationToken);
                    return EndOfTurn;
                case "annuler":
                    await innerDc.Context.SendActivityAsync("C’est annulé.", cancellationToken: cancellationToken);
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                case "aparté":
                    return await innerDc.Parent!.PromptAsync("aside", Ask("Oui ?"), cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }
    }
}
