using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to every activity.</summary>
public class TeamsChannelData
{
    [JsonPropertyName("channel")]
    public ChannelInfo? Channel { get; set; }

    [JsonPropertyName("eventType")]
    public string? EventType { get; set; }

    [JsonPropertyName("team")]
    public TeamInfo? Team { get; set; }

    [JsonPropertyName("notification")]
    public NotificationInfo? Notification { get; set; }

    [JsonPropertyName("tenant")]
    public TenantInfo? Tenant { get; set; }

    [JsonExtensionData]
    public IDictionary<string, object>? AdditionalProperties { get; set; }

    [JsonPropertyName("meeting")]
    public TeamsMeetingInfo? Meeting { get; set; }

    [JsonPropertyName("settings")]
    public TeamsChannelDataSettings? Settings { get; set; }
}

/// <summary>What was chosen when the bot was installed.</summary>
public class TeamsChannelDataSettings
{
    [JsonExtensionData]
    public IDictionary<string, object>? AdditionalProperties { get; set; }

    [JsonPropertyName("selectedChannel")]
    public ChannelInfo? SelectedChannel { get; set; }
}

/// <summary>A team.</summary>
public class TeamInfo
{
    public TeamInfo()
    {
    }

    public TeamInfo(string? id = null, string? name = null) => (Id, Name) = (id, name);

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("aadGroupId")]
    public string? AadGroupId { get; set; }
}

/// <summary>A channel of a team; the general one has no name.</summary>
public class ChannelInfo
{
    public ChannelInfo()
    {
    }

    public ChannelInfo(string? id = null, string? name = null) => (Id, Name) = (id, name);

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

/// <summary>The organisation.</summary>
public class TenantInfo
{
    public TenantInfo()
    {
    }

    public TenantInfo(string? id = null) => Id = id;

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}

/// <summary>Whether a message rings.</summary>
public class NotificationInfo
{
    public NotificationInfo()
    {
    }

    public NotificationInfo(bool? alert = null) => Alert = alert;

    [JsonPropertyName("alert")]
    public bool? Alert { get; set; }

    [JsonPropertyName("alertInMeeting")]
    public bool? AlertInMeeting { get; set; }

    [JsonPropertyName("externalResourceUrl")]
    public string? ExternalResourceUrl { get; set; }
}

/// <summary>A meeting.</summary>
public class TeamsMeetingInfo
{
    public TeamsMeetingInfo()
    {
    }

    public TeamsMeetingInfo(string? id = null) => Id = id;

    [JsonPropertyName("id")]
    public string? Id { get; set; }
}
