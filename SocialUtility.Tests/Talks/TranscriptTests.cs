namespace SocialUtility.Tests.Talks;

/// <summary>Every transcript holds both ways: within the process, and from outside through the whole host.</summary>
public sealed class TranscriptTests
{
    public static IEnumerable<TheoryDataRow<string, Way>> All =>
        from file in Directory.EnumerateFiles(Transcript.Folder, "*.talk").Order(StringComparer.Ordinal)
        let name = Path.GetFileNameWithoutExtension(file)
        from way in Enum.GetValues<Way>()
        select Row(name, way);

    [Theory]
    [MemberData(nameof(All))]
    public Task It_is_said_so(string transcript, Way way) => Transcript.Read(transcript).PlayAsync(way);

    private static TheoryDataRow<string, Way> Row(string name, Way way)
    {
        var row = new TheoryDataRow<string, Way>(name, way) { TestDisplayName = $"{name} ({way})" };
        row.Traits["Deck"] = [.. Transcript.Read(name).Decks];
        return row;
    }
}
