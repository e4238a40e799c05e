using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Indicators;

/// <summary>What the partners of an association said of its indicators.</summary>
public sealed class Recognitions(ITable table, Id<Association> association)
{
    private readonly string partition = Association.Partition(association);

    /// <summary>All answers on one indicator, in the order they were given.</summary>
    public ValueTask<IReadOnlyList<Recognition>> OfAsync(Id<Indicator> indicator, CancellationToken cancellation) => ReadAsync(Recognition.PrefixOf(indicator), cancellation);

    /// <summary>All answers on all indicators: one range.</summary>
    public ValueTask<IReadOnlyList<Recognition>> AllAsync(CancellationToken cancellation) => ReadAsync(Recognition.Prefix, cancellation);

    /// <summary>The change that notes the answer, over this partner's earlier one where there is one.</summary>
    public async ValueTask<Change> NoteAsync(Recognition next, CancellationToken cancellation)
    {
        if (await table.FindAsync(partition, next.Key, cancellation) is not { } row)
        {
            return Change.Add(next.Key, DomainJson.Write(next));
        }

        var before = DomainJson.Read(row, DomainJson.Default.Recognition);
        return Change.Replace(next.Key, DomainJson.Write(next with { Version = before.Version + 1 }), row.ETag);
    }

    private async ValueTask<IReadOnlyList<Recognition>> ReadAsync(string prefix, CancellationToken cancellation) =>
        [.. (await table.RangeAsync(partition, prefix, Row.After(prefix), cancellation)).Select(row => DomainJson.Read(row, DomainJson.Default.Recognition)).OrderBy(answer => answer.At)];
}
