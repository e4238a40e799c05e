using System.Globalization;
using System.Text;
using SocialUtility.Domain.Storage;

namespace SocialUtility.Tests.Storage;

/// <summary>What every table keeps to, whatever its engine.</summary>
public abstract class TableContract
{
    /// <summary>All that a key may be made of and an engine may stumble over.</summary>
    private const string AwkwardCharacters = "\0\u0001\t\n\r\u001f !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u007f\u0080\u009f\u00a0";

    private readonly string partition = $"association|{Guid.NewGuid():N}";

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract ITable Table { get; }

    /// <summary>The same rows, seen by a program that starts anew.</summary>
    protected abstract ITable Reopened();

    [Fact]
    public async Task What_was_never_written_is_not_found() => Assert.Null(await FindAsync("nothing"));

    [Fact]
    public async Task What_was_written_is_found_as_it_was()
    {
        await WriteAsync(Change.Add("project", """{"name":"Été à l’école 🌱"}"""));

        var row = await FoundAsync("project");
        Assert.Equal((partition, "project", """{"name":"Été à l’école 🌱"}"""), (row.Partition, row.Key, row.Json));
    }

    [Fact]
    public async Task Another_association_does_not_see_it()
    {
        await WriteAsync(Change.Add("project", "1"));

        Assert.Null(await Table.FindAsync(partition + "2", "project", Cancellation));
        Assert.Empty(await Table.RangeAsync(partition + "2", "", Row.After("p"), Cancellation));
    }

    [Fact]
    public async Task A_row_is_added_only_once()
    {
        await WriteAsync(Change.Add("value", "1"));

        await ConflictsAsync("value", Change.Add("value", "2"));
        Assert.Equal("1", (await FoundAsync("value")).Json);
    }

    [Fact]
    public async Task A_row_is_replaced_by_who_has_seen_it_as_it_is()
    {
        await WriteAsync(Change.Add("value", "1"));
        var seen = await FoundAsync("value");
        await WriteAsync(Change.Replace("value", "2", seen.ETag));

        await ConflictsAsync("value", Change.Replace("value", "3", seen.ETag));
        Assert.Equal("2", (await FoundAsync("value")).Json);
    }

    [Fact]
    public async Task Writing_the_same_again_is_a_write_too()
    {
        await WriteAsync(Change.Put("value", "1"));
        var first = await FoundAsync("value");
        await WriteAsync(Change.Put("value", "1"));

        Assert.NotEqual(first.ETag, (await FoundAsync("value")).ETag);
    }

    [Fact]
    public async Task What_is_gone_cannot_be_replaced()
    {
        await WriteAsync(Change.Add("value", "1"));
        var seen = await FoundAsync("value");
        await WriteAsync(Change.Delete("value"));

        await ConflictsAsync("value", Change.Replace("value", "2", seen.ETag));
        Assert.Null(await FindAsync("value"));
    }

    [Fact]
    public async Task A_row_deleted_and_added_again_is_another_row()
    {
        await WriteAsync(Change.Add("value", "1"));
        var seen = await FoundAsync("value");
        await WriteAsync(Change.Delete("value"));
        await WriteAsync(Change.Add("value", "1"));

        await ConflictsAsync("value", Change.Replace("value", "2", seen.ETag));
        await ConflictsAsync("value", Change.Delete("value", seen.ETag));
    }

    [Fact]
    public async Task A_row_is_put_whether_it_is_there_or_not()
    {
        await WriteAsync(Change.Put("value", "1"));
        await WriteAsync(Change.Put("value", "2"));

        Assert.Equal("2", (await FoundAsync("value")).Json);
    }

    [Fact]
    public async Task A_row_is_deleted_by_who_has_seen_it_as_it_is()
    {
        await WriteAsync(Change.Add("value", "1"));
        var seen = await FoundAsync("value");
        await WriteAsync(Change.Put("value", "2"));

        await ConflictsAsync("value", Change.Delete("value", seen.ETag));
        await WriteAsync(Change.Delete("value", (await FoundAsync("value")).ETag));
        Assert.Null(await FindAsync("value"));
    }

    [Fact]
    public async Task Deleting_what_is_absent_is_no_conflict_and_holds_up_nothing()
    {
        await WriteAsync(Change.Put("there", "1"));
        await WriteAsync(Change.Delete("never"), Change.Put("new", "1"), Change.Delete("there"), Change.Delete("neither"));
        await WriteAsync(Change.Delete("never"));

        Assert.Equal(["new"], (await AllAsync()).Select(row => row.Key));
    }

    [Fact]
    public async Task Deleting_what_is_absent_conflicts_where_it_was_expected()
    {
        await WriteAsync(Change.Add("value", "1"));
        var seen = await FoundAsync("value");
        await WriteAsync(Change.Delete("value"));

        await ConflictsAsync("value", Change.Delete("value", seen.ETag));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2)]
    public async Task A_batch_with_one_conflict_writes_nothing(int place)
    {
        await WriteAsync(Change.Put("there", "old"), Change.Put("gone", "old"));
        var changes = new List<Change> { Change.Put("there", "new"), Change.Put("other", "new"), Change.Delete("gone") };
        changes.Insert(place, Change.Replace("absent", "new", (await FoundAsync("there")).ETag));

        await ConflictsAsync("absent", [.. changes]);
        Assert.Equal([("gone", "old"), ("there", "old")], (await AllAsync()).Select(row => (row.Key, row.Json)));
    }

    [Fact]
    public async Task A_batch_of_all_kinds_is_written_whole()
    {
        await WriteAsync(Change.Add("a", "1"), Change.Add("b", "1"), Change.Add("c", "1"));
        await WriteAsync(
            Change.Replace("a", "2", (await FoundAsync("a")).ETag), Change.Delete("b", (await FoundAsync("b")).ETag), Change.Put("c", "2"), Change.Add("d", "2"));

        Assert.Equal([("a", "2"), ("c", "2"), ("d", "2")], (await AllAsync()).Select(row => (row.Key, row.Json)));
    }

    [Fact]
    public async Task An_empty_batch_writes_nothing()
    {
        await WriteAsync();
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_range_takes_its_first_key_and_not_its_end_in_the_order_of_characters()
    {
        await PutAllAsync("value|b", "value|é", "value|a", "value|B", "value|a|1", "value", "values", "z");

        Assert.Equal(
            ["value|B", "value|a", "value|a|1", "value|b", "value|é"],
            (await Table.RangeAsync(partition, "value|", Row.After("value|"), Cancellation)).Select(row => row.Key));
        Assert.Equal(
            ["value|a", "value|a|1"],
            (await Table.RangeAsync(partition, "value|a", "value|b", Cancellation)).Select(row => row.Key));
    }

    [Fact]
    public async Task A_range_that_ends_before_it_begins_is_empty()
    {
        await WriteAsync(Change.Put("b", "1"));

        Assert.Empty(await Table.RangeAsync(partition, "b", "b", Cancellation));
        Assert.Empty(await Table.RangeAsync(partition, "c", "a", Cancellation));
    }

    [Fact]
    public async Task A_range_may_be_long()
    {
        for (var start = 0; start < 1_200; start += Row.MaxChanges)
        {
            await WriteAsync([.. Enumerable.Range(start, Row.MaxChanges).Select(n => Change.Put($"value|{n:0000}", $"{n}"))]);
        }

        Assert.Equal(Enumerable.Range(0, 1_200).Select(n => $"{n}"), (await AllAsync()).Select(row => row.Json));
    }

    [Fact]
    public async Task A_key_is_any_text_and_keeps_its_place()
    {
        string[] keys =
        [
            .. AwkwardCharacters.Select(character => $"k{character}"), .. AwkwardCharacters.Select(character => $"k{character}z"),
            "k", "k0", "kz", "k''", "kœuvre", "k日本", "k\u2028", "k🌱", "k🌱x", "k\ud83c", "k\udf31", "k\ud7ff", "k\ue000", "k\ufffd", "k\ufffe", "k\uffff", "k\uffffx",
            "k../..", "k%2F", "k19:abc@thread.tacv2;messageid=1", "k<b>&amp;</b>", "k{\"a\":1}",
        ];
        foreach (var some in keys.Chunk(Row.MaxChanges))
        {
            await WriteAsync([.. some.Select(key => Change.Add(key, "1"))]);
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await AllAsync()).Select(row => row.Key));
        foreach (var key in keys)
        {
            Assert.Equal(key, (await FoundAsync(key)).Key);
            Assert.Equal(
                keys.Where(other => string.CompareOrdinal(other, key) >= 0).Order(StringComparer.Ordinal),
                (await Table.RangeAsync(partition, key, "l", Cancellation)).Select(row => row.Key));
        }
    }

    [Fact]
    public async Task A_prefix_finds_all_that_begin_with_it_and_nothing_else()
    {
        await PutAllAsync("a/", "a/b", "a/🌱", "a/\ufffd", "a.", "a0", "b/");

        Assert.Equal(["a/", "a/b", "a/🌱", "a/\ufffd"], (await Table.RangeAsync(partition, "a/", Row.After("a/"), Cancellation)).Select(row => row.Key));
    }

    [Fact]
    public async Task A_partition_is_any_text()
    {
        var awkward = $"{partition}{AwkwardCharacters}🌱\ud83c";
        await Table.WriteAsync(awkward, [Change.Add("key", "1")], Cancellation);

        Assert.Equal(awkward, (await Table.FindAsync(awkward, "key", Cancellation))?.Partition);
        Assert.Equal(awkward, Assert.Single(await Table.RangeAsync(awkward, "", "z", Cancellation)).Partition);
    }

    [Theory]
    [InlineData("k"), InlineData("/"), InlineData("\0"), InlineData("é"), InlineData("日"), InlineData("🌱"), InlineData("\uffff"), InlineData("\u009f")]
    public async Task A_key_has_255_bytes_whatever_they_are(string character)
    {
        var longest = string.Concat(Enumerable.Repeat(character, Row.MaxKeyBytes / Encoding.UTF8.GetByteCount(character)));
        var mine = $"{Guid.NewGuid():N}";
        var part = mine + longest[..^mine.Length];
        await Table.WriteAsync(part, [Change.Add(longest, "1"), Change.Add(longest[..^character.Length], "1")], Cancellation);

        Assert.Equal("1", (await Table.FindAsync(part, longest, Cancellation))?.Json);
        Assert.Equal(longest, Assert.Single(await Table.RangeAsync(part, longest, longest + "0", Cancellation)).Key);
        await Assert.ThrowsAsync<ArgumentException>(async () => await WriteAsync(Change.Add(longest + character, "1")));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Table.WriteAsync(longest + character, [Change.Add("k", "1")], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await WriteAsync(Change.Add("", "1")));
    }

    [Fact]
    public async Task Who_asks_for_an_impossible_key_finds_nothing()
    {
        var longer = new string('/', 10_000);
        await WriteAsync(Change.Put("k", "1"), Change.Put(longer[..Row.MaxKeyBytes], "1"));

        Assert.Null(await FindAsync(""));
        Assert.Null(await FindAsync(longer));
        Assert.Null(await Table.FindAsync("", "k", Cancellation));
        Assert.Null(await Table.FindAsync(longer, "k", Cancellation));
        Assert.Empty(await Table.RangeAsync(longer, "", "z", Cancellation));
        Assert.Equal("k", Assert.Single(await Table.RangeAsync(partition, longer, "z", Cancellation)).Key);
        Assert.Equal(2, (await Table.RangeAsync(partition, "", new string('z', 10_000), Cancellation)).Count);
    }

    [Theory]
    [InlineData("a"), InlineData("\""), InlineData("é"), InlineData("日"), InlineData("🌱")]
    public async Task A_large_row_comes_back_whole(string character)
    {
        var size = Encoding.UTF8.GetByteCount(character);
        // One letter first, so that the cuts fall within the characters.
        var json = "x" + string.Concat(Enumerable.Repeat(character, (Row.MaxJsonBytes - 1) / size));
        await WriteAsync(Change.Put("large", json), Change.Put("small", "1"));

        Assert.Equal(json, (await FoundAsync("large")).Json);
        Assert.Equal(json, (await AllAsync())[0].Json);
        await WriteAsync(Change.Put("large", "1"));
        Assert.Equal("1", (await FoundAsync("large")).Json);
    }

    [Theory]
    [InlineData(32_767), InlineData(32_768), InlineData(32_769), InlineData(65_536), InlineData(65_537)]
    public async Task A_row_about_as_long_as_a_column_comes_back_whole(int length)
    {
        var json = string.Concat(Enumerable.Range(0, length).Select(n => (char)('a' + (n % 26))));
        await WriteAsync(Change.Put("row", json));

        Assert.Equal(json, (await FoundAsync("row")).Json);
    }

    [Fact]
    public async Task A_row_that_is_too_large_is_refused_with_its_batch()
    {
        var refused = await Assert.ThrowsAsync<RowTooLargeException>(
            async () => await WriteAsync(Change.Put("small", "1"), Change.Put("large", new('é', (Row.MaxJsonBytes / 2) + 1))));

        Assert.Contains("large", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task A_batch_has_100_changes_and_640_KiB_at_most()
    {
        await WriteAsync([.. Enumerable.Range(0, Row.MaxChanges).Select(n => Change.Put($"{n:000}", new('"', Row.MaxBatchBytes / Row.MaxChanges)))]);
        Assert.Equal(Row.MaxChanges, (await AllAsync()).Count);

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await WriteAsync([.. Enumerable.Range(0, Row.MaxChanges + 1).Select(n => Change.Put($"more {n}", "1"))]));
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await WriteAsync(Change.Put("more 1", new('a', Row.MaxBatchBytes / 2)), Change.Put("more 2", new('a', (Row.MaxBatchBytes / 2) + 1))));
        Assert.Equal(Row.MaxChanges, (await AllAsync()).Count);
    }

    [Fact]
    public async Task A_batch_names_each_key_once() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await WriteAsync(Change.Put("twice", "1"), Change.Put("twice", "2")));

    [Fact]
    public async Task Eight_writers_who_try_again_after_a_conflict_lose_nothing()
    {
        await WriteAsync(Change.Add("count", "0"));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var n = 0; n < 25; n++)
                {
                    await AddOneAsync($"journal|{writer}|{n}");
                }
            },
            Cancellation)));

        Assert.Equal("200", (await FoundAsync("count")).Json);
        Assert.Equal(200, (await Table.RangeAsync(partition, "journal|", Row.After("journal|"), Cancellation)).Count);

        async Task AddOneAsync(string journal)
        {
            while (true)
            {
                var row = await FoundAsync("count");
                var next = int.Parse(row.Json, CultureInfo.InvariantCulture) + 1;
                try
                {
                    await WriteAsync(Change.Replace("count", $"{next}", row.ETag), Change.Add(journal, $"{next}"));
                    return;
                }
                catch (ConflictException)
                {
                }
            }
        }
    }

    [Fact]
    public async Task Of_many_who_claim_a_row_one_gets_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(
            async () =>
            {
                try
                {
                    await WriteAsync(Change.Add("claim", $"{n}"));
                    return n;
                }
                catch (ConflictException)
                {
                    return -1;
                }
            },
            Cancellation)));

        Assert.Equal($"{Assert.Single(claims, n => n >= 0)}", (await FoundAsync("claim")).Json);
    }

    [Fact]
    public async Task What_was_written_is_there_for_the_next_program()
    {
        await WriteAsync(Change.Put("a/🌱", "1"), Change.Put("b", "1"));
        await WriteAsync(Change.Delete("b"));
        var seen = await FoundAsync("a/🌱");

        var again = Reopened();
        var there = Assert.Single(await again.RangeAsync(partition, "", "z", Cancellation));
        Assert.Equal((seen.Key, seen.Json, seen.ETag), (there.Key, there.Json, there.ETag));
        await again.WriteAsync(partition, [Change.Replace("a/🌱", "2", seen.ETag)], Cancellation);
        Assert.Equal("2", (await again.FindAsync(partition, "a/🌱", Cancellation))?.Json);
    }

    [Fact]
    public async Task Who_has_given_up_writes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Table.WriteAsync(partition, [Change.Put("late", "1")], new CancellationToken(canceled: true)));

        Assert.Null(await FindAsync("late"));
    }

    private async Task<Row> FoundAsync(string key) => Assert.IsType<Row>(await FindAsync(key));

    private ValueTask<Row?> FindAsync(string key) => Table.FindAsync(partition, key, Cancellation);

    private ValueTask<IReadOnlyList<Row>> AllAsync() => Table.RangeAsync(partition, "", "\uffff\uffff\uffff", Cancellation);

    private ValueTask WriteAsync(params Change[] changes) => Table.WriteAsync(partition, changes, Cancellation);

    private ValueTask PutAllAsync(params IEnumerable<string> keys) => WriteAsync([.. keys.Select(key => Change.Put(key, "1"))]);

    private async Task ConflictsAsync(string key, params Change[] changes) =>
        Assert.Equal(key, (await Assert.ThrowsAsync<ConflictException>(async () => await WriteAsync(changes))).Key);
}
