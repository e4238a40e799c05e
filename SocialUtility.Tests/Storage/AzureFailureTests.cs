using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Storage;

/// <summary>A distant store that does not answer is told within what a person waits, and nobody is kept waiting for ever.</summary>
public sealed class AzureFailureTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_nobody_listens_at_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}/devstoreaccount1";
        taken.Stop();
        var table = new AzureTable(new(new Uri(address), "none", Key(), StorageSetup.Patience()));

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await table.FindAsync("a", "b", Cancellation));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await table.WriteAsync("a", [Change.Put("b", "1")], Cancellation));
    }

    [Fact]
    public async Task A_store_that_listens_and_says_nothing_is_told()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var options = StorageSetup.Patience();
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(200);
        var table = new AzureTable(new(new Uri($"http://{silent.LocalEndpoint}/devstoreaccount1"), "none", Key(), options));

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await table.RangeAsync("a", "b", "c", Cancellation));
    }

    [Fact]
    public async Task Who_gives_up_is_not_told_that_the_store_is_down()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var table = new AzureTable(new(new Uri($"http://{silent.LocalEndpoint}/devstoreaccount1"), "none", Key(), StorageSetup.Patience()));
        using var givingUp = new CancellationTokenSource();
        var asking = table.FindAsync("a", "b", givingUp.Token).AsTask();
        await givingUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_table_that_was_removed_is_told_once_and_made_again()
    {
        var client = new TableClient(await azurite.ConnectionStringAsync(Cancellation), "removed", StorageSetup.Patience());
        var table = new AzureTable(client);
        await table.WriteAsync("a", [Change.Put("b", "1")], Cancellation);
        await client.DeleteAsync(Cancellation);

        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await table.WriteAsync("a", [Change.Put("b", "2")], Cancellation));
        await table.WriteAsync("a", [Change.Put("b", "3")], Cancellation);
        Assert.Equal("3", (await table.FindAsync("a", "b", Cancellation))?.Json);
    }

    private static TableSharedKeyCredential Key() => new("devstoreaccount1", Convert.ToBase64String(new byte[64]));
}
