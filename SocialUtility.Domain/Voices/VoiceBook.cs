using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Domain.Voices;

/// <summary>All that people said, as it was at one reading: one range of the association's partition.</summary>
public sealed class VoiceBook
{
    private readonly Dictionary<string, Row> rows;

    private VoiceBook(IReadOnlyList<Row> rows)
    {
        this.rows = rows.ToDictionary(row => row.Key);
        All = [.. rows.Select(row => DomainJson.Read(row, DomainJson.Default.Voice))];
    }

    /// <summary>The withdrawn ones too.</summary>
    public IReadOnlyList<Voice> All { get; }

    /// <summary>Those that are shown.</summary>
    public IReadOnlyList<Voice> Standing => field ??= [.. All.Where(voice => !voice.Withdrawn)];

    /// <summary>How many people spoke: what several sentences of one person say is one person's.</summary>
    public int Speakers => SpeakersOf(Standing);

    public static async ValueTask<VoiceBook> OpenAsync(ITable table, Id<Association> association, CancellationToken cancellation) =>
        new(await table.RangeAsync(Association.Partition(association), Voice.Prefix, Row.After(Voice.Prefix), cancellation));

    public Voice? Find(Id<Voice> id) => All.FirstOrDefault(voice => voice.Id == id);

    /// <summary>What that person said for themselves, the withdrawn ones too.</summary>
    public IReadOnlyList<Voice> Of(Person person) => [.. All.Where(voice => voice.WrittenBy == person && !voice.Reported)];

    /// <summary>Writes over what was read, or adds: if somebody else wrote in between, the batch is a conflict and nothing is lost.</summary>
    internal Change Write(Voice voice) => rows.TryGetValue(voice.Key, out var row)
        ? Change.Replace(voice.Key, DomainJson.Write(voice), row.ETag)
        : Change.Add(voice.Key, DomainJson.Write(voice));

    /// <summary>At least so many people: words on a sheet are one person's each, words without a writer any more are counted as one person's in all.</summary>
    internal static int SpeakersOf(IEnumerable<Voice> voices)
    {
        var (reported, own) = (0, new HashSet<Person?>());
        foreach (var voice in voices)
        {
            if (voice.Reported)
            {
                reported++;
            }
            else
            {
                own.Add(voice.WrittenBy);
            }
        }

        return reported + own.Count;
    }
}
