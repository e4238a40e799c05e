using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Storage;

public sealed class MemoryTableTests : TableContract
{
    protected override ITable Table { get; } = new MemoryTable();

    protected override ITable Reopened() => Table;
}
