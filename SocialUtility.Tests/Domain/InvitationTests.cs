using SocialUtility.Domain;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests;

public sealed class InvitationTests
{
    private static readonly string Secret = Invitation.NewSecret();

    private static readonly Invitation Open = new Invitation
    {
        Id = Id<Invitation>.Parse("inv1"),
        Role = Role.Volunteer,
        By = An.Coordinator,
        Since = An.Evening,
        Until = An.Evening + Invitation.OpenFor,
    }.WithSecret(Secret);

    [Fact]
    public void A_secret_has_160_bits_and_no_two_are_the_same()
    {
        Assert.True(Invitation.CouldBeSecret(Secret));
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => Invitation.NewSecret()).Distinct().Count());
        Assert.False(Invitation.CouldBeSecret(Secret[1..]));
        Assert.False(Invitation.CouldBeSecret(new string('é', 32)));
    }

    [Fact]
    public void It_opens_with_its_secret_until_it_is_over_used_or_taken_back()
    {
        Assert.True(Invitation.Opens(Open, Secret, An.Evening));
        Assert.True(Invitation.Opens(Open, Secret, Open.Until.AddTicks(-1)));
        Assert.False(Invitation.Opens(Open, Secret, Open.Until));
        Assert.False(Invitation.Opens(Open, Invitation.NewSecret(), An.Evening));
        Assert.False(Invitation.Opens(Open with { Revoked = true }, Secret, An.Evening));
        Assert.False(Invitation.Opens(Open.UsedBy(An.Coordinator, "form", An.Evening), Secret, An.Evening));
        Assert.False(Invitation.Opens(Open.WithSecret(Invitation.NewSecret()), Secret, An.Evening));
        Assert.False(Invitation.Opens(null, Secret, An.Evening));
    }

    [Fact]
    public void Before_its_link_was_made_nothing_opens_it() =>
        Assert.All((string[])["", Secret], secret => Assert.False(Invitation.Opens(Open with { Hash = null }, secret, An.Evening)));

    [Fact]
    public void Only_the_hash_is_kept() => Assert.DoesNotContain(Secret, DomainJson.Write(Open), StringComparison.Ordinal);

    [Fact]
    public void The_same_form_sent_twice_is_one_joining_for_ten_minutes()
    {
        var used = Open.UsedBy(An.Coordinator, "form", An.Evening);

        Assert.True(Invitation.WasJustUsed(used, Secret, "form", An.Evening.AddMinutes(1)));
        Assert.False(Invitation.WasJustUsed(used, Secret, "another", An.Evening.AddMinutes(1)));
        Assert.False(Invitation.WasJustUsed(used, Invitation.NewSecret(), "form", An.Evening.AddMinutes(1)));
        Assert.False(Invitation.WasJustUsed(used, Secret, "form", An.Evening.AddMinutes(10)));
        Assert.False(Invitation.WasJustUsed(Open, Secret, "form", An.Evening));
    }
}
