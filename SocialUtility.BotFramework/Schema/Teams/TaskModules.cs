using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A dialog window is asked for, or sends what was filled in.</summary>
public class TaskModuleRequest
{
    [JsonPropertyName("data")]
    public object? Data { get; set; }

    [JsonPropertyName("context")]
    public TaskModuleRequestContext? Context { get; set; }
}

/// <summary>How the client looks.</summary>
public class TaskModuleRequestContext
{
    [JsonPropertyName("theme")]
    public string? Theme { get; set; }
}

/// <summary>The answer to a dialog window.</summary>
public class TaskModuleResponse
{
    [JsonPropertyName("task")]
    public TaskModuleResponseBase? Task { get; set; }
}

/// <summary>What the window does next.</summary>
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(TaskModuleContinueResponse))]
[JsonDerivedType(typeof(TaskModuleMessageResponse))]
public class TaskModuleResponseBase
{
    public TaskModuleResponseBase()
    {
    }

    public TaskModuleResponseBase(string? type = null) => Type = type;

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

/// <summary>The window shows something more.</summary>
public class TaskModuleContinueResponse : TaskModuleResponseBase
{
    public TaskModuleContinueResponse()
        : base("continue")
    {
    }

    public TaskModuleContinueResponse(TaskModuleTaskInfo? value = null)
        : this() => Value = value;

    [JsonPropertyName("value")]
    public TaskModuleTaskInfo? Value { get; set; }
}

/// <summary>The window closes with a message.</summary>
public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse()
        : base("message")
    {
    }

    public TaskModuleMessageResponse(string? value = null)
        : this() => Value = value;

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}

/// <summary>What the window shows.</summary>
public class TaskModuleTaskInfo
{
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("height")]
    public object? Height { get; set; }

    [JsonPropertyName("width")]
    public object? Width { get; set; }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("card")]
    public Attachment? Card { get; set; }

    [JsonPropertyName("fallbackUrl")]
    public string? FallbackUrl { get; set; }

    [JsonPropertyName("completionBotId")]
    public string? CompletionBotId { get; set; }
}

/// <summary>A button that opens a dialog window.</summary>
public class TaskModuleAction : CardAction
{
    public TaskModuleAction(string? title, object? value = null)
    {
        var data = value switch
        {
            null => [],
            string text => JsonNode.Parse(text) as JsonObject ?? [],
            _ => BotJson.ToNode(value) as JsonObject ?? [],
        };
        data["type"] = "task/fetch";
        (Type, Title, Value) = ("invoke", title, data);
    }
}
