using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation to be created.</summary>
public class ConversationParameters
{
    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    [JsonPropertyName("bot")]
    public ChannelAccount? Bot { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }

    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    [JsonPropertyName("activity")]
    public Activity? Activity { get; set; }

    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }
}

/// <summary>The conversation that was created.</summary>
public class ConversationResourceResponse
{
    public ConversationResourceResponse()
    {
    }

    public ConversationResourceResponse(string? activityId = null, string? serviceUrl = null, string? id = null) =>
        (ActivityId, ServiceUrl, Id) = (activityId, serviceUrl, id);

    [JsonPropertyName("activityId")]
    public string? ActivityId { get; set; }

    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>A conversation and who is in it.</summary>
public class ConversationMembers
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}

/// <summary>One page of the conversations the bot is in.</summary>
public class ConversationsResult
{
    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonPropertyName("conversations")]
    public IList<ConversationMembers>? Conversations { get; set; }
}

/// <summary>The id that the channel gave to what was sent.</summary>
public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id = null) => Id = id;

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>The replies of a turn, sent back in the answer to its request.</summary>
public class ExpectedReplies
{
    public ExpectedReplies()
    {
    }

    public ExpectedReplies(IList<Activity>? activities = null) => Activities = activities;

    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }
}

/// <summary>Activities said before, to be put into a conversation.</summary>
public class Transcript
{
    public Transcript()
    {
    }

    public Transcript(IList<Activity>? activities = null) => Activities = activities;

    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }
}
