using SocialUtility.Domain;
using SocialUtility.Domain.Measurements;

namespace SocialUtility.Tests;

public sealed class DayTextTests
{
    [Theory]
    [InlineData("fin 2027", 2027, 12, 31)]
    [InlineData("2027", 2027, 12, 31)]
    [InlineData("décembre 2027", 2027, 12, 31)]
    [InlineData("d’ici décembre 2027", 2027, 12, 31)]
    [InlineData("d'ici la fin de 2027", 2027, 12, 31)]
    [InlineData("d’ici à fin 2027.", 2027, 12, 31)]
    [InlineData("Août 2027", 2027, 8, 31)]
    [InlineData("févr. 2028", 2028, 2, 29)]
    [InlineData("le 5 janvier 2027", 2027, 1, 5)]
    [InlineData("1er mai 2027", 2027, 5, 1)]
    [InlineData("31/12/2027", 2027, 12, 31)]
    [InlineData("1/2/2027", 2027, 2, 1)]
    [InlineData("2027-12-31", 2027, 12, 31)]
    [InlineData("by the end of 2027", 2027, 12, 31)]
    [InlineData("December 2027", 2027, 12, 31)]
    public void A_deadline_as_people_type_it(string typed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), DayText.Read(typed, Language.French));

    [Theory]
    [InlineData("")]
    [InlineData("bientôt")]
    [InlineData("je ne sais pas")]
    [InlineData("31/02/2027")]
    [InlineData("31 février 2027")]
    [InlineData("0 mai 2027")]
    [InlineData("1850")]
    [InlineData("2199")]
    [InlineData("décembre")]
    [InlineData("60 habitants en 2027")]
    public void What_is_no_deadline_is_none(string typed) => Assert.Null(DayText.Read(typed, Language.French));
}
