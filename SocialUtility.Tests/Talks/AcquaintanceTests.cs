using SocialUtility.Bot.Conversation;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests.Talks;

public sealed class AcquaintanceTests
{
    private static readonly Belonging Garden = new(Id<Association>.New(), "Le jardin");
    private static readonly Belonging Library = new(Id<Association>.New(), "La bibliothèque");

    [Fact]
    public void What_two_instances_learned_of_a_person_at_once_is_joined()
    {
        Acquaintance before = new() { Locale = "fr-FR" };
        var here = before with { Associations = [Garden], Current = Garden.Association, PrivacyRead = 1 };
        var there = before with { Associations = [Library], Chosen = Language.English, Welcomed = true };

        var joined = there.With(here, before);

        Assert.Equal([Library, Garden], joined.Associations);
        Assert.Equal(Garden.Association, joined.Current);
        Assert.Equal((Language.English, true, 1, "fr-FR"), (joined.Chosen, joined.Welcomed, joined.PrivacyRead, joined.Locale));
    }
}
