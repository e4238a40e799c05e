using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>The channel, as the bot calls it.</summary>
public interface IConnectorClient : IDisposable
{
    Uri? BaseUri { get; set; }

    /// <summary>How a caller that uses Newtonsoft.Json writes the same JSON; the client itself does not use it.</summary>
    JsonSerializerSettings SerializationSettings { get; }

    /// <summary>How a caller that uses Newtonsoft.Json reads the same JSON; the client itself does not use it.</summary>
    JsonSerializerSettings DeserializationSettings { get; }

    ServiceClientCredentials? Credentials { get; }

    IAttachments Attachments { get; }

    IConversations Conversations { get; }
}
