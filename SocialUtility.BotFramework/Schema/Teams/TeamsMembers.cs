using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A member of a Teams conversation.</summary>
public class TeamsChannelAccount : ChannelAccount
{
    // The list of members without pages says it by this name.
    [JsonInclude, JsonPropertyName("objectId")]
    internal string? ObjectId
    {
        set => AadObjectId ??= value;
    }

    [JsonPropertyName("givenName")]
    public string? GivenName { get; set; }

    [JsonPropertyName("surname")]
    public string? Surname { get; set; }

    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("userPrincipalName")]
    public string? UserPrincipalName { get; set; }

    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }

    [JsonPropertyName("userRole")]
    public string? UserRole { get; set; }
}

/// <summary>One page of the members of a Teams conversation.</summary>
public class TeamsPagedMembersResult
{
    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonPropertyName("members")]
    public IList<TeamsChannelAccount>? Members { get; set; }
}

/// <summary>A team and its size.</summary>
public class TeamDetails
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("aadGroupId")]
    public string? AadGroupId { get; set; }

    [JsonPropertyName("channelCount")]
    public int ChannelCount { get; set; }

    [JsonPropertyName("memberCount")]
    public int MemberCount { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

/// <summary>The channels of a team.</summary>
public class ConversationList
{
    [JsonPropertyName("conversations")]
    public IList<ChannelInfo>? Conversations { get; set; }
}
