using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialUtility.Bot.Storage;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Machine;

namespace SocialUtility.Tests.Storage;

public sealed class StorageSetupTests(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("social-utility-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_settings_rows_are_kept_in_one_file_beside_the_program()
    {
        using (var host = Host())
        {
            await host.StartAsync(Cancellation);
            await host.Services.GetRequiredService<ITable>().WriteAsync("a", [Change.Add("b", "1")], Cancellation);
            await host.StopAsync(Cancellation);
        }

        Assert.Equal([Path.Combine(folder.FullName, "data", "social-utility.db")], Directory.GetFiles(Path.Combine(folder.FullName, "data")));
    }

    [Fact]
    public async Task The_file_may_be_elsewhere()
    {
        using var host = Host(("Kind", "Sqlite"), ("Path", "other/rows.db"));
        await host.StartAsync(Cancellation);

        Assert.True(File.Exists(Path.Combine(folder.FullName, "other", "rows.db")));
    }

    [Fact]
    public async Task With_a_connection_string_rows_are_kept_in_Azure()
    {
        using var host = Host(("Kind", "AzureTables"), ("ConnectionString", await azurite.ConnectionStringAsync(Cancellation)), ("Table", "setup"));
        await host.StartAsync(Cancellation);

        Assert.IsType<AzureTable>(host.Services.GetRequiredService<ITable>());
    }

    [Fact]
    public void With_an_address_a_managed_identity_is_used()
    {
        using var host = Host(("Kind", "AzureTables"), ("Endpoint", "https://name.table.core.windows.net"));

        Assert.IsType<AzureTable>(host.Services.GetRequiredService<ITable>());
    }

    [Theory]
    [InlineData("Storage:Kind is Sqlite or AzureTables; it says Mongo.", "Kind", "Mongo")]
    [InlineData("With Storage:Kind AzureTables, give either", "Kind", "AzureTables")]
    [InlineData("With Storage:Kind AzureTables, give either", "Kind", "AzureTables", "ConnectionString", "UseDevelopmentStorage=true", "Endpoint", "https://a.b")]
    [InlineData("Storage:ConnectionString is not", "Kind", "AzureTables", "ConnectionString", "AccountName=a;AccountKey=secret")]
    [InlineData("Storage:ConnectionString is not", "Kind", "AzureTables", "ConnectionString", "secret")]
    [InlineData("Storage:Endpoint is an address", "Kind", "AzureTables", "Endpoint", "name.table.core.windows.net")]
    [InlineData("Storage:Table has 3 to 63", "Kind", "AzureTables", "Table", "social-utility", "ConnectionString", "UseDevelopmentStorage=true")]
    public void Settings_that_make_no_sense_stop_the_start_with_a_sentence(string sentence, params string[] settings)
    {
        var told = Assert.Throws<InvalidOperationException>(() => Host([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]));

        Assert.StartsWith(sentence, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_stops_the_start_with_a_sentence()
    {
        using var host = Host(("Path", folder.FullName));

        var told = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await host.StartAsync(Cancellation));
        Assert.StartsWith($"The database {folder.FullName} does not answer", told.Message, StringComparison.Ordinal);
    }

    private IHost Host(params (string Name, string Value)[] settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder.FullName });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Storage:{setting.Name}", (string?)setting.Value)));
        builder.Services.AddStorage(builder.Configuration);
        return builder.Build();
    }
}
