using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Steps;

/// <summary>The answers that everybody gives for themselves: read when a step is opened or shown, not at every turn.</summary>
public sealed class AnswerBook(ITable table, Id<Association> association)
{
    private readonly string partition = Association.Partition(association);

    /// <summary>All of them, oldest first: one range.</summary>
    public async ValueTask<IReadOnlyList<MethodAnswer>> AllAsync(CancellationToken cancellation) =>
        [.. (await table.RangeAsync(partition, MethodAnswer.OwnPrefix, Row.After(MethodAnswer.OwnPrefix), cancellation))
            .Select(row => DomainJson.Read(row, DomainJson.Default.MethodAnswer))
            .OrderBy(answer => answer.At)];
}
