using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Tests.Machine;
using SocialUtility.Tests.Talks;
using static Microsoft.Playwright.Assertions;

namespace SocialUtility.Tests.Web;

/// <summary>Somebody without Teams, on a phone: the link, one field, the conversation, and the way back.</summary>
public sealed class InvitedTests(Chromium chromium)
{
    static InvitedTests() => SetDefaultExpectTimeout(20_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Deck", "D44")]
    public async Task With_a_link_one_is_in_the_conversation_after_one_field_and_is_known_on_return()
    {
        await using House house = new(await TeamsChannel.OpenAsync(new FakeTimeProvider(House.Monday)));
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator));
        var address = ((TeamsChannel)house.Way).Address;
        var link = await InviteAsync(house);
        await using var tab = await ChatTab.OpenAsync(chromium, address, width: 390, height: 844);
        var page = tab.Page;

        await page.GotoAsync(new Uri(address, link).ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Les Amis du quartier vous invite" })).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
        await page.GetByLabel("Comment vous appelle-t-on").FillAsync("Marcel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();

        await Expect(tab.Heading).ToHaveTextAsync("À quoi sommes-nous utiles ?");
        await Expect(page.Locator("#name")).ToHaveTextAsync("Marcel");
        await ChatTab.SayAsync(page, "association");
        await Expect(tab.Heading).ToHaveTextAsync("Les Amis du quartier");

        // The tab is closed; another day, the address alone.
        await page.EvaluateAsync("sessionStorage.clear()");
        await page.GotoAsync(address.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuer : Marcel" }).ClickAsync();
        await Expect(page.Locator("#name")).ToHaveTextAsync("Marcel");
        await Expect(tab.Heading).ToHaveTextAsync("Les Amis du quartier");

        // The link has served.
        tab.Forgives("404");
        await page.GotoAsync(new Uri(address, link).ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ce lien n’ouvre rien" })).ToBeVisibleAsync();
    }

    private static async Task<string> InviteAsync(House house)
    {
        var secret = Invitation.NewSecret();
        var invitation = new Invitation
        {
            Id = Id<Invitation>.New(),
            Role = Role.Volunteer,
            By = house.Somebody("Claire").Person,
            Since = house.Clock.GetUtcNow(),
            Until = house.Clock.GetUtcNow() + Invitation.OpenFor,
        }.WithSecret(secret);
        await house.Table.WriteAsync(Association.Partition(house.Association), [Change.Put(invitation.Key, DomainJson.Write(invitation))], Cancellation);
        return $"/invitation/{house.Association}.{invitation.Id}.{secret}";
    }
}
