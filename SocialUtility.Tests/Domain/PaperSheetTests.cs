using SocialUtility.Domain;
using SocialUtility.Domain.Catalogue;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Tests;

/// <summary>Which sheet goes with which indicator.</summary>
[Trait("Deck", "D23")]
public sealed class PaperSheetTests
{
    public static TheoryData<string> Codes => [.. ReferenceCatalogue.Instance.Criteria.SelectMany(criterion => criterion.Indicators).Select(indicator => indicator.Id)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_indicator_of_the_catalogue_has_its_sheet_and_says_how_it_is_collected(string code)
    {
        var reference = ReferenceCatalogue.Instance.Indicator(code)!;

        var sheet = PaperSheet.ForCatalogue(code);

        Assert.All([Language.French, Language.English], language => Assert.NotEmpty(reference.Collect(language)));
        Assert.Equal(sheet.Tool is PaperTool.Survey or PaperTool.Meeting, sheet.Ask is not null);
        Assert.True(reference.Kind != Kind.Text || sheet.Tool == PaperTool.Meeting, "words come from people who talk");
        Assert.True(reference.Kind != Kind.Scale || sheet.Tool == PaperTool.Survey, "a scale is asked of people");
        Assert.True(sheet.Ask is null || sheet.Ask.Fr[^1] is '?' or '.', sheet.Ask?.Fr);
        Assert.True(sheet.Columns.Count <= 5, "no room for more on A4");
    }

    [Theory]
    [InlineData(Kind.Text, "", PaperTool.Meeting)]
    [InlineData(Kind.Scale, "note", PaperTool.Survey)]
    [InlineData(Kind.Percentage, "", PaperTool.Register)]
    [InlineData(Kind.Duration, "heures", PaperTool.Measures)]
    [InlineData(Kind.Count, "KG", PaperTool.Measures)]
    [InlineData(Kind.Count, "personnes", PaperTool.Tally)]
    public void An_indicator_of_their_own_has_the_sheet_of_its_kind(Kind kind, string unit, PaperTool expected) =>
        Assert.Equal(expected, PaperSheet.For(Own(kind, unit)).Tool);

    [Fact]
    public void Where_they_find_the_figure_decides_before_the_catalogue()
    {
        var own = Own(Kind.Count, "personnes") with { Catalogue = "soc-lien-nouveaux" };

        Assert.Equal("Première venue", PaperSheet.For(own).Columns.Single().Fr);
        Assert.Equal(PaperTool.Register, PaperSheet.For(own with { Source = new(Found.Till) }).Tool);
        Assert.Equal("Première venue", PaperSheet.For(own with { Source = new(Found.AttendanceSheet) }).Columns.Single().Fr);
        Assert.Null(PaperSheet.For(own with { Source = new(Found.Survey) }).Ask);
    }

    private static Indicator Own(Kind kind, string unit) => new()
    {
        Id = Id<Indicator>.Parse("own"),
        Number = 1,
        Criterion = Id<Criterion>.Parse("c"),
        Name = "Ce que nous regardons",
        Unit = unit,
        Kind = kind,
        Frequency = Frequency.Monthly,
        Author = new("test|somebody"),
        Since = DateTimeOffset.UnixEpoch,
    };
}
