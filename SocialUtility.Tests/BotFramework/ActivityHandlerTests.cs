using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class ActivityHandlerTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"type":"message","text":"a"}""", "message")]
    [InlineData("""{"type":"messageUpdate"}""", "messageUpdate")]
    [InlineData("""{"type":"messageDelete"}""", "messageDelete")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""", "added x")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"}]}""", "")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"bot"},{"id":"x"}]}""", "added bot,x")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"x"}]}""", "removed x")]
    [InlineData("""{"type":"conversationUpdate"}""", "")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}],"reactionsRemoved":[{"type":"sad"}]}""", "reaction like|no reaction sad")]
    [InlineData("""{"type":"event","name":"tokens/response"}""", "token")]
    [InlineData("""{"type":"event","name":"x"}""", "event x")]
    [InlineData("""{"type":"endOfConversation"}""", "end")]
    [InlineData("""{"type":"typing"}""", "typing")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate","action":"remove-upgrade"}""", "uninstalled")]
    [InlineData("""{"type":"installationUpdate","action":"someday"}""", "")]
    [InlineData("""{"type":"someday"}""", "unknown")]
    public async Task Each_activity_comes_to_its_method(string activity, string called)
    {
        var bot = new NotingHandler();

        await new TestAdapter().ProcessActivityAsync(Read(activity), bot.OnTurnAsync, Now);

        Assert.Equal(called, string.Join("|", bot.Called));
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"save","data":{"n":"1"}},"trigger":"manual"}""", 200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"save {\u0022n\u0022:\u00221\u0022}"}""")]
    [InlineData("null", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Missing value property"}}""")]
    [InlineData("{}", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Missing action property"}}""")]
    [InlineData("[1]", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"BadRequest","message":"Value property is not properly formed"}}""")]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", 400, """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"NotSupported","message":"The action 'Action.Submit' is not supported."}}""")]
    public async Task A_card_action_is_answered_with_what_Teams_understands(string value, int status, string body)
    {
        var answer = await InvokeAsync(new CardHandler(), "adaptiveCard/action", value);

        Assert.Equal(status, answer?.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), BotJson.ToNode(answer?.Body)), BotJson.ToNode(answer?.Body)?.ToJsonString());
    }

    [Theory]
    [InlineData("task/fetch", """{"context":{"theme":"dark"}}""", 200, """{"task":{"type":"message","value":"dark"}}""")]
    [InlineData("task/submit", """{"data":{"a":"1"}}""", 200, "null")]
    [InlineData("task/submit", "5", 400, "null")]
    [InlineData("signin/verifyState", "{}", 501, "null")]
    [InlineData("application/search", """{"queryText":"a"}""", 501, "null")]
    [InlineData("someday/new", "{}", 501, "null")]
    public async Task Other_invokes_are_answered_or_declined(string name, string value, int status, string body)
    {
        var answer = await InvokeAsync(new CardHandler(), name, value);

        Assert.Equal(status, answer?.Status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), answer?.Body is { } given ? BotJson.ToNode(given) : null));
    }

    [Theory]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","membersAdded":[{"id":"bot","name":"Bot"}]}""", "Bot")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","membersAdded":[{"id":"x","name":"Awa","email":"a@x"}]}""", "Awa")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","membersRemoved":[{"id":"x","aadObjectId":"o"}]}""", "removed o")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"channelCreated","channel":{"name":"c"},"team":{"name":"t"}}}""", "channel c in t")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"teamRenamed","team":{"name":"t"}}}""", "renamed t")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":{"eventType":"someday"}}""", "")]
    [InlineData("""{"type":"conversationUpdate","channelId":"msteams","channelData":"odd"}""", "")]
    [InlineData("""{"type":"messageUpdate","channelId":"msteams","channelData":{"eventType":"editMessage"}}""", "edited")]
    [InlineData("""{"type":"messageUpdate","channelId":"msteams","channelData":{"eventType":"undeleteMessage"}}""", "undeleted")]
    [InlineData("""{"type":"messageDelete","channelId":"msteams","channelData":{"eventType":"softDeleteMessage"}}""", "deleted")]
    [InlineData("""{"type":"messageUpdate","channelId":"other","channelData":{"eventType":"editMessage"}}""", "")]
    public async Task What_happens_in_a_team_comes_to_its_method(string activity, string called)
    {
        var bot = new TeamHandler();

        await new TestAdapter().ProcessActivityAsync(Read(activity), bot.OnTurnAsync, Now);

        Assert.Equal(called, string.Join("|", bot.Called));
    }

    [Fact]
    public async Task A_bot_may_answer_an_invoke_by_sending_the_answer()
    {
        var adapter = new TestAdapter();

        await adapter.ProcessActivityAsync(
            Read("""{"type":"invoke","name":"adaptiveCard/action"}"""),
            async (turn, cancellation) =>
            {
                await turn.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = 202 } }, cancellation);
                await ((IBot)new CardHandler()).OnTurnAsync(turn, cancellation);
            },
            Now);

        Assert.Equal(202, ((adapter.GetNextReply() as Activity)?.Value as InvokeResponse)?.Status);
        Assert.Null(adapter.GetNextReply());
    }

    private static async Task<InvokeResponse?> InvokeAsync(IBot bot, string name, string value) => await new TestAdapter().ProcessActivityAsync(
        new System.Security.Claims.ClaimsIdentity(),
        Read($$"""{"type":"invoke","name":"{{name}}","channelId":"msteams","value":{{value}}}"""),
        bot.OnTurnAsync,
        Now);

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, BotJson.Activity)!;
}
