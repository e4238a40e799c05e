using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialUtility.Tests.Talks;

/// <summary>A card as a person reads and presses it: its lines, and what a client sends for a button.</summary>
internal sealed class ShownCard(JsonObject json)
{
    public JsonObject Json => json;

    /// <summary>The heading; where there is none, the first line in bold.</summary>
    public string Heading => Blocks(block => (string?)block["style"] == "heading") ?? Blocks(block => (string?)block["weight"] == "Bolder" || (string?)block["weight"] == "bolder") ?? "";

    /// <summary>All that can be read, in order.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string>();
            Read(json, lines);
            return lines;
        }
    }

    public IReadOnlyList<string> Buttons => [.. Actions(json, []).Select(button => (string)button.Action["title"]!)];

    /// <summary>
    /// What the client sends when the button is pressed, the fields filled in as given and the others left as they are;
    /// null where the card has no such button. A field may be named by words of its label, a choice given by its words.
    /// </summary>
    /// <exception cref="InvalidOperationException">A required field is empty: the client would not send it.</exception>
    public JsonObject? Press(string title, IReadOnlyDictionary<string, string> fields)
    {
        if (Button(title) is not { Action: { } action } pressed)
        {
            return null;
        }

        var sent = action["data"]!.DeepClone().AsObject();
        if (((string?)action["associatedInputs"])?.ToLowerInvariant() == "none")
        {
            return fields.Count == 0 ? sent : throw new InvalidOperationException($"« {title} » sends no field.");
        }

        var left = fields.Keys.ToHashSet();
        foreach (var input in pressed.Inputs)
        {
            var id = (string)input["id"]!;
            var name = fields.Keys.FirstOrDefault(name => name == id) ?? fields.Keys.FirstOrDefault(name => name.Contains(' ', StringComparison.Ordinal) && TranscriptText.Says((string?)input["label"] ?? "", name));
            left.Remove(name ?? id);
            var value = name is not null ? Value(input, fields[name]) : input["value"] is { } standing ? standing.ToString() : null;
            if (string.IsNullOrEmpty(value) && (bool?)input["isRequired"] == true)
            {
                throw new InvalidOperationException($"The client does not send « {title} »: {id} is empty.");
            }

            if (value is not null)
            {
                sent[id] = value;
            }
        }

        return left.Count == 0 ? sent : throw new InvalidOperationException($"« {title} » has no field {string.Join(", ", left)}.");
    }

    private (JsonObject? Action, IReadOnlyList<JsonObject> Inputs) Button(string title) =>
        Actions(json, []).FirstOrDefault(button => TranscriptText.Folded((string)button.Action["title"]!) == TranscriptText.Folded(title));

    private static string Value(JsonObject input, string given)
    {
        if (input["choices"] is not JsonArray choices)
        {
            return given;
        }

        return string.Join(',', given.Split(';', StringSplitOptions.TrimEntries).Select(one =>
            (string)(choices.FirstOrDefault(choice => (string?)choice!["value"] == one) ?? choices.FirstOrDefault(choice => TranscriptText.Says((string)choice!["title"]!, one))
                ?? throw new InvalidOperationException($"No choice « {one} ».")) ["value"]!));
    }

    private string? Blocks(Predicate<JsonObject> which)
    {
        JsonObject? Find(JsonNode? node) => node switch
        {
            JsonObject item when (string?)item["type"] == "TextBlock" && which(item) => item,
            JsonObject item => item.Where(part => part.Key is "body" or "items" or "columns").Select(part => Find(part.Value)).FirstOrDefault(found => found is not null),
            JsonArray list => list.Select(Find).FirstOrDefault(found => found is not null),
            _ => null,
        };
        return (string?)Find(json)?["text"];
    }

    private static void Read(JsonNode? node, List<string> lines)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Read(item, lines);
                }

                break;
            case JsonObject item:
                switch ((string?)item["type"])
                {
                    case "TextBlock":
                        lines.Add((string)item["text"]!);
                        break;
                    case "FactSet":
                        lines.AddRange(item["facts"]!.AsArray().Select(fact => $"{fact!["title"]} : {fact["value"]}"));
                        break;
                    case { } input when input.StartsWith("Input.", StringComparison.Ordinal):
                        var value = item["value"] is { } standing ? string.Create(CultureInfo.InvariantCulture, $" = {standing}") : "";
                        lines.Add($"{item["label"]}{value}");
                        lines.AddRange((item["choices"] as JsonArray ?? []).Select(choice => $"( ) {choice!["title"]}"));
                        break;
                }

                foreach (var part in (string[])["body", "items", "columns", "rows", "cells", "actions", "card"])
                {
                    Read(item[part], lines);
                }

                break;
        }
    }

    private static IEnumerable<(JsonObject Action, IReadOnlyList<JsonObject> Inputs)> Actions(JsonObject card, IReadOnlyList<JsonObject> around)
    {
        List<JsonObject> inputs = [.. around, .. Inputs(card["body"])];
        foreach (var action in Sets(card["body"]).Append(card).SelectMany(set => set["actions"] as JsonArray ?? []).Select(action => action!.AsObject()))
        {
            switch ((string?)action["type"])
            {
                case "Action.Submit" or "Action.Execute":
                    yield return (action, inputs);
                    break;
                case "Action.ShowCard":
                    foreach (var inner in Actions(action["card"]!.AsObject(), inputs))
                    {
                        yield return inner;
                    }

                    break;
            }
        }
    }

    /// <summary>Buttons that stand among the blocks.</summary>
    private static IEnumerable<JsonObject> Sets(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Sets),
        JsonObject item when (string?)item["type"] == "ActionSet" => [item],
        JsonObject item => ((string[])["items", "columns", "rows", "cells"]).SelectMany(part => Sets(item[part])),
        _ => [],
    };

    private static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Inputs),
        JsonObject item when ((string?)item["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => [item],
        JsonObject item => ((string[])["items", "columns", "rows", "cells"]).SelectMany(part => Inputs(item[part])),
        _ => [],
    };
}
