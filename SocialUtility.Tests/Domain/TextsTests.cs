using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;

namespace SocialUtility.Tests;

public sealed class TextsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \u00A0\n\t ", null)]
    [InlineData("  On n’est plus seul ", "On n’est plus seul")]
    [InlineData("une\ttabulation", "une tabulation")]
    [InlineData("deux\r\nlignes", "deux\nlignes")]
    [InlineData("deux\rlignes", "deux\nlignes")]
    [InlineData("deux\u2028lignes", "deux\nlignes")]
    [InlineData("une\u000Bautre\u0085ligne", "une autre ligne")]
    [InlineData("a\u0000b\u0007c\u001Bd\u007Fe", "abcde")]
    [InlineData("« Bonjour\u00A0! »", "« Bonjour\u00A0! »")]
    public void Words_stay_and_what_is_not_a_word_goes(string? typed, string? kept) => Assert.Equal(kept, typed.Kept());

    [Fact]
    public void Half_a_character_goes_and_a_whole_one_stays()
    {
        Assert.Equal("ab", "a\uD83Db".Kept());
        Assert.Equal("ab", "a\uDF45b".Kept());
        Assert.Equal("tomate 🍅", "tomate 🍅\uD83C".Kept());
    }

    [Fact]
    public void Text_cannot_be_turned_round_or_hidden()
    {
        Assert.Equal("factureexe.pdf", "facture\u202Eexe.pdf".Kept());
        Assert.Equal("motcache", "mot\u200B\u2060\uFEFFcache".Kept());
        Assert.Null("\u200B\u2066\u2069".Kept());
    }

    [Fact]
    public void Joiners_stay_since_emoji_and_Persian_are_written_with_them()
    {
        Assert.Equal("👩‍🌾 می‌خواهم", "👩‍🌾 می‌خواهم".Kept());
        Assert.Null("\u200D \u200C".Kept());
    }

    [Fact]
    public void What_was_kept_is_kept_as_it_is() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text.Kept() is not { } kept || kept.Kept() == kept).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Theory]
    [InlineData("Ateliers\ndu  mercredi", "Ateliers du mercredi")]
    [InlineData(" \n ", null)]
    public void A_name_stands_on_one_line(string typed, string? kept) => Assert.Equal(kept, typed.OnOneLine());

    [Theory]
    [InlineData("Critères", "criteres")]
    [InlineData("À FAIRE", "a faire")]
    [InlineData("cœur, Æsope", "coeur, aesope")]
    [InlineData("l’équipe", "l'equipe")]
    [InlineData("à\u00A0faire", "a faire")]
    [InlineData("cri\u200Bte\u0301res", "criteres")]
    public void Accents_and_case_do_not_matter(string typed, string folded) => Assert.Equal(folded, typed.Folded());

    [Fact]
    public void Whatever_is_typed_can_be_compared()
    {
        Assert.Equal("a\uFFFDb", "a\uD83Db".Folded());
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => (text ?? "").Folded() is not null).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData(" Profil. ", "profil")]
    [InlineData("« À faire »", "a faire")]
    [InlineData("Annuler !", "annuler")]
    [InlineData("?", "?")]
    public void A_word_is_understood_with_what_stands_around_it(string typed, string word) => Assert.Equal(word, typed.AsWord());
}
