using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Something a message carries beside its text: a card, a picture, a file.</summary>
public class Attachment
{
    public Attachment()
    {
    }

    public Attachment(string? contentType = null, string? contentUrl = null, object? content = null, string? name = null, string? thumbnailUrl = null) =>
        (ContentType, ContentUrl, Content, Name, ThumbnailUrl) = (contentType, contentUrl, content, name, thumbnailUrl);

    [JsonPropertyName("contentType")]
    public string? ContentType { get; set; }

    [JsonPropertyName("contentUrl")]
    public string? ContentUrl { get; set; }

    [JsonPropertyName("content")]
    public object? Content { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("thumbnailUrl")]
    public string? ThumbnailUrl { get; set; }

    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A file to be uploaded.</summary>
public class AttachmentData
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("originalBase64")]
    public byte[]? OriginalBase64 { get; set; }

    [JsonPropertyName("thumbnailBase64")]
    public byte[]? ThumbnailBase64 { get; set; }
}

/// <summary>A file that was uploaded, and its views.</summary>
public class AttachmentInfo
{
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("views")]
    public IList<AttachmentView>? Views { get; set; }
}

/// <summary>One view of an uploaded file.</summary>
public class AttachmentView
{
    [JsonPropertyName("viewId")]
    public string? ViewId { get; set; }

    [JsonPropertyName("size")]
    public int? Size { get; set; }
}
