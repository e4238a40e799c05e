using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;
using static SocialUtility.Tests.BotFramework.Dialogs.Talk;

namespace SocialUtility.Tests.BotFramework.Dialogs;

public sealed class PromptTests
{
    [Fact]
    public Task An_answer_that_is_not_good_is_asked_for_again_in_other_words() => FollowsAsync("""
        > salut
        < Combien ?
        > beaucoup
        < Il me faut un nombre.
        > vraiment beaucoup
        < Il me faut un nombre.
        > 30
        < Complete: 30
        """, Asking("number", Ask("Combien ?", "Il me faut un nombre.")), new TextPrompt("number", (answer, _) => Task.FromResult(int.TryParse(answer.Recognized.Value, out var _))));

    [Fact]
    public Task Without_other_words_the_question_itself_is_asked_again() => FollowsAsync("""
        > salut
        < Combien ?
        > beaucoup
        < Combien ?
        """, Asking("number", Ask("Combien ?")), new TextPrompt("number", (_, _) => Task.FromResult(false)));

    [Fact]
    public Task A_validator_that_has_spoken_is_not_followed_by_the_question() => FollowsAsync("""
        > salut
        < Combien ?
        > trop
        < Essai 1 : « trop » ?
        > assez
        < Essai 2 : « assez » ?
        """, Asking("number", Ask("Combien ?")), new TextPrompt("number", async (answer, cancellation) =>
        {
            await answer.Context.SendActivityAsync($"Essai {answer.AttemptCount} : « {answer.Recognized.Value} » ?", cancellationToken: cancellation);
            return false;
        }));

    [Fact]
    public Task A_validator_may_give_the_answer_another_form() => FollowsAsync("""
        > salut
        < Combien ?
        > trente
        < Complete: 30
        """, Asking("number", Ask("Combien ?")), new TextPrompt("number", (answer, _) =>
        {
            answer.Recognized.Value = "30";
            return Task.FromResult(true);
        }));

    [Fact]
    public Task A_dialog_put_on_top_of_a_prompt_is_followed_by_its_question() => FollowsAsync("""
        > salut
        < Combien ?
        > aparté
        < Oui ?
        > rien
        < Combien ?
        > 30
        < Complete: 30
        """, Asking("interruptible", Ask("Combien ?")), new Interruptible(), new TextPrompt("aside"));

    [Fact]
    public async Task A_prompt_without_options_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => FollowsAsync("> salut", new WaterfallDialog("a", [Begins("text")]), new TextPrompt("text")));

    [Theory]
    [InlineData("Eau", "Eau")]
    [InlineData("je prends l’EAU", "Eau")]
    [InlineData("the glacé", "Thé glacé")]
    [InlineData("tisane", "Thé")]
    [InlineData("thé", "Thé")]
    [InlineData("2", "Thé")]
    [InlineData("la troisième", "Thé glacé")]
    [InlineData("le 1er", "Eau")]
    [InlineData("numéro trois", "Thé glacé")]
    [InlineData("deux", "Thé")]
    public Task A_choice_is_understood_by_its_words_its_synonyms_and_its_number(string said, string chosen) => FollowsAsync($"""
        > salut
        < Que boire ? (1) Eau, (2) Thé, ou (3) Thé glacé
        > {said}
        < Complete: {chosen}
        """, Drinks(), Choosing(ListStyle.Inline));

    [Theory]
    [InlineData("du vin")]
    [InlineData("4")]
    [InlineData("un instant")]
    [InlineData("glacé")]
    [InlineData("…")]
    public Task What_is_no_choice_is_asked_again(string said) => FollowsAsync($"""
        > salut
        < Que boire ?||   1. Eau|   2. Thé|   3. Thé glacé
        > {said}
        < Que boire ?||   1. Eau|   2. Thé|   3. Thé glacé
        """, Drinks(), Choosing(ListStyle.List));

    [Theory]
    [InlineData("fr-FR", "oui", true)]
    [InlineData("fr-FR", "Ouais, d’accord", true)]
    [InlineData("fr-FR", "bien sur", true)]
    [InlineData("fr-FR", "NON", false)]
    [InlineData("fr-FR", "pas d'accord", false)]
    [InlineData("fr-FR", "2", false)]
    [InlineData("fr-FR", "👍", true)]
    [InlineData("en-US", "yes please", true)]
    [InlineData("en-US", "nope", false)]
    [InlineData("en-US", "1", true)]
    [InlineData("de-DE", "yes", true)]
    public Task Yes_and_no_are_understood_in_the_language_of_the_message(string locale, string said, bool answer) => FollowsInAsync(locale, $"""
        > hello
        < {(locale == "fr-FR" ? "Vraiment ? (1) Oui ou (2) Non" : "Vraiment ? (1) Yes or (2) No")}
        > {said}
        < Complete: {answer}
        """, Asking("confirm", Ask("Vraiment ?")), new ConfirmPrompt("confirm") { Style = ListStyle.Inline });

    [Theory]
    [InlineData("peut-être")]
    [InlineData("oui et non")]
    [InlineData("yes")]
    public Task What_is_neither_yes_nor_no_is_asked_again(string said) => FollowsAsync($"""
        > salut
        < Vraiment ?
        > {said}
        < Oui ou non ?
        """, Asking("confirm", Ask("Vraiment ?", "Oui ou non ?")), new ConfirmPrompt("confirm") { Style = ListStyle.None });

    [Fact]
    public Task The_words_for_yes_and_no_can_be_others() => FollowsAsync("""
        > salut
        < Vraiment ? (1) Je garde ou (2) Je jette
        > je jette
        < Complete: False
        """, Asking("confirm", Ask("Vraiment ?")), new ConfirmPrompt("confirm") { Style = ListStyle.Inline, ConfirmChoices = new(new("Je garde"), new("Je jette")) });

    [Fact]
    public async Task Choices_are_added_to_a_copy_of_the_question_that_keeps_all_the_rest()
    {
        var question = MessageFactory.Text("Que boire ?");
        question.Attachments = [new Attachment("text/plain", content: "carte")];
        var state = new ConversationState(new MemoryStorage());
        var property = state.CreateProperty<DialogState>("dialogs");
        var steps = new ComponentDialog("whole")
            .AddDialog(Asking("choice", new PromptOptions { Prompt = question, Choices = ChoiceFactory.ToChoices(["Eau", "Thé"]) }))
            .AddDialog(Choosing(ListStyle.SuggestedAction));

        await new TestFlow(new TestAdapter().Use(new AutoSaveStateMiddleware(state)), (turn, cancellation) => steps.RunAsync(turn, property, cancellation))
            .Send("salut")
            .AssertReply(reply =>
            {
                var message = Assert.IsType<Activity>(reply);
                Assert.Equal("Que boire ?", message.Text);
                Assert.Equal(["Eau", "Thé"], message.SuggestedActions!.Actions!.Select(action => action.Value));
                Assert.Equal(["user1"], message.SuggestedActions.To);
                Assert.Equal("text/plain", Assert.Single(message.Attachments!).ContentType);
            })
            .StartTestAsync();
        Assert.Null(question.SuggestedActions);
    }

    private static WaterfallDialog Asking(string promptId, PromptOptions options) => new("asking", [(step, cancellation) => step.PromptAsync(promptId, options, cancellation)]);

    private static WaterfallDialog Drinks() => new("asking",
    [
        (step, cancellation) => step.PromptAsync("choice", new PromptOptions { Prompt = MessageFactory.Text("Que boire ?"), Choices = [new("Eau"), new("Thé") { Synonyms = ["tisane", "infusion"] }, new("Thé glacé")] }, cancellation),
        (step, cancellation) => step.EndDialogAsync(((FoundChoice)step.Result!).Value, cancellation),
    ]);

    private static ChoicePrompt Choosing(ListStyle style) => new("choice") { Style = style };

    /// <summary>A prompt during which one may talk of something else.</summary>
    private sealed class Interruptible() : TextPrompt("interruptible")
    {
        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) => dc.Context.Activity.Text == "aparté"
            ? dc.PromptAsync("aside", Ask("Oui ?"), cancellationToken)
            : base.ContinueDialogAsync(dc, cancellationToken);
    }
}
