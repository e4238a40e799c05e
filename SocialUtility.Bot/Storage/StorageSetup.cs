using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Azure.Identity;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Bot.Storage;

/// <summary>The store the settings ask for: one SQLite file unless they say otherwise.</summary>
public static partial class StorageSetup
{
    /// <summary>Reads the settings at once, and asks the store a question before the first message is heard.</summary>
    /// <exception cref="InvalidOperationException">The settings make no sense; the message says what to write.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.GetSection("Storage");
        var withTable = (settings["Kind"] is { Length: > 0 } kind ? kind : "Sqlite") switch
        {
            "Sqlite" => services.AddSqlite(settings["Path"] is { Length: > 0 } path ? path : "data/social-utility.db"),
            "AzureTables" => services.AddSingleton<ITable>(new AzureTable(Client(settings))),
            var other => throw new InvalidOperationException($"Storage:Kind is Sqlite or AzureTables; it says {other}."),
        };

        // A store that cannot be reached stops the start, with the reason, instead of every later message.
        return withTable.AddHostedService<FirstQuestion>();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string path) => services.AddSingleton<ITable>(
        provider => new SqliteTable(Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, path)));

    private static TableClient Client(IConfigurationSection settings)
    {
        var table = settings["Table"] is { Length: > 0 } name ? name : "socialutility";
        if (!TableName.IsMatch(table))
        {
            throw new InvalidOperationException($"Storage:Table has 3 to 63 letters and digits and begins with a letter; it says {table}.");
        }

        return (settings["ConnectionString"], settings["Endpoint"]) switch
        {
            ({ Length: > 0 } connection, null or "") => Connect(connection, table),
            (null or "", { Length: > 0 } address) when Uri.TryCreate(address, UriKind.Absolute, out var endpoint) =>
                new(endpoint, table, new ManagedIdentityCredential(Identity(settings["ClientId"])), Patience()),
            (null or "", { Length: > 0 } address) =>
                throw new InvalidOperationException($"Storage:Endpoint is an address like https://name.table.core.windows.net; it says {address}."),
            _ => throw new InvalidOperationException(
                "With Storage:Kind AzureTables, give either Storage:ConnectionString or Storage:Endpoint (for a managed identity)."),
        };
    }

    private static TableClient Connect(string connection, string table)
    {
        try
        {
            return new(connection, table, Patience());
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            // The inner message may quote the secret.
            throw new InvalidOperationException("Storage:ConnectionString is not a connection string of Azure Storage.");
        }
    }

    private static ManagedIdentityId Identity(string? client) =>
        client is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned;

    /// <summary>Three tries within what a person waits for an answer. Nothing is logged: addresses hold keys of rows.</summary>
    internal static TableClientOptions Patience() => new()
    {
        Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(200), MaxDelay = TimeSpan.FromSeconds(1), NetworkTimeout = TimeSpan.FromSeconds(4) },
        Diagnostics = { IsLoggingEnabled = false, IsDistributedTracingEnabled = false, IsTelemetryEnabled = false },
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName { get; }

    private sealed class FirstQuestion(ITable table) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken) => await table.FindAsync("start", "start", cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
