using System.Text.Json;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework.Dialogs;

public sealed class ChoiceTests
{
    private static readonly IList<Choice> Three = ChoiceFactory.ToChoices(["un", "deux", "trois"]);

    [Fact]
    public void Two_choices_are_joined_by_or_and_three_by_a_comma_too()
    {
        var french = new ChoiceFactoryOptions(", ", " ou ", ", ou ", includeNumbers: false);

        Assert.Equal("Quoi ? un ou deux", ChoiceFactory.Inline([.. Three.Take(2)], "Quoi ?", options: french).Text);
        Assert.Equal("Quoi ? (1) un, (2) deux, or (3) trois", ChoiceFactory.Inline(Three, "Quoi ?").Text);
        Assert.Equal("Quoi ?\n\n   - un\n   - deux\n   - trois", ChoiceFactory.List(Three, "Quoi ?", options: french).Text);
    }

    [Theory]
    [InlineData("webchat", null, "buttons")]
    [InlineData("msteams", "personal", "buttons")]
    [InlineData("msteams", "channel", "card")]
    [InlineData("test", null, "text")]
    public void Choices_are_shown_as_the_channel_can_show_them(string channel, string? conversation, string shown)
    {
        var message = ChoiceFactory.ForChannel(channel, Three, "Quoi ?", conversationType: conversation);

        Assert.Equal(shown, message.SuggestedActions?.Actions is { Count: 3 } ? "buttons" : message.Attachments is { Count: 1 } ? "card" : "text");
    }

    [Fact]
    public void Long_titles_make_a_list() =>
        Assert.StartsWith("Quoi ?\n\n   1. un très long", ChoiceFactory.ForChannel("webchat", ChoiceFactory.ToChoices(["un très long nom pour un bouton"]), "Quoi ?").Text, StringComparison.Ordinal);

    [Fact]
    public void A_card_of_choices_has_the_text_and_a_button_for_each()
    {
        var attachment = Assert.Single(ChoiceFactory.HeroCard([new("un") { Action = new CardAction(ActionTypes.PostBack, "Un !", value: "1") }], "Quoi ?").Attachments!);

        var card = JsonSerializer.SerializeToElement(attachment).GetProperty("content");
        Assert.Equal(("application/vnd.microsoft.card.hero", "Quoi ?"), (attachment.ContentType, card.GetProperty("text").GetString()));
        Assert.Equal("Un !", card.GetProperty("buttons")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void Several_choices_in_one_message_come_in_the_order_in_which_they_were_said()
    {
        var found = ChoiceRecognizers.RecognizeChoices("trois et deux", Three);

        Assert.Equal([(2, 0, 4, "trois"), (1, 9, 12, "deux")], found.Select(match => (match.Resolution!.Index, match.Start, match.End, match.Text)));
    }

    [Fact]
    public void A_word_belongs_to_one_choice_only() =>
        Assert.Equal(["Thé glacé", "Eau"], Find.FindChoices("un thé glacé et de l’eau", ["Thé", "Thé glacé", "Eau"]).Select(match => match.Resolution!.Value));

    [Fact]
    public void Words_that_stand_apart_fit_less_well_and_too_far_apart_not_at_all()
    {
        string[] choices = ["lien social"];

        Assert.Equal(1, Assert.Single(Find.FindChoices("du lien social", choices)).Resolution!.Score);
        Assert.InRange(Assert.Single(Find.FindChoices("du lien plutôt social", choices)).Resolution!.Score, 0.5f, 0.9f);
        Assert.Empty(Find.FindChoices("du lien, et puis surtout du social", choices));
        Assert.NotEmpty(Find.FindChoices("du lien, et puis surtout du social", choices, new FindChoicesOptions { MaxTokenDistance = 9 }));
        Assert.Empty(Find.FindChoices("du lien", choices));
        Assert.NotEmpty(Find.FindChoices("du lien", choices, new FindChoicesOptions { AllowPartialMatches = true }));
    }

    [Fact]
    public void Value_title_numbers_and_ordinals_can_each_be_left_out()
    {
        Choice[] choices = [new("eau") { Action = new CardAction(title: "De l’eau plate") }];

        Assert.Empty(ChoiceRecognizers.RecognizeChoices("eau", choices, new FindChoicesOptions { NoValue = true }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("de l’eau plate", choices, new FindChoicesOptions { NoAction = true, NoValue = true }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("1", choices, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Empty(ChoiceRecognizers.RecognizeChoices("le premier", choices, new FindChoicesOptions { RecognizeOrdinals = false, Locale = "fr" }));
        Assert.Single(ChoiceRecognizers.RecognizeChoices("the first", choices));
    }

    [Fact]
    public void A_choice_without_a_word_in_it_is_understood_as_it_is() =>
        Assert.Equal(1, Assert.Single(ChoiceRecognizers.RecognizeChoices(" ? ", ["eau", "?"])).Resolution!.Index);
}
