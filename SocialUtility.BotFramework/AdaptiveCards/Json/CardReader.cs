using System.Globalization;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>Reads a card tolerantly: what is unknown is kept and noted as a warning, what breaks the card is an <see cref="AdaptiveSerializationException"/>.</summary>
internal sealed class CardReader(List<AdaptiveWarning> warnings)
{
    private const int Unspecified = -1;
    private const int UnsupportedVersion = 7;
    private const int InvalidLanguage = 12;

    private readonly HashSet<string> ids = [];
    private int fallbacks;

    public AdaptiveCard Card(JsonElement json)
    {
        if (Type(json) is not AdaptiveCard.TypeName)
        {
            throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveCard.TypeName}'");
        }

        var version = json.TryGetProperty("version", out var stated) ? Text("version", stated) : null;
        return version switch
        {
            null => throw new AdaptiveSerializationException("Could not parse required key: version. It was not found."),
            "" => throw new AdaptiveSerializationException("Property is required but was found empty: version"),
            _ when Version(version) > AdaptiveCard.Newest => TooNew(json),
            _ => Populate(new AdaptiveCard { Version = null }, json),
        };
    }

    /// <summary>A card within a card (Action.ShowCard) may go without a version.</summary>
    public AdaptiveCard InnerCard(JsonElement json) => Type(json) is AdaptiveCard.TypeName
        ? Populate(new AdaptiveCard { Version = null }, json)
        : throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveCard.TypeName}'");

    public AdaptiveElement Element(JsonElement json) => Typed(json, null);

    public AdaptiveAction Action(JsonElement json)
    {
        var type = Type(json) ?? throw TypeMissing();
        return NewAction(type) switch
        {
            { } known => Populate(known, json),
            null => Populate(Unknown(new AdaptiveUnknownAction { Type = type }), json),
        };
    }

    public List<AdaptiveElement> Elements(JsonElement json) => List(json, Element);

    public List<AdaptiveAction> ActionsOf(JsonElement json) => List(json, Action);

    /// <summary>The columns of a set, the rows of a table…: they need not say their type.</summary>
    public List<T> Parts<T>(JsonElement json, string type) where T : AdaptiveElement => List(json, part => Typed(part, type) as T
        ?? throw new AdaptiveSerializationException($"'{Type(part)}' stands where a '{type}' belongs."));

    public static List<T> List<T>(JsonElement json, Func<JsonElement, T> read)
    {
        if (json.ValueKind is JsonValueKind.Null)
        {
            return [];
        }

        if (json.ValueKind is not JsonValueKind.Array)
        {
            throw new AdaptiveSerializationException($"A list was expected, found {json.ValueKind}.");
        }

        var list = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            if (item.ValueKind is not JsonValueKind.Null)
            {
                list.Add(read(item));
            }
        }

        return list;
    }

    public AdaptiveFallbackElement Fallback(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.String && json.ValueEquals(AdaptiveFallbackElement.Drop))
        {
            return new(AdaptiveFallbackElement.AdaptiveFallbackType.Drop);
        }

        if (json.ValueKind is not JsonValueKind.Object)
        {
            throw new AdaptiveSerializationException("The only valid string value for the fallback property is 'drop'.");
        }

        fallbacks++;
        AdaptiveTypedElement content = Type(json) is { } type && (NewAction(type) is not null || type.StartsWith("Action.", StringComparison.Ordinal)) ? Action(json) : Typed(json, null);
        fallbacks--;
        return new(content);
    }

    public static string? Text(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => json.GetRawText(),
        _ => throw Wrong(name, json),
    };

    /// <summary>A text that must be there.</summary>
    public static string Must(string name, JsonElement parent) => parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var json) && Text(name, json) is { } text
        ? text
        : throw new AdaptiveSerializationException($"Required property '{name}' not found");

    public static bool Flag(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(json.GetString(), out var flag) => flag,
        _ => throw Wrong(name, json),
    };

    public static double Number(string name, JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(json.GetString(), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => throw Wrong(name, json),
    };

    public static int Whole(string name, JsonElement json) => Number(name, json) is var number && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
        ? (int)number
        : throw Wrong(name, json);

    public static Uri Address(string name, JsonElement json) => Uri.TryCreate(Text(name, json), UriKind.RelativeOrAbsolute, out var address)
        ? address
        : throw Wrong(name, json);

    public static AdaptiveSchemaVersion Version(string version)
    {
        try
        {
            return new(version);
        }
        catch (ArgumentException e)
        {
            throw new AdaptiveSerializationException(e.Message, e);
        }
    }

    /// <summary>An enum by name, whatever its case; a name that is none counts as the default, with a warning.</summary>
    public T Choice<T>(JsonElement json) where T : struct, Enum => Known<T>(json) ?? default;

    public T? Known<T>(JsonElement json) where T : struct, Enum
    {
        var text = json.ValueKind is JsonValueKind.String or JsonValueKind.Number ? json.ToString() : null;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value))
        {
            return value;
        }

        warnings.Add(new(0, $"Value \"{text ?? json.ValueKind.ToString()}\" could not be converted to \"{typeof(T)}\", using the default value of \"{default(T)}\" instead."));
        return null;
    }

    /// <summary>A value for AdditionalProperties: plain where it is plain, otherwise as JSON.</summary>
    public static object? Any(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when json.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => number,
        _ => json,
    };

    public void UnknownProperty(string name, string type) => warnings.Add(new(Unspecified, $"Unknown property '{name}' on '{type}'"));

    public void Language(string? language)
    {
        try
        {
            _ = CultureInfo.GetCultureInfo(language ?? string.Empty, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            warnings.Add(new(InvalidLanguage, $"Invalid language identifier: {language}"));
        }
    }

    public static AdaptiveSerializationException Wrong(string name, JsonElement json) => new($"Could not read '{name}' from {json.ValueKind}.");

    private AdaptiveElement Typed(JsonElement json, string? implied)
    {
        var type = Type(json) ?? implied ?? throw TypeMissing();
        return NewElement(type) switch
        {
            { } known => Populate(known, json),
            null => Populate(Unknown(new AdaptiveUnknownElement { Type = type }), json),
        };
    }

    private T Populate<T>(T element, JsonElement json) where T : AdaptiveTypedElement
    {
        element.Read(json, this);
        if (element is AdaptiveInput && element.Id is null)
        {
            throw new AdaptiveSerializationException($"Required property 'id' not found on '{element.Type}'");
        }

        // A fallback may bear the id of what it stands in for.
        if (fallbacks == 0 && element.Id is { Length: > 0 } id && !ids.Add(id))
        {
            throw new AdaptiveSerializationException($"Collision detected for id '{id}'");
        }

        return element;
    }

    private T Unknown<T>(T element) where T : AdaptiveTypedElement
    {
        warnings.Add(new(Unspecified, $"Unknown element '{element.Type}'"));
        return element;
    }

    private AdaptiveCard TooNew(JsonElement json)
    {
        warnings.Add(new(UnsupportedVersion, "Schema version is not supported"));
        var text = json.TryGetProperty("fallbackText", out var fallback) ? Text("fallbackText", fallback) : null;
        return new AdaptiveCard("1.0") { Body = [new AdaptiveTextBlock(string.IsNullOrEmpty(text) ? "We're sorry, this card couldn't be displayed" : text)] };
    }

    private static string? Type(JsonElement json) => json.ValueKind is not JsonValueKind.Object
        ? throw new AdaptiveSerializationException($"An object was expected, found {json.ValueKind}.")
        : json.TryGetProperty("type", out var type) || json.TryGetProperty("@type", out type) ? Text("type", type) : null;

    private static AdaptiveSerializationException TypeMissing() => new("Required property 'type' not found on adaptive card element");

    private static AdaptiveElement? NewElement(string type) => type switch
    {
        AdaptiveTextBlock.TypeName => new AdaptiveTextBlock(),
        AdaptiveRichTextBlock.TypeName => new AdaptiveRichTextBlock(),
        AdaptiveImage.TypeName => new AdaptiveImage(),
        AdaptiveImageSet.TypeName => new AdaptiveImageSet(),
        AdaptiveContainer.TypeName => new AdaptiveContainer(),
        AdaptiveColumnSet.TypeName => new AdaptiveColumnSet(),
        AdaptiveColumn.TypeName => new AdaptiveColumn(),
        AdaptiveFactSet.TypeName => new AdaptiveFactSet(),
        AdaptiveActionSet.TypeName => new AdaptiveActionSet(),
        AdaptiveTable.TypeName => new AdaptiveTable(),
        AdaptiveTableRow.TypeName => new AdaptiveTableRow(),
        AdaptiveTableCell.TypeName => new AdaptiveTableCell(),
        AdaptiveTextInput.TypeName => new AdaptiveTextInput(),
        AdaptiveNumberInput.TypeName => new AdaptiveNumberInput(),
        AdaptiveDateInput.TypeName => new AdaptiveDateInput(),
        AdaptiveTimeInput.TypeName => new AdaptiveTimeInput(),
        AdaptiveToggleInput.TypeName => new AdaptiveToggleInput(),
        AdaptiveChoiceSetInput.TypeName => new AdaptiveChoiceSetInput(),
        _ => null,
    };

    private static AdaptiveAction? NewAction(string type) => type switch
    {
        AdaptiveSubmitAction.TypeName => new AdaptiveSubmitAction(),
        AdaptiveExecuteAction.TypeName => new AdaptiveExecuteAction(),
        AdaptiveOpenUrlAction.TypeName => new AdaptiveOpenUrlAction(),
        AdaptiveShowCardAction.TypeName => new AdaptiveShowCardAction(),
        AdaptiveToggleVisibilityAction.TypeName => new AdaptiveToggleVisibilityAction(),
        _ => null,
    };
}
