using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using SocialUtility.Tests.Machine;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace SocialUtility.Tests.Machine;

/// <summary>The emulator of Azure Table Storage: one for the whole run, started by the first test that asks, on a free port of this machine.</summary>
public sealed class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's own account, the same everywhere and no secret.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private readonly SemaphoreSlim starting = new(1);
    private Process? process;
    private string? connectionString;

    public async Task<string> ConnectionStringAsync(CancellationToken cancellation)
    {
        var node = Needs.Node();
        await starting.WaitAsync(cancellation);
        try
        {
            return connectionString ??= await StartAsync(node, cancellation);
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { } running)
        {
            // Its input closed, it ends as at Ctrl+C (stop-with-stdin.cjs).
            running.StandardInput.Close();
            await running.WaitForExitAsync();
            running.Dispose();
        }

        starting.Dispose();
    }

    private async Task<string> StartAsync(string node, CancellationToken cancellation)
    {
        var port = FreePort();
        process = Process.Start(new ProcessStartInfo(node)
        {
            ArgumentList =
            {
                "--require", Path.Combine(Needs.Tools, "stop-with-stdin.cjs"),
                Path.Combine(Needs.Tools, "node_modules", "azurite", "dist", "src", "table", "main.js"),
                "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", $"{port}",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (!await ListensAsync(port, cancellation))
        {
            // It says a line when it begins to start and another when it listens.
            _ = await process.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("Azurite ended before it listened.");
        }

        return $"{Account}TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> ListensAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
