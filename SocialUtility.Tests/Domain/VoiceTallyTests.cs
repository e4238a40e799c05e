using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests;

/// <summary>How many of each kind have spoken follows every voice, whoever writes at the same moment (docs/decisions/0017).</summary>
public sealed class VoiceTallyTests
{
    private static readonly Id<Association> House = An.Association.Id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_said_moved_and_taken_back_the_tally_is_what_stands(int seed)
    {
        var table = await TableAsync();
        Random chance = new(seed);
        var kinds = Enum.GetValues<Stakeholder>();
        for (var step = 0; step < 60; step++)
        {
            var book = await VoiceBook.OpenAsync(table, House, Cancellation);
            var kind = kinds[chance.Next(3)];
            List<Voice> written = chance.Next(3) switch
            {
                0 when book.Standing.Count > 0 => [book.Standing[chance.Next(book.Standing.Count)] with { Withdrawn = true, Text = "" }],
                1 when book.Standing.Count > 0 => [.. book.Standing.Take(3).Select(voice => voice with { Kind = kind })],
                _ => [Said($"s{step}a", kind), Said($"s{step}b", kinds[chance.Next(kinds.Length)])],
            };
            await WriteAsync(table, (await Dossier.OpenAsync(table, House, Cancellation))!, book, written);
            await AssertIsWhatStandsAsync(table);
        }
    }

    [Fact]
    public async Task Two_who_speak_at_once_are_both_counted()
    {
        var table = await TableAsync();
        var dossier = (await Dossier.OpenAsync(table, House, Cancellation))!;
        var book = await VoiceBook.OpenAsync(table, House, Cancellation);
        await WriteAsync(table, dossier, book, [Said("one", Stakeholder.Families)]);

        // The second has read before the first wrote: it is told so, and reads again.
        await Assert.ThrowsAsync<ConflictException>(async () => await WriteAsync(table, dossier, book, [Said("two", Stakeholder.Neighbours)]));
        await WriteAsync(table, (await Dossier.OpenAsync(table, House, Cancellation))!, await VoiceBook.OpenAsync(table, House, Cancellation), [Said("two", Stakeholder.Neighbours)]);

        await AssertIsWhatStandsAsync(table);
    }

    [Fact]
    public async Task Voices_from_before_there_was_a_tally_are_counted_with_the_next_one()
    {
        var table = await TableAsync();
        var old = Said("old", Stakeholder.Schools);
        await table.WriteAsync(Association.Partition(House), [Change.Add(old.Key, DomainJson.Write(old))], Cancellation);

        await WriteAsync(table, (await Dossier.OpenAsync(table, House, Cancellation))!, await VoiceBook.OpenAsync(table, House, Cancellation), [Said("new", Stakeholder.Families)]);

        await AssertIsWhatStandsAsync(table);
    }

    [Fact]
    public async Task Other_words_for_the_same_voice_change_no_tally()
    {
        var table = await TableAsync();
        await WriteAsync(table, (await Dossier.OpenAsync(table, House, Cancellation))!, await VoiceBook.OpenAsync(table, House, Cancellation), [Said("one", Stakeholder.Families)]);
        var before = await table.FindAsync(Association.Partition(House), VoiceTally.RowKey, Cancellation);

        await WriteAsync(table, (await Dossier.OpenAsync(table, House, Cancellation))!, await VoiceBook.OpenAsync(table, House, Cancellation), [Said("one", Stakeholder.Families) with { Text = "Autrement." }]);

        Assert.Equal(before!.ETag, (await table.FindAsync(Association.Partition(House), VoiceTally.RowKey, Cancellation))!.ETag);
    }

    private static async Task AssertIsWhatStandsAsync(MemoryTable table)
    {
        var book = await VoiceBook.OpenAsync(table, House, Cancellation);
        var tally = (await Dossier.OpenAsync(table, House, Cancellation))!.Voices!;
        Assert.Equal(book.Standing.CountBy(voice => voice.Kind).OrderBy(pair => pair.Key).Select(pair => new KindCount(pair.Key, pair.Value)), tally.Counts);
    }

    private static async Task WriteAsync(MemoryTable table, Dossier dossier, VoiceBook book, IReadOnlyList<Voice> voices) =>
        await table.WriteAsync(Association.Partition(House), VoiceTally.Write(dossier, book, voices, out _), Cancellation);

    private static async Task<MemoryTable> TableAsync()
    {
        MemoryTable table = new();
        await table.WriteAsync(Association.Partition(House), [Change.Add(Association.RowKey, DomainJson.Write(An.Association))], Cancellation);
        return table;
    }

    private static Voice Said(string id, Stakeholder kind) => new() { Id = Id<Voice>.Parse(id), Text = "On se parle.", Question = VoiceQuestions.Usual, Kind = kind, Day = new(2026, 3, 1) };
}
