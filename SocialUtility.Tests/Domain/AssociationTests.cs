using System.Globalization;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests;

public sealed class AssociationTests
{
    [Theory]
    [InlineData("Europe/Paris", "2026-12-31")]
    [InlineData("Indian/Reunion", "2027-01-01")]
    [InlineData("America/Cayenne", "2026-12-31")]
    public void It_is_another_day_overseas(string timeZone, string today) =>
        Assert.Equal(DateOnly.Parse(today, CultureInfo.InvariantCulture), (An.Association with { TimeZone = timeZone }).Today(new(2026, 12, 31, 22, 30, 0, TimeSpan.Zero)));

    [Fact]
    public void A_person_is_marked_in_logs_without_being_named()
    {
        var awa = new Person("teams|tenant|awa");

        Assert.Equal(awa.Mark, new Person("teams|tenant|awa").Mark);
        Assert.NotEqual(awa.Mark, new Person("teams|tenant|bea").Mark);
        Assert.DoesNotContain("awa", awa.Mark, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Person("x"));
    }

    [Fact]
    public void Two_lines_of_one_instant_are_two_rows()
    {
        var line = new JournalLine { At = An.Evening, By = An.Coordinator, What = "objective.create", Subject = "def|objective|o1" };

        Assert.NotEqual(line.Key, (line with { Subject = "def|objective|o2" }).Key);
        Assert.True(string.CompareOrdinal(line.Key, (line with { At = An.Evening.AddTicks(1) }).Key) < 0);
    }
}
