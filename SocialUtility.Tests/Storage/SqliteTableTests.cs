using SocialUtility.Bot.Storage;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Storage;

public sealed class SqliteTableTests : TableContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("social-utility-");
    private SqliteTable table;

    public SqliteTableTests() => table = new(Path);

    protected override ITable Table => table;

    private string Path => System.IO.Path.Combine(folder.FullName, "new", "folder", "rows.db");

    public void Dispose()
    {
        table.Dispose();
        folder.Delete(recursive: true);
    }

    protected override ITable Reopened()
    {
        table.Dispose();
        return table = new(Path);
    }
}
