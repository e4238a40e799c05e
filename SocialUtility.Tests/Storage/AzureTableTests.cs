using Azure.Data.Tables;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Storage;

public sealed class AzureTableTests(Azurite azurite) : TableContract, IAsyncLifetime
{
    private TableClient client = null!;

    protected override ITable Table => new AzureTable(client);

    public async ValueTask InitializeAsync() =>
        client = new(await azurite.ConnectionStringAsync(Cancellation), "contract", StorageSetup.Patience());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override ITable Reopened() => Table;
}
