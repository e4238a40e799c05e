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

    /// <summary>Who is in the team and in the group, as the channel lists them.</summary>
    List<string> Present => throw NotThisWay();

    /// <summary>Hands over an activity and waits for the end of its turn.</summary>
    Task<HttpStatusCode> HearAsync(JsonObject activity, CancellationToken cancellation);

    /// <summary>Somebody without Teams comes in: the page that the card leads to makes the link, they open it and give their name.</summary>
    /// <param name="page">The address on the card of the invitation.</param>
    /// <param name="name">How they say they are called.</param>
    /// <param name="cancellation">The test's end.</param>
    /// <returns>The conversation that is theirs from now on, and as whom it knows them.</returns>
    Task<WebGuest> ComeInAsync(Uri page, string name, CancellationToken cancellation) => throw NotThisWay();

    /// <summary>What somebody who came in by a link sends from the page of the web chat; waits for the end of its turn.</summary>
    Task<HttpStatusCode> HearAsync(WebGuest guest, JsonObject sent, CancellationToken cancellation) => throw NotThisWay();

    /// <summary>The process ends and starts again: only the rows are left.</summary>
    Task RestartAsync();

    /// <summary>Looks once who is to be reminded; how many messages were sent.</summary>
    Task<int> RemindAsync(CancellationToken cancellation) => throw NotThisWay();

    private static NotSupportedException NotThisWay() => new("Only those who play transcripts know the people of a team and of the web chat.");
}

/// <summary>Somebody of the web chat: as whom the door knows them, under which name, in which conversation.</summary>
internal sealed record WebGuest(string Person, string Name, string Conversation);
