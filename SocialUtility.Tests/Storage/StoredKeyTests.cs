using System.Text;
using SocialUtility.Bot.Storage;

namespace SocialUtility.Tests.Storage;

public sealed class StoredKeyTests
{
    private static readonly string[] AllCharacters = [.. Enumerable.Range(0, 0x10000).Select(code => $"{(char)code}")];

    [Theory]
    [InlineData("value|3f2a|2026-Q1"), InlineData("29:1cg_x-Y"), InlineData("a:b;c=d,e|été")]
    public void Our_own_keys_are_stored_as_they_are(string key) => Assert.Same(key, StoredKey.Write(key));

    [Theory]
    [InlineData("a/b", "a.1b"), InlineData("19:x@thread.v2", "19:x@1thread.0v2"), InlineData("50 %", "50!W$2")]
    public void What_a_store_refuses_is_escaped(string key, string stored) => Assert.Equal(stored, StoredKey.Write(key));

    [Fact]
    public void Every_character_comes_back() =>
        Assert.All(AllCharacters.Chunk(200).Select(some => string.Concat(some)), key => Assert.Equal(key, StoredKey.Read(StoredKey.Write(key))));

    [Fact]
    public void Every_character_keeps_its_place_by_characters_and_by_bytes()
    {
        var stored = AllCharacters.Select(StoredKey.Write).ToList();
        Assert.All(stored.Zip(stored.Skip(1)), pair =>
        {
            Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0);
            Assert.True(Encoding.UTF8.GetBytes(pair.First).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(pair.Second)) < 0);
        });
    }

    [Fact]
    public void Texts_keep_their_order_too()
    {
        // Few characters, most of them escaped, so that many texts begin alike.
        const string characters = "a/.0 ~\u0001\ud83c\udf31\ud7ff\uffff";
        var random = new Random(1);
        var texts = Enumerable.Range(0, 3_000).Select(_ => new string(random.GetItems<char>(characters, random.Next(6)))).Distinct().ToList();

        Assert.Equal(
            texts.Order(StringComparer.Ordinal),
            texts.Select(StoredKey.Write).Order(StringComparer.Ordinal).Select(StoredKey.Read));
    }

    [Fact]
    public void Nothing_that_Azure_refuses_is_left_and_the_length_is_bounded() =>
        Assert.All(AllCharacters.Select(StoredKey.Write), (stored, code) =>
        {
            // Azure keeps 512 characters; an address of 4096 holds two keys, percent-encoded.
            var bytes = Encoding.UTF8.GetByteCount(AllCharacters[code]);
            Assert.InRange(stored.Length, 1, 2 * bytes);
            Assert.InRange(Uri.EscapeDataString(stored).Length, 1, 7 * bytes);
            Assert.DoesNotContain(stored, character => character is '/' or '\\' or '#' or '?' or '%' or > '\ufffd' || char.IsControl(character) || char.IsSurrogate(character));
        });
}
