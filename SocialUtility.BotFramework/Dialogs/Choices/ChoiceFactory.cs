using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Messages that show choices.</summary>
public class ChoiceFactory
{
    private const int LongTitle = 20;

    /// <summary>In the way that suits the channel: buttons if it has them and the titles are short, otherwise a text.</summary>
    public static IMessageActivity ForChannel(string? channelId, IList<Choice> list, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null, string? conversationType = null, IList<string>? toList = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.Any(choice => TitleOf(choice)?.Length > LongTitle))
        {
            return List(list, text, speak, options);
        }

        return list.Count <= SuggestedActionsOf(channelId, conversationType) ? SuggestedAction(list, text, speak, toList)
            : list.Count <= CardActionsOf(channelId) ? HeroCard(list, text, speak)
            : list.Count <= 3 ? Inline(list, text, speak, options)
            : List(list, text, speak, options);
    }

    /// <summary><c>Which? (1) one, (2) two, or (3) three</c>.</summary>
    public static Activity Inline(IList<Choice> choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var inline = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            inline.Append(i switch
            {
                0 => string.Empty,
                1 when choices.Count == 2 => options?.InlineOr ?? " or ",
                _ when i == choices.Count - 1 => options?.InlineOrMore ?? ", or ",
                _ => options?.InlineSeparator ?? ", ",
            });
            inline.Append(options?.IncludeNumbers ?? true ? $"({i + 1}) " : string.Empty).Append(TitleOf(choices[i]));
        }

        return MessageFactory.Text(inline.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string> choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null) => List(ToChoices(choices), text, speak, options);

    /// <summary>One below the other, with numbers or dashes.</summary>
    public static Activity List(IList<Choice> choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var lines = choices.Select((choice, i) => (options?.IncludeNumbers ?? true ? $"{i + 1}. " : "- ") + TitleOf(choice));
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string? text = null, string? speak = null) => SuggestedAction(ToChoices(choices), text, speak);

    /// <summary>Buttons under the message, for those in the list only.</summary>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string? text = null, string? speak = null, IList<string>? toList = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var message = MessageFactory.SuggestedActions(ActionsOf(choices), text, speak, InputHints.ExpectingInput);
        message.SuggestedActions!.To = toList;
        return message;
    }

    /// <summary>Buttons on a card.</summary>
    public static IMessageActivity HeroCard(IList<Choice> choices, string? text = null, string? speak = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var card = new Attachment("application/vnd.microsoft.card.hero", content: new Hero(text, ActionsOf(choices)));
        return MessageFactory.Attachment(card, null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices) => choices is null ? [] : [.. choices.Select(value => new Choice(value))];

    private static string? TitleOf(Choice choice) => string.IsNullOrEmpty(choice.Action?.Title) ? choice.Value : choice.Action.Title;

    private static List<CardAction> ActionsOf(IList<Choice> choices) =>
        [.. choices.Select(choice => choice.Action ?? new CardAction(ActionTypes.ImBack, choice.Value, value: choice.Value))];

    private static int SuggestedActionsOf(string? channelId, string? conversationType) => channelId switch
    {
        Channels.Emulator or Channels.Directline or Channels.Webchat => 100,
        // Only a conversation of two shows them there.
        Channels.Msteams when conversationType == "personal" => 3,
        _ => 0,
    };

    private static int CardActionsOf(string? channelId) => channelId switch
    {
        Channels.Emulator or Channels.Directline or Channels.Webchat => 100,
        Channels.Msteams => 50,
        _ => 0,
    };

    private sealed record Hero([property: JsonPropertyName("text")] string? Text, [property: JsonPropertyName("buttons")] IList<CardAction> Buttons);
}
