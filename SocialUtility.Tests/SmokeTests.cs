namespace SocialUtility.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Catalogue_and_questions_are_embedded() =>
        Assert.Equal(["catalogue.json", "questions.json"], typeof(Domain.Storage.ITable).Assembly.GetManifestResourceNames().Order());
}
