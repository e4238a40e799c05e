using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace SocialUtility.Tests.BotFramework;

public sealed class ActivityJsonTests
{
    [Theory]
    [MemberData(nameof(Captures.All), MemberType = typeof(Captures))]
    public void What_Teams_sends_is_written_back_as_it_came(string capture)
    {
        var activity = Read(capture);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(capture), Write(activity)), Write(activity).ToJsonString());
    }

    [Fact]
    public void Teams_facts_are_at_hand()
    {
        var activity = Read(Captures.PersonalMessage);

        Assert.Equal("a:1xHcd", activity.Conversation?.Id);
        Assert.Equal("00000000-0000-0000-0000-0000000000aa", activity.From?.AadObjectId);
        Assert.Equal("tenant-1", activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id);
        Assert.Equal(new DateTimeOffset(2026, 4, 22, 2, 45, 26, TimeSpan.Zero).AddTicks(70993), activity.Timestamp);
    }

    [Fact]
    public void A_value_is_read_through_its_text() =>
        Assert.Equal("""{"kind":"save","n":"12"}""", Read("""{"type":"message","value":{"kind":"save","n":"12"}}""").Value?.ToString());

    [Fact]
    public void Nothing_is_written_for_what_is_not_there() =>
        Assert.Equal("""{"type":"message","text":"é"}""", JsonSerializer.Serialize(new Activity { Type = "message", Text = "é" }, BotJson.Activity));

    [Fact]
    public void Values_of_any_type_are_written()
    {
        var node = Write(new Activity
        {
            Type = "message",
            Value = new Click("save", 3),
            ChannelData = JsonNode.Parse("""{"a":1}"""),
            Attachments = [new Attachment("x", content: JsonElement.Parse("""{"type":"AdaptiveCard"}""")), new Attachment("y", content: "text")],
        });

        Assert.Equal(
            """{"type":"message","attachments":[{"contentType":"x","content":{"type":"AdaptiveCard"}},{"contentType":"y","content":"text"}],"channelData":{"a":1},"value":{"Kind":"save","Count":3}}""",
            node.ToJsonString());
    }

    [Fact]
    public void A_mention_keeps_who_is_mentioned_and_its_text()
    {
        var entity = Write(new Activity { Entities = [new Mention(new ChannelAccount("29:1", "Awa"), "<at>Awa</at>")] })["entities"]![0]!;

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"type":"mention","mentioned":{"id":"29:1","name":"Awa"},"text":"<at>Awa</at>"}"""), entity), entity.ToJsonString());
    }

    [Fact]
    public void A_time_that_is_none_does_not_lose_the_message()
    {
        var activity = Read("""{"type":"message","text":"a","timestamp":"yesterday","localTimestamp":5,"expiration":"2026-04-22T02:45:26+0200"}""");

        Assert.Equal(("a", null, null), (activity.Text, activity.Timestamp, activity.LocalTimestamp));
        Assert.Equal(new DateTimeOffset(2026, 4, 22, 2, 45, 26, TimeSpan.FromHours(2)), activity.Expiration);
    }

    [Fact]
    public void A_dialog_window_answer_is_written_with_what_it_shows()
    {
        var answer = BotJson.ToText(new TaskModuleResponse
        {
            Task = new TaskModuleContinueResponse(new TaskModuleTaskInfo { Title = "Valeur", Height = "small" }),
        });

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{"task":{"type":"continue","value":{"title":"Valeur","height":"small"}}}"""), JsonNode.Parse(answer)), answer);
    }

    [Fact]
    public void An_entity_can_be_taken_as_another_and_compared()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("29:1"), "<at>A</at>"));

        Assert.Equal("29:1", entity.GetAs<Mention>()?.Mentioned?.Id);
        Assert.True(entity.Equals(Read("""{"entities":[{"type":"mention","text":"<at>A</at>","mentioned":{"id":"29:1"}}]}""").Entities![0]));
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, BotJson.Activity)!;

    private static JsonNode Write(Activity activity) => JsonSerializer.SerializeToNode(activity, BotJson.Activity)!;

    private sealed record Click(string Kind, int Count);
}
