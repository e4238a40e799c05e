using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Tests;

public sealed class IdTests
{
    [Fact]
    public void Each_new_identity_is_another()
    {
        var identities = Enumerable.Range(0, 1000).Select(_ => Id<Indicator>.New()).ToHashSet();

        Assert.Equal(1000, identities.Count);
        Assert.All(identities, id => Assert.Equal(id, Id<Indicator>.Parse(id.ToString())));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a|b")]
    [InlineData("a/b")]
    [InlineData("é")]
    [InlineData("a b")]
    [InlineData("00000000001111111111222222222233333333334")]
    public void Text_that_is_none_of_ours_is_refused(string? text)
    {
        Assert.False(Id<Indicator>.TryParse(text, out var id));
        Assert.Equal(default, id);
    }

    [Fact]
    public void In_JSON_it_is_its_text()
    {
        Assert.Equal("\"i-3\"", JsonSerializer.Serialize(Id<Indicator>.Parse("i-3")));
        Assert.Equal(Id<Indicator>.Parse("i-3"), JsonSerializer.Deserialize<Id<Indicator>>("\"i-3\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Id<Indicator>>("\"a|b\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Id<Indicator>>("null"));
    }

    [Fact]
    public void Whatever_is_sent_has_an_answer() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => !Id<Indicator>.TryParse(text, out var id) || id.ToString() == text).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
