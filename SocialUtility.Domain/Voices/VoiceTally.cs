using System.Text.Json.Serialization;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Voices;

/// <summary>So many voices of one kind.</summary>
public sealed record KindCount(Stakeholder Kind, int Voices);

/// <summary>
/// How many voices stand of each kind of stakeholder: a small row among the definitions, so that whoever asks who was heard
/// does not read all that was said (docs/decisions/0017). It is written in the batch that writes a voice, from all voices as
/// they were read for it.
/// </summary>
/// <remarks>Where it is missing, voices may lie there all the same: it is written with the next one.</remarks>
public sealed record VoiceTally : Entry
{
    public const string RowKey = Dossier.Prefix + "voices";

    /// <summary>In the order of the kinds, none of zero.</summary>
    public required IReadOnlyList<KindCount> Counts { get; init; }

    public override string Key => RowKey;

    [JsonIgnore]
    public IEnumerable<Stakeholder> Heard => Counts.Select(count => count.Kind);

    /// <summary>What stands of them, counted.</summary>
    public static VoiceTally Of(IEnumerable<Voice> voices) => new()
    {
        Counts = [.. voices.Where(voice => !voice.Withdrawn).CountBy(voice => voice.Kind).OrderBy(counted => counted.Key).Select(counted => new KindCount(counted.Key, counted.Value))],
    };

    /// <summary>
    /// What is written with <paramref name="voices"/>: themselves, and the tally where it changes. Two who speak at once change
    /// the same tally: the second reads again and counts both.
    /// </summary>
    public static IReadOnlyList<Change> Write(Dossier dossier, VoiceBook book, IReadOnlyList<Voice> voices, out VoiceTally tally)
    {
        List<Change> changes = [.. voices.Select(book.Write)];
        var before = dossier.Voices;
        tally = Of([.. book.All.Where(voice => voices.All(other => other.Id != voice.Id)), .. voices]);
        if (before is not null && before.Counts.SequenceEqual(tally.Counts))
        {
            tally = before;
            return changes;
        }

        tally = tally with { Version = (before?.Version ?? 0) + 1 };
        changes.Add(dossier.Write(tally));
        return changes;
    }
}
