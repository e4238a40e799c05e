using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Domain;

namespace SocialUtility.Tests;

/// <summary>What looks personal is seen, and what people write of years, amounts and places is left alone (domain.md 7.3, G8).</summary>
public sealed class PersonalTracesTests
{
    [Theory]
    [InlineData("elle habite au 06 12 34 56 78, elle dit que ça va mieux", Trace.Phone, "elle habite au, elle dit que ça va mieux")]
    [InlineData("0612345678", Trace.Phone, null)]
    [InlineData("Appelez le 01.23.45.67.89 !", Trace.Phone, "Appelez le !")]
    [InlineData("tél. 02-99-00-11-22", Trace.Phone, "tél.")]
    [InlineData("06\u00A012\u00A034\u00A056\u00A078 le soir", Trace.Phone, "le soir")]
    [InlineData("+33 6 12 34 56 78", Trace.Phone, null)]
    [InlineData("son numéro : +33612345678.", Trace.Phone, "son numéro :.")]
    [InlineData("0033 6 12 34 56 78 ou rien", Trace.Phone, "ou rien")]
    [InlineData("+44 (0)7700 900123 for Mary", Trace.Phone, "for Mary")]
    [InlineData("écrivez à awa.diallo@exemple.fr pour venir", Trace.Email, "écrivez à pour venir")]
    [InlineData("Mary <mary+garden@example.co.uk>", Trace.Email, "Mary <>")]
    [InlineData("zoé@été.fr", Trace.Email, null)]
    [InlineData("sa carte 1 85 05 78 006 084 36", Trace.LongNumber, "sa carte")]
    [InlineData("2 92 04 2A 123 456", Trace.LongNumber, null)]
    [InlineData("185057800608436", Trace.LongNumber, null)]
    [InlineData("SIRET 123 456 789 00012 de l’association", Trace.LongNumber, "SIRET de l’association")]
    [InlineData("12345678900012", Trace.LongNumber, null)]
    [InlineData("n° 1234567890123", Trace.LongNumber, "n°")]
    public void It_is_seen_and_can_be_taken_out(string text, Trace trace, string? without)
    {
        Assert.Equal([trace], PersonalTraces.In(text));
        Assert.Equal(without, PersonalTraces.Without(text));
    }

    [Theory]
    [InlineData("en 2015, trois voisines ont repris un terrain vide")]
    [InlineData("2026-2027")]
    [InlineData("2023 2024 2025 2026")]
    [InlineData("4 310 kg de légumes")]
    [InlineData("24 000 €, puis 1 250,50 €")]
    [InlineData("10 000 000 000 000 euros de dette publique")]
    [InlineData("75011 Paris et 35 000 Rennes")]
    [InlineData("le 01/02/2026 de 14 h 30 à 18 h")]
    [InlineData("01/02/2026 au 03/04/2026")]
    [InlineData("38 bénévoles, 1,4 emploi, 60 personnes par mois")]
    [InlineData("entre 12 et 18 ans, 20 25 30 40 selon les jours")]
    [InlineData("SIREN 123 456 789")]
    [InlineData("on s'est dit @ bientôt, à 100 %")]
    [InlineData("0,612345678 et 3.0612345678")]
    [InlineData("+20 000 000 de repas en dix ans")]
    [InlineData("objectif 1 et 3")]
    [InlineData("🍅🍅🍅 ١٢٣٤٥٦٧٨٩٠١٢٣")]
    [InlineData("")]
    public void It_is_nobodys(string text)
    {
        Assert.Empty(PersonalTraces.In(text));
        Assert.Equal(text.Any(char.IsLetterOrDigit) ? text.Trim() : null, PersonalTraces.Without(text));
    }

    [Fact]
    public void Each_kind_is_said_once_in_the_order_of_the_text() =>
        Assert.Equal([Trace.Email, Trace.Phone], PersonalTraces.In("awa@exemple.fr, 06 12 34 56 78, yves@exemple.fr"));

    [Fact]
    public void What_is_taken_out_leaves_nothing_to_be_seen() => Prop.ForAll(Arb.ToArbitrary(Texts()), text =>
        PersonalTraces.Without(text) is not { } left || PersonalTraces.In(left).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void What_shows_nothing_keeps_every_word() => Prop.ForAll<NonNull<string>>(text =>
        PersonalTraces.In(text.Get).Count > 0 || !text.Get.Any(char.IsLetterOrDigit) || PersonalTraces.Without(text.Get) == text.Get.Trim()).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_text_of_anything_is_looked_through_at_once()
    {
        foreach (var text in (string[])[new('0', 4000), new('@', 4000), string.Concat(Enumerable.Repeat("0 6", 1300)), string.Concat(Enumerable.Repeat("a.b@", 1000)), string.Concat(Enumerable.Repeat("06 12 34 56 78 ", 260))])
        {
            Assert.True(PersonalTraces.Without(text)?.Length <= text.Length || text.Length > 0);
        }
    }

    private static Gen<string> Texts() => Gen.ListOf(Gen.Elements("06 12 34 56 78", "0612345678", " ", "", "elle", "awa@exemple.fr", "06 12 ", "34 56 78", "1234567890123", "12", ".", "\n", "+33", "@"))
        .Select(string.Concat);
}
