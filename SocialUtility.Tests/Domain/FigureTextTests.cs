using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData("420", 420, "")]
    [InlineData("0", 0, "")]
    [InlineData("007", 7, "")]
    [InlineData("  420  ", 420, "")]
    [InlineData("420 kg", 420, "kg")]
    [InlineData("420kg", 420, "kg")]
    [InlineData("420 kg.", 420, "kg")]
    [InlineData("420 à peu près", 420, "à peu près")]
    [InlineData("environ 420 kg", 420, "environ kg")]
    [InlineData("à peu près 420", 420, "à peu près")]
    [InlineData("~420", 420, "")]
    [InlineData("12 %", 12, "%")]
    [InlineData("12\u202F%", 12, "%")]
    [InlineData("24 000 €", 24000, "€")]
    [InlineData("€ 12", 12, "")]
    [InlineData("3,8", 3.8, "")]
    [InlineData("3.8", 3.8, "")]
    [InlineData("3,8 sur cinq", 3.8, "sur cinq")]
    [InlineData("0,125", 0.125, "")]
    [InlineData("0.250", 0.25, "")]
    [InlineData("1 250", 1250, "")]
    [InlineData("1\u00A0250", 1250, "")]
    [InlineData("1\u202F250", 1250, "")]
    [InlineData("1\u2009250", 1250, "")]
    [InlineData("1'250", 1250, "")]
    [InlineData("1’250", 1250, "")]
    [InlineData("1 250 000", 1250000, "")]
    [InlineData("1 250,5", 1250.5, "")]
    [InlineData("1\u202F250,500", 1250.5, "")]
    [InlineData("1.250,50", 1250.5, "")]
    [InlineData("1,250.50", 1250.5, "")]
    [InlineData("1.250.000", 1250000, "")]
    [InlineData("1,250", 1.25, "")]
    [InlineData("12,", 12, "")]
    [InlineData("12.", 12, "")]
    [InlineData("12 !", 12, "")]
    [InlineData("-5", -5, "")]
    [InlineData("- 5", -5, "")]
    [InlineData("−5", -5, "")]
    [InlineData("–3,5", -3.5, "")]
    [InlineData("+5", 5, "")]
    [InlineData("= 12", 12, "")]
    [InlineData("350 m2", 350, "m2")]
    [InlineData("350m²", 350, "m²")]
    [InlineData("\u200E12\u200B", 12, "")]
    [InlineData("999999999999999", 999999999999999, "")]
    public void A_figure_typed_in_French(string typed, decimal amount, string rest) =>
        Assert.Equal(new FigureRead.One(amount, rest), FigureText.Read(typed, Language.French));

    [Theory]
    [InlineData("1,250", 1250, "")]
    [InlineData("1,250.5", 1250.5, "")]
    [InlineData("1.250", 1.25, "")]
    [InlineData("1.250,5", 1250.5, "")]
    [InlineData("1,250,000", 1250000, "")]
    [InlineData("3,8", 3.8, "")]
    [InlineData("3.8", 3.8, "")]
    [InlineData("12%", 12, "%")]
    [InlineData("£ 12", 12, "")]
    [InlineData("about 420", 420, "about")]
    [InlineData("420 or so", 420, "or so")]
    public void A_figure_typed_in_English(string typed, decimal amount, string rest) =>
        Assert.Equal(new FigureRead.One(amount, rest), FigureText.Read(typed, Language.English));

    [Theory]
    [InlineData("1.250", 1250, 1.25, "")]
    [InlineData("12.500 kg", 12500, 12.5, "kg")]
    [InlineData("-1.250", -1250, -1.25, "")]
    public void A_point_before_three_digits_can_be_read_in_two_ways_in_French(string typed, decimal first, decimal second, string rest) =>
        Assert.Equal(new FigureRead.Either(first, second, rest), FigureText.Read(typed, Language.French));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("-")]
    [InlineData("kg")]
    [InlineData("je ne sais pas")]
    [InlineData("quatre cent vingt")]
    [InlineData("12 ou 15")]
    [InlineData("entre 12 et 15")]
    [InlineData("12-15")]
    [InlineData("3/4")]
    [InlineData("14h30")]
    [InlineData("1e5")]
    [InlineData("1..5")]
    [InlineData("1 25")]
    [InlineData("1250 000")]
    [InlineData("1,5 000")]
    [InlineData("1.250 000")]
    [InlineData("1,25,5")]
    [InlineData("1.250.00")]
    [InlineData("--5")]
    [InlineData("½")]
    [InlineData("٤٢٠")]
    [InlineData("06 12 34 56 78")]
    public void What_is_not_one_figure_is_none(string typed)
    {
        Assert.Equal(new FigureRead.None(), FigureText.Read(typed, Language.French));
        Assert.Equal(new FigureRead.None(), FigureText.Read(typed, Language.English));
    }

    [Theory]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("1234567890123456")]
    [InlineData("0,1234567890123456")]
    [InlineData("123 456 789 012 345 678 kg")]
    public void Too_many_digits_are_said_to_be_so(string typed) => Assert.Equal(new FigureRead.TooLong(), FigureText.Read(typed, Language.French));

    [Fact]
    public void Whatever_is_typed_has_an_answer() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => FigureText.Read(text ?? "", Language.French) is not null).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void What_we_show_can_be_typed_back() =>
        Prop.ForAll(Gen.Choose(-99_999_999, 99_999_999).Select(number => number / 100m).ToArbitrary(), amount =>
            new[] { Language.French, Language.English }.All(language =>
                FigureText.Read(amount.ToString("#,0.##", language.Culture()), language) is FigureRead.One(var read, "") && read == amount)).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
}
