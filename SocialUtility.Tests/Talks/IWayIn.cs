using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SocialUtility.Tests.Talks;

/// <summary>How a transcript reaches the bot.</summary>
public enum Way
{
    /// <summary>The real services within the process, over rows in memory: fast.</summary>
    Within,

    /// <summary>The whole host on this machine, over SQLite: activities are posted to it as Teams does, and it calls back a channel of the test's own.</summary>
    Teams,
}

/// <summary>One of the two ways.</summary>
internal interface IWayIn : IAsyncDisposable
{
    WatchedTable Table { get; }

    FakeTimeProvider Clock { get; }

    Spoken Said { get; }

    /// <summary>Where the channel listens, for the activities.</summary>
    string ServiceUrl { get; }

    /// <summary>Hands over an activity and waits for the end of its turn.</summary>
    Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation);

    /// <summary>The process ends and starts again: only the rows are left.</summary>
    Task RestartAsync();
}
