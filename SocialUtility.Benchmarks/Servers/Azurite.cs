using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SocialUtility.Benchmarks.Servers;

/// <summary>The emulator of Azure Table Storage, as the tests install it (SocialUtility.Tests/Tools); null where there is no Node.js or npm.</summary>
internal sealed class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's own account, the same everywhere and no secret.</summary>
    private const string Account =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;";

    private readonly Process process;

    private Azurite(Process process, int port) =>
        (this.process, ConnectionString) = (process, $"{Account}TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    public string ConnectionString { get; }

    public static async Task<Azurite?> StartAsync(string repository)
    {
        var tools = Path.Combine(repository, "SocialUtility.Tests", "Tools");
        var program = Path.Combine(tools, "node_modules", "azurite", "dist", "src", "table", "main.js");
        try
        {
            if (!File.Exists(program))
            {
                using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]) { WorkingDirectory = tools })!;
                await npm.WaitForExitAsync();
            }

            return File.Exists(program) ? await StartAsync(tools, program) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Its input closed, it ends as at Ctrl+C.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<Azurite> StartAsync(string tools, string program)
    {
        var port = ServerProcess.FreePort();
        var process = Process.Start(new ProcessStartInfo(
            "node",
            ["--require", Path.Combine(tools, "stop-with-stdin.cjs"), program, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--inMemoryPersistence", "--tableHost", "127.0.0.1", "--tablePort", $"{port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (!await ListensAsync(port))
        {
            _ = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("Azurite ended before it listened.");
        }

        return new(process, port);
    }

    private static async Task<bool> ListensAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
