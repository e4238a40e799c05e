using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace SocialUtility.Tests.BotFramework;

public sealed class ActivityTests
{
    [Fact]
    public void The_bots_own_mention_is_stripped_and_others_stay()
    {
        var message = Read(Captures.ChannelMessage);

        Assert.Equal("aide <at>Awa</at>", message.RemoveRecipientMention());
        Assert.Equal("aide <at>Awa</at>", message.Text);
        Assert.Equal(["my-bot", "Awa"], message.GetMentions().Select(m => m.Mentioned!.Name));
        Assert.True(message.MentionsRecipient());
        Assert.False(message.MentionsId("29:unknown"));
    }

    [Fact]
    public void A_mention_without_text_is_stripped_by_its_name()
    {
        var message = Read("""{"type":"message","text":"<at>Bot (dev)</at> hi","recipient":{"id":"b"},"entities":[{"type":"mention","mentioned":{"id":"b","name":"Bot (dev)"}}]}""");

        Assert.Equal("hi", message.RemoveRecipientMention());
    }

    [Fact]
    public void A_message_without_mentions_stays_as_it_is() => Assert.Equal(" hi ", Read("""{"type":"message","text":" hi ","recipient":{"id":"b"}}""").RemoveRecipientMention());

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/special", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void A_view_is_given_for_its_type_only(string? type, bool given) => Assert.Equal(given, new Activity { Type = type }.AsMessageActivity() is not null);

    [Fact]
    public void A_reply_turns_the_addresses_around()
    {
        var message = Read(Captures.PersonalMessage);

        var reply = message.CreateReply("ok");

        Assert.Equal(("message", "ok", "28:app", "29:1cg", "1776825925953", "a:1xHcd", "fr-FR"), (reply.Type, reply.Text, reply.From?.Id, reply.Recipient?.Id, reply.ReplyToId, reply.Conversation?.Id, reply.Locale));
    }

    [Fact]
    public void A_reference_leads_back_into_the_conversation()
    {
        var reference = Read(Captures.PersonalMessage).GetConversationReference();
        var later = reference.GetContinuationActivity();

        Assert.Equal(("event", "ContinueConversation", "a:1xHcd", "29:1cg", "28:app", "fr-FR"), (later.Type, later.Name, later.Conversation?.Id, later.From?.Id, later.Recipient?.Id, later.Locale));
        Assert.Same(reference, later.RelatesTo);

        var said = new Activity { Type = "message" }.ApplyConversationReference(reference);
        Assert.Equal(("28:app", "29:1cg", "1776825925953"), (said.From?.Id, said.Recipient?.Id, said.ReplyToId));
        var heard = new Activity { Type = "message" }.ApplyConversationReference(reference, true);
        Assert.Equal(("29:1cg", "28:app", "1776825925953"), (heard.From?.Id, heard.Recipient?.Id, heard.Id));
    }

    [Theory]
    [InlineData("webchat", null)]
    [InlineData("msteams", "5")]
    public void A_conversation_update_of_the_web_chat_cannot_be_replied_to(string channel, string? id) =>
        Assert.Equal(id, new Activity { Type = "conversationUpdate", Id = "5", ChannelId = channel }.GetConversationReference().ActivityId);

    [Fact]
    public void Channel_data_that_is_something_else_is_none() => Assert.False(Read("""{"channelData":"text"}""").TryGetChannelData<Microsoft.Bot.Schema.Teams.TeamsChannelData>(out _));

    [Fact]
    public void Messages_are_made_ready()
    {
        var card = MessageFactory.Attachment(new Attachment("c", content: 1));
        var choice = MessageFactory.SuggestedActions(["oui", "non"], "Alors ?");

        Assert.Equal(("message", "list", "acceptingInput"), (card.Type, card.AttachmentLayout, card.InputHint));
        Assert.Equal("carousel", MessageFactory.Carousel([new Attachment()]).AttachmentLayout);
        Assert.Equal([("imBack", "oui", "oui"), ("imBack", "non", "non")], choice.SuggestedActions!.Actions!.Select(a => (a.Type, a.Title, (string?)a.Value)));
    }

    private static Activity Read(string json) => JsonSerializer.Deserialize(json, BotJson.Activity)!;
}
