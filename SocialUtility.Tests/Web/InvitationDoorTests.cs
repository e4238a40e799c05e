using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;
using SocialUtility.Tests.Talks;

namespace SocialUtility.Tests.Web;

/// <summary>The invited person's door, over HTTP, through the whole host.</summary>
public sealed partial class InvitationDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Deck", "D44")]
    public async Task Somebody_without_Teams_comes_in_by_a_link_takes_part_and_comes_back()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        await claire.SayAsync("inviter");
        await claire.SayAsync("Marcel");
        await claire.SayAsync("bénévole");
        await claire.SayAsync("passer");
        var page = OpenUrl(claire.Screen[^1]);
        Assert.StartsWith(House.PublicUrl, page, StringComparison.Ordinal);

        // On the coordinator's side: a page, and the link on it once.
        using var hers = Browser(house);
        var offered = await TextAsync(await hers.GetAsync(new Uri(page).PathAndQuery, Cancellation));
        Assert.DoesNotContain("/invitation/", offered, StringComparison.Ordinal);
        var link = LinkIn(await TextAsync(await PostAsync(hers, new Uri(page).PathAndQuery)));

        // A preview of the link looks at it, several times; nothing is used up by that.
        using var preview = Browser(house);
        for (var look = 0; look < 3; look++)
        {
            Assert.Equal(HttpStatusCode.OK, (await preview.GetAsync(link, Cancellation)).StatusCode);
        }

        // Marcel: a page that says who invites, one field, and the conversation.
        using var marcel = Browser(house);
        var asked = await TextAsync(await marcel.GetAsync(link, Cancellation));
        Assert.Contains("Les Amis du quartier vous invite", asked, StringComparison.Ordinal);
        Assert.Contains("value=\"Marcel\"", asked, StringComparison.Ordinal);
        var joined = await PostAsync(marcel, link, ("nom", "Marcel"), ("essai", FormKeyIn(asked)));
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.StartsWith("/?entree", joined.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Marcel", await TextAsync(await marcel.GetAsync("/", Cancellation)), StringComparison.Ordinal);

        using var caller = await ReturnAsync(house, marcel);
        await caller.SayAsync("actions");
        await caller.ReadUntilAsync(said => said.Any(one => one.ToJsonString().Contains("Ce que je garde de vous", StringComparison.Ordinal)));
        await PressAsync(caller, "privacy.read");
        await caller.SayAsync("Repas partagés");
        await caller.ReadUntilAsync(said => said.Any(one => one.ToJsonString().Contains("Repas partag", StringComparison.Ordinal) && (string?)one["from"]!["role"] == "bot"));

        // He comes back another day, in the same browser, and is the same person in the same conversation.
        house.Clock.Advance(TimeSpan.FromDays(30));
        using var again = await ReturnAsync(house, marcel);
        Assert.Equal(caller.Conversation, again.Conversation);

        await claire.SayAsync("actions");
        Assert.Contains(claire.Screen[^1].Card!.Lines, line => line.Contains("Repas partagés", StringComparison.Ordinal));
        await claire.SayAsync("équipe");
        Assert.Contains("Marcel", claire.Screen[^1].Card!.Lines);
        Assert.DoesNotContain(await house.KeptAsync(), row => row.Contains(link.Split('.')[^1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("used")]
    [InlineData("over")]
    [InlineData("revoked")]
    [InlineData("guessed")]
    [InlineData("of nobody")]
    [InlineData("no link at all")]
    [InlineData("replaced by a newer link")]
    public async Task Whatever_is_wrong_with_a_link_the_answer_is_the_same(string wrong)
    {
        await using var house = await OpenAsync();
        var (link, invitation) = await InviteAsync(house);
        var parts = link.Split('.');
        switch (wrong)
        {
            case "used":
                using (var first = Browser(house))
                {
                    Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(first, link, "Marcel")).StatusCode);
                }

                break;
            case "over":
                house.Clock.Advance(Invitation.OpenFor);
                break;
            case "revoked":
                await PutAsync(house, invitation with { Revoked = true });
                break;
            case "guessed":
                link = $"{parts[0]}.{parts[1]}.{Invitation.NewSecret()}";
                break;
            case "of nobody":
                link = $"/invitation/{Id<Association>.New()}.{Id<Invitation>.New()}.{Invitation.NewSecret()}";
                break;
            case "no link at all":
                link = "/invitation/..%2F..%2Fetc";
                break;
            default:
                await PutAsync(house, invitation.WithSecret(Invitation.NewSecret()));
                break;
        }

        using var somebody = Browser(house);
        var looked = await somebody.GetAsync(link, Cancellation);
        var posted = await PostAsync(somebody, link, ("nom", "Marcel"), ("essai", "0123456789abcdef"));
        var nothing = await somebody.GetAsync($"/invitation/{Id<Association>.New()}.{Id<Invitation>.New()}.{Invitation.NewSecret()}", Cancellation);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], [looked.StatusCode, posted.StatusCode, nothing.StatusCode]);
        Assert.Equal(await TextAsync(nothing), await TextAsync(looked));
        Assert.Equal(await TextAsync(nothing), await TextAsync(posted));
        Assert.Equal(HeadersOf(nothing), HeadersOf(looked));
        Assert.False(posted.Headers.Contains("Set-Cookie"));
        Assert.Equal(wrong == "used" ? 3 : 2, (await Roster.OpenAsync(house.Table, house.Association, Cancellation)).Members.Count);
    }

    [Fact]
    public async Task Of_two_who_use_one_link_at_once_one_comes_in()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        HttpClient[] browsers = [.. Enumerable.Range(0, 4).Select(_ => Browser(house))];

        var answers = await Task.WhenAll(browsers.Select((browser, index) => JoinAsync(browser, link, $"Personne {index}")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, (await Roster.OpenAsync(house.Table, house.Association, Cancellation)).Members.Count);
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    [Fact]
    public async Task The_same_form_sent_twice_lets_the_same_person_in()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        var key = FormKeyIn(await TextAsync(await marcel.GetAsync(link, Cancellation)));

        var first = await PostAsync(marcel, link, ("nom", "Marcel"), ("essai", key));
        var second = await PostAsync(marcel, link, ("nom", "Marcel"), ("essai", key));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect], [first.StatusCode, second.StatusCode]);
        Assert.Equal(3, (await Roster.OpenAsync(house.Table, house.Association, Cancellation)).Members.Count);
    }

    [Theory]
    [InlineData("", "Il me faut un nom")]
    [InlineData("   ", "Il me faut un nom")]
    [InlineData("long", "80 signes au plus")]
    public async Task A_name_that_is_none_is_asked_again_and_the_link_stays(string name, string says)
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);

        var answer = await PostAsync(marcel, link, ("nom", name == "long" ? new string('a', 81) : name), ("essai", "0123456789abcdef"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, await TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(marcel, link, "Marcel")).StatusCode);
    }

    [Fact]
    public async Task What_people_wrote_stands_in_the_page_as_text()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house, invitation => invitation with { For = "<script>alert(1)</script>" });
        using var marcel = Browser(house);

        Assert.DoesNotContain("<script>", await marcel.GetStringAsync(link, Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData(null, "https://elsewhere.test")]
    public async Task A_form_on_a_page_from_elsewhere_joins_nobody(string? site, string? origin)
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        if (site is not null)
        {
            marcel.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        }

        if (origin is not null)
        {
            marcel.DefaultRequestHeaders.Add("Origin", origin);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(marcel, link, ("nom", "Marcel"), ("essai", "0123456789abcdef"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(marcel, "/web/return")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_is_forged_or_made_for_another_use_is_nobody()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house, out var jar);
        await JoinAsync(marcel, link, "Marcel");
        var real = jar.GetCookies(AddressOf(house))["social-utility"]!.Value;
        using var caller = await ReturnAsync(house, marcel);
        var body = real.Split('.')[0];
        foreach (var forged in (string[])[caller.Token, $"{body}.{real.Split('.')[1][..^2]}AA", $"{body}.", body, "x.y", "", new string('a', 5000)])
        {
            using var other = Browser(house);
            other.DefaultRequestHeaders.Add("Cookie", $"social-utility={forged}");
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(other, "/web/return")).StatusCode);
        }

        // What lies in the browser opens no conversation by itself.
        using WebCaller thief = new(AddressOf(house)) { Token = real };
        using var refused = await thief.Http.PostAsync($"{WebCaller.Line}/conversations", null, Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Forgotten_here_one_needs_a_link_from_the_association_and_is_the_same_person_with_it()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        await JoinAsync(marcel, link, "Marcel");
        using var caller = await ReturnAsync(house, marcel);
        await PostAsync(marcel, "/web/forget");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(marcel, "/web/return")).StatusCode);

        var claire = house.Somebody("Claire");
        await claire.SayAsync("équipe");
        await claire.PressAsync("Voir", ("personne", "Marcel"));
        await claire.PressAsync("Lien pour un autre appareil");
        using var hers = Browser(house);
        var back = LinkIn(await TextAsync(await PostAsync(hers, new Uri(OpenUrl(claire.Screen[^1])).PathAndQuery)));
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(marcel, back, "Marcel")).StatusCode);

        using var again = await ReturnAsync(house, marcel);
        Assert.Equal(caller.Conversation, again.Conversation);
        Assert.Equal(3, (await Roster.OpenAsync(house.Table, house.Association, Cancellation)).Members.Count);
    }

    [Fact]
    public async Task Invited_into_a_second_association_one_goes_on_as_the_same_person_and_is_asked_once_which_is_meant()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        await JoinAsync(marcel, link, "Marcel");
        var elsewhere = await house.ElsewhereAsync();
        var (second, _) = await InviteAsync(house, association: elsewhere.Association.Id);
        var page = await TextAsync(await marcel.GetAsync(second, Cancellation));
        Assert.Contains("Entrer : Marcel", Plain(page), StringComparison.Ordinal);

        await PostAsync(marcel, second, ("meme", "oui"), ("essai", FormKeyIn(page)));

        var both = await Task.WhenAll(((Id<Association>[])[house.Association, elsewhere.Association.Id]).Select(id => Roster.OpenAsync(house.Table, id, Cancellation).AsTask()));
        Assert.Equal(Assert.Single(both[0].Named("Marcel")).Person, Assert.Single(both[1].Named("Marcel")).Person);
        using var caller = await ReturnAsync(house, marcel);
        await caller.SayAsync("équipe");
        await caller.ReadUntilAsync(said => said.Any(one => Said(one).Contains("De quelle association parlons-nous", StringComparison.Ordinal)));
        await caller.SayAsync("potager");
        await caller.ReadUntilAsync(said => said.Any(one => Said(one).Contains("nous parlons du Potager des Voisins", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Taken_off_the_team_one_is_told_so_kindly_and_does_nothing_more()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        await JoinAsync(marcel, link, "Marcel");
        using var caller = await ReturnAsync(house, marcel);
        var roster = await Roster.OpenAsync(house.Table, house.Association, Cancellation);
        var gone = Assert.IsType<RoleChange.Made>(roster.Part(Assert.Single(roster.Named("Marcel")), house.Clock.GetUtcNow()));
        await house.Table.WriteAsync(Association.Partition(house.Association), gone.Changes, Cancellation);

        await caller.SayAsync("saisir");

        await caller.ReadUntilAsync(said => said.Any(one => Said(one).Contains("Vous ne faites plus partie des Amis du quartier", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_tries_link_after_link_is_asked_to_wait()
    {
        await using var house = await OpenAsync();
        using var guesser = Browser(house);
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 25; guess++)
        {
            answers.Add((await guesser.GetAsync($"/invitation/{house.Association}.{Id<Invitation>.New()}.{Invitation.NewSecret()}", Cancellation)).StatusCode);
        }

        Assert.Equal(20, answers.Count(status => status == HttpStatusCode.NotFound));
        Assert.Equal(5, answers.Count(status => status == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_ticket_for_the_page_of_the_link_is_signed_and_soon_over()
    {
        await using var house = await OpenAsync();
        var claire = house.Somebody("Claire");
        foreach (var answer in (string[])["inviter", "Marcel", "partenaire"])
        {
            await claire.SayAsync(answer);
        }

        var page = new Uri(OpenUrl(claire.Screen[^1])).PathAndQuery;
        using var browser = Browser(house);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page[..^1] + (page[^1] == 'A' ? 'B' : 'A'), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page, Cancellation)).StatusCode);
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Away_the_store_lets_nobody_in_and_uses_nothing_up()
    {
        await using var house = await OpenAsync();
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        house.Table.Now = WatchedTable.Door.Shut;

        var answer = await marcel.GetAsync(link, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("le lien n’a pas servi", await TextAsync(answer), StringComparison.Ordinal);
        house.Table.Now = WatchedTable.Door.Open;
        Assert.Equal(HttpStatusCode.Redirect, (await JoinAsync(marcel, link, "Marcel")).StatusCode);
    }

    [Fact]
    public async Task Where_the_bot_has_its_credentials_the_invited_come_in_and_nobody_chooses_who_they_are()
    {
        await using var house = await OpenAsync(new() { ["MicrosoftAppId"] = "an-app", ["MicrosoftAppPassword"] = "a-secret", ["MicrosoftAppTenantId"] = "a-tenant" });
        var (link, _) = await InviteAsync(house);
        using var marcel = Browser(house);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(marcel, "/web/enter")).StatusCode);

        await JoinAsync(marcel, link, "Marcel");
        using var caller = await ReturnAsync(house, marcel);
        await caller.SayAsync("équipe");

        await caller.ReadUntilAsync(said => said.Any(one => one.ToJsonString().Contains("Trois personnes", StringComparison.Ordinal)));
    }

    private static async Task<House> OpenAsync(Dictionary<string, string?>? settings = null)
    {
        House house = new(await TeamsChannel.OpenAsync(new FakeTimeProvider(House.Monday), settings: settings));
        await house.SettleAsync("Les Amis du quartier", ("Claire", Role.Coordinator), ("Awa", Role.Volunteer));
        return house;
    }

    private static Uri AddressOf(House house) => ((TeamsChannel)house.Way).Address;

    private static HttpClient Browser(House house) => Browser(house, out _);

    private static HttpClient Browser(House house, out CookieContainer jar)
    {
        jar = new();
        return new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }, disposeHandler: true) { BaseAddress = AddressOf(house) };
    }

    /// <summary>An invitation with its link, as the pages would have made it.</summary>
    private static async Task<(string Link, Invitation Invitation)> InviteAsync(House house, Func<Invitation, Invitation>? change = null, Id<Association>? association = null)
    {
        var secret = Invitation.NewSecret();
        var invitation = new Invitation
        {
            Id = Id<Invitation>.New(),
            Role = Role.Volunteer,
            For = "Marcel",
            Kind = Stakeholder.Neighbours,
            By = house.Somebody("Claire").Person,
            Since = house.Clock.GetUtcNow(),
            Until = house.Clock.GetUtcNow() + Invitation.OpenFor,
        }.WithSecret(secret);
        invitation = change?.Invoke(invitation) ?? invitation;
        await PutAsync(house, invitation, association);
        return ($"/invitation/{association ?? house.Association}.{invitation.Id}.{secret}", invitation);
    }

    private static async Task PutAsync(House house, Invitation invitation, Id<Association>? association = null) =>
        await house.Table.WriteAsync(Association.Partition(association ?? house.Association), [Change.Put(invitation.Key, DomainJson.Write(invitation))], Cancellation);

    private static async Task<HttpResponseMessage> JoinAsync(HttpClient browser, string link, string name) =>
        await PostAsync(browser, link, ("nom", name), ("essai", Guid.NewGuid().ToString("n")));

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancellation);

    /// <summary>The page's script: comes back by the cookie, and opens the conversation.</summary>
    private static async Task<WebCaller> ReturnAsync(House house, HttpClient browser)
    {
        WebCaller caller = new(AddressOf(house)) { Token = (await WebCaller.JsonAsync(await PostAsync(browser, "/web/return")))["token"]!.GetValue<string>() };
        await caller.StartAsync();
        return caller;
    }

    private static async Task PressAsync(WebCaller caller, string kind)
    {
        var (said, _) = await caller.ReadAsync();
        var card = said.Last(one => one.ToJsonString().Contains($"\"kind\":\"{kind}\"", StringComparison.Ordinal));
        var action = card["attachments"]![0]!["content"]!["actions"]!.AsArray().First(button => (string?)button!["data"]?["kind"] == kind)!;
        (await caller.PostAsync(new { type = "message", value = action["data"] })).EnsureSuccessStatusCode();
    }

    private static string Said(System.Text.Json.Nodes.JsonObject activity) => Plain((string?)activity["text"] ?? "");

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));

    private static string HeadersOf(HttpResponseMessage answer) =>
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal));

    private static string OpenUrl(BotSaid said) => said.Card!.Json["actions"]!.AsArray().Select(action => (string?)action!["url"]).First(url => url is not null)!;

    private static string LinkIn(string page) => new Uri(Link.Match(page).Value).PathAndQuery;

    private static string FormKeyIn(string page) => FormKey.Match(page).Groups["key"].Value;

    [GeneratedRegex(@"https://utilite\.test/invitation/[\w.-]+")]
    private static partial Regex Link { get; }

    [GeneratedRegex("name=\"essai\" value=\"(?<key>[0-9a-f]+)\"")]
    private static partial Regex FormKey { get; }
}
