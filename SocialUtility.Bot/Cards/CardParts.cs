using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using AdaptiveCards;
using SocialUtility.Bot.Wording;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// The named parts that every card is a short list of. Three sizes, two boxes (grey for facts, tinted for people's words),
/// no coloured text, everything wrapped, version 1.5.
/// </summary>
public static class CardParts
{
    /// <summary>Teams shows so many buttons of a card.</summary>
    public const int MostButtons = 6;

    /// <summary>Signs that Markdown may take for layout.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\*_[]`<&~|#>-+.\n");

    public static AdaptiveCard Card(Words words, string fallback, IEnumerable<AdaptiveElement> body, params IEnumerable<AdaptiveAction> actions) => new(new AdaptiveSchemaVersion(1, 5))
    {
        Lang = words.Language == Domain.Language.English ? "en" : "fr",
        FallbackText = fallback,
        Body = [.. body],
        Actions = [.. actions],
    };

    /// <summary>Where am I: the small line above the heading.</summary>
    public static AdaptiveTextBlock Context(string text) => new(text) { Wrap = true, Size = AdaptiveTextSize.Small, IsSubtle = true };

    /// <summary>Puts the association's name into the small line above the heading, where it does not stand already.</summary>
    public static void SayWhere(AdaptiveCard card, string association)
    {
        var name = Plain(association);
        if (card.Body.FirstOrDefault() is AdaptiveTextBlock { Style: not AdaptiveTextBlockStyle.Heading, IsSubtle: true } context)
        {
            context.Text = context.Text.Contains(name, StringComparison.Ordinal) ? context.Text : $"{name} · {context.Text}";
        }
        else if (card.Body.FirstOrDefault() is not AdaptiveTextBlock heading || heading.Text != name)
        {
            card.Body.Insert(0, Context(name));
        }
    }

    /// <summary>The one heading of a card; the most useful words.</summary>
    public static AdaptiveTextBlock Heading(string text, bool underContext = true) => new(text)
    {
        Wrap = true,
        Style = AdaptiveTextBlockStyle.Heading,
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Spacing = underContext ? AdaptiveSpacing.None : AdaptiveSpacing.Default,
    };

    public static AdaptiveTextBlock SecondHeading(string text) => new(text)
    {
        Wrap = true,
        Style = AdaptiveTextBlockStyle.Heading,
        Weight = AdaptiveTextWeight.Bolder,
        Spacing = AdaptiveSpacing.Large,
    };

    public static AdaptiveTextBlock Text(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Default) => new(text) { Wrap = true, Spacing = spacing };

    public static AdaptiveTextBlock Bold(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Default) =>
        new(text) { Wrap = true, Weight = AdaptiveTextWeight.Bolder, Spacing = spacing };

    public static AdaptiveTextBlock Detail(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Small) =>
        new(text) { Wrap = true, Size = AdaptiveTextSize.Small, IsSubtle = true, Spacing = spacing };

    /// <summary>Facts: figures, structure.</summary>
    public static AdaptiveContainer Grey(params IEnumerable<AdaptiveElement> items) => Box(AdaptiveContainerStyle.Emphasis, items);

    /// <summary>Words of people: their purpose, their definition, a sentence heard.</summary>
    public static AdaptiveContainer Tinted(params IEnumerable<AdaptiveElement> items) => Box(AdaptiveContainerStyle.Accent, items);

    public static AdaptiveContainer Group(params IEnumerable<AdaptiveElement> items) => new() { Items = [.. items], Spacing = AdaptiveSpacing.Medium };

    public static AdaptiveFactSet Facts(params IEnumerable<(string Title, string? Value)> facts) => new()
    {
        Facts = [.. facts.Where(fact => fact.Value is not null).Select(fact => new AdaptiveFact(fact.Title, fact.Value!))],
    };

    public static string Bullets(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => "- " + line));

    public static AdaptiveChoiceSetInput Choices(string id, string label, IEnumerable<(string Value, string Title)> choices) => new()
    {
        Id = id,
        Label = label,
        Wrap = true,
        Style = AdaptiveChoiceInputStyle.Expanded,
        Choices = [.. choices.Select(choice => new AdaptiveChoice { Value = choice.Value, Title = choice.Title })],
    };

    public static AdaptiveTextInput Input(string id, string label, int longest, string? placeholder = null) => new()
    {
        Id = id,
        Label = label,
        MaxLength = longest,
        Placeholder = placeholder,
    };

    /// <summary>The button that sends the fields; the first of a card is its main one.</summary>
    public static AdaptiveSubmitAction Send(string title, string kind, CardMark mark, params ReadOnlySpan<(string Name, object Value)> fields) =>
        Submit(title, kind, mark, fields);

    /// <summary>A button that needs no field: it works with an empty form.</summary>
    public static AdaptiveSubmitAction Tap(string title, string kind, CardMark mark, params ReadOnlySpan<(string Name, object Value)> fields)
    {
        var action = Submit(title, kind, mark, fields);
        action.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return action;
    }

    public static T First<T>(this T action) where T : AdaptiveAction
    {
        action.Style = "positive";
        return action;
    }

    /// <summary>Rare: goes to the overflow; each is also a typed word.</summary>
    public static T Rare<T>(this T action) where T : AdaptiveAction
    {
        action.Mode = AdaptiveActionMode.Secondary;
        return action;
    }

    /// <summary>What a person wrote, so that no sign in it becomes a layout: cards read Markdown.</summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny(Signs) < 0)
        {
            return text;
        }

        var plain = new StringBuilder(text.Length + 8);
        var lineStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var escaped = letter is '\\' or '*' or '_' or '[' or ']' or '`' or '<' or '&' or '~' or '|' || (lineStart && (letter is '#' or '>' or '-' or '+'));
            if (escaped)
            {
                plain.Append('\\');
            }
            else if (letter == '.' && lineStart is false && i > 0 && char.IsAsciiDigit(text[i - 1]) && OnlyDigitsSinceLineStart(text, i - 1))
            {
                plain.Append('\\');
            }

            plain.Append(letter);
            if (letter == '\n')
            {
                plain.Append('\n');
            }

            lineStart = letter == '\n' || (lineStart && letter == ' ');
        }

        return plain.ToString();
    }

    /// <summary>A person's words in guillemets.</summary>
    public static string Voice(Words words, string text) => words.Quoted(Plain(text));

    private static AdaptiveContainer Box(AdaptiveContainerStyle style, IEnumerable<AdaptiveElement> items)
    {
        AdaptiveContainer box = new() { Style = style, Items = [.. items] };
        box.AdditionalProperties["roundedCorners"] = true;
        return box;
    }

    private static AdaptiveSubmitAction Submit(string title, string kind, CardMark mark, ReadOnlySpan<(string Name, object Value)> fields)
    {
        var data = new Dictionary<string, object?>(3 + fields.Length) { ["kind"] = kind, ["nonce"] = mark.Nonce, ["v"] = mark.Version };
        foreach (var (name, value) in fields)
        {
            data[name] = value is string or int ? value : value.ToString();
        }

        return new() { Title = title, Data = data };
    }

    private static bool OnlyDigitsSinceLineStart(string text, int last)
    {
        while (last >= 0 && char.IsAsciiDigit(text[last]))
        {
            last--;
        }

        return last < 0 || text[last] == '\n';
    }
}

/// <summary>
/// What every button of one card carries: a nonce, one a card sent, and the version of what it shows. A button whose
/// version has passed changes nothing.
/// </summary>
public readonly record struct CardMark(string Nonce, int Version)
{
    public static CardMark Of(int version) => new("n-" + RandomNumberGenerator.GetHexString(12, lowercase: true), version);
}
