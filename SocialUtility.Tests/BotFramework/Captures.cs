namespace SocialUtility.Tests.BotFramework;

/// <summary>What Teams sends, with invented people.</summary>
internal static class Captures
{
    public const string PersonalMessage = """
        {"type":"message","id":"1776825925953","timestamp":"2026-04-22T02:45:26.0070993+00:00","localTimestamp":"2026-04-22T04:45:26.0070993+02:00","localTimezone":"Europe/Paris",
         "serviceUrl":"https://smba.trafficmanager.net/emea/tenant-1/","channelId":"msteams","text":"bonjour","textFormat":"plain","locale":"fr-FR",
         "from":{"id":"29:1cg","name":"Awa","aadObjectId":"00000000-0000-0000-0000-0000000000aa","userRole":"user"},"recipient":{"id":"28:app","name":"my-bot"},
         "conversation":{"conversationType":"personal","tenantId":"tenant-1","id":"a:1xHcd","someday":{"new":[1,2]}},
         "entities":[{"type":"clientInfo","locale":"fr-FR","country":"FR","platform":"Web","timezone":"Europe/Paris"}],
         "channelData":{"tenant":{"id":"tenant-1"},"unknown":true},
         "attachments":[{"contentType":"text/html","content":"<div>bonjour</div>","extra":1}],
         "unheardOf":{"deep":{"er":["x",null,1.5]}}}
        """;

    public const string ChannelInstall = """
        {"type":"installationUpdate","id":"f:816e","action":"add","locale":"fr-FR","entities":[{"type":"clientInfo","locale":"fr-FR"}],
         "conversation":{"isGroup":true,"conversationType":"channel","tenantId":"tenant-1","id":"19:c@thread.tacv2"},
         "channelData":{"settings":{"selectedChannel":{"id":"19:c"}},"channel":{"id":"19:c"},"team":{"aadGroupId":"g","name":"T","id":"19:t"},"tenant":{"id":"tenant-1"},"source":{"name":"message"}},
         "from":{"id":"29:1cg","aadObjectId":"00000000-0000-0000-0000-0000000000aa"},"recipient":{"id":"28:app"},"serviceUrl":"https://smba.trafficmanager.net/emea/tenant-1/","channelId":"msteams"}
        """;

    public const string ChannelMessage = """
        {"type":"message","id":"17","serviceUrl":"https://smba.trafficmanager.net/emea/tenant-1/","channelId":"msteams","text":"<at>my bot</at> aide <at>Awa</at>\n",
         "from":{"id":"29:2"},"recipient":{"id":"28:app","name":"my-bot"},"conversation":{"isGroup":true,"conversationType":"channel","id":"19:c@thread.tacv2;messageid=12"},
         "entities":[{"type":"mention","mentioned":{"id":"28:app","name":"my-bot"},"text":"<at>my bot</at>"},{"type":"mention","mentioned":{"id":"29:1cg","name":"Awa"},"text":"<at>Awa</at>"}],
         "channelData":{"teamsChannelId":"19:c","teamsTeamId":"19:t","channel":{"id":"19:c"},"team":{"id":"19:t"},"tenant":{"id":"tenant-1"}}}
        """;

    public const string CardAction = """
        {"type":"invoke","name":"adaptiveCard/action","id":"f:1","replyToId":"17","serviceUrl":"https://smba.trafficmanager.net/emea/tenant-1/","channelId":"msteams",
         "from":{"id":"29:2"},"recipient":{"id":"28:app"},"conversation":{"id":"a:1"},
         "value":{"action":{"type":"Action.Execute","id":"e","verb":"save","title":"OK","data":{"n":"12"}},"trigger":"manual"}}
        """;

    public static TheoryData<string> All() => [PersonalMessage, ChannelInstall, ChannelMessage, CardAction];
}
