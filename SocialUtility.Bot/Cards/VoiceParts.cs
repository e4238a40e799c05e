using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>How what somebody said looks on every card that shows it.</summary>
internal static class VoiceParts
{
    /// <summary>The association, and the page where there are several.</summary>
    public static string Where(Session session, int page, int pages) =>
        pages == 1 ? Plain(session.Association.Name) : session.Words.Say("list.page", Plain(session.Association.Name), page + 1, pages);

    /// <summary>The words in guillemets, a small line over them.</summary>
    public static AdaptiveContainer Line(Words words, Voice voice, string about)
    {
        var line = Group(Text(Voice(words, PageCut.Glimpse(voice.Text)), AdaptiveSpacing.None));
        if (about.Length > 0)
        {
            line.Items.Insert(0, Detail(about, AdaptiveSpacing.None));
        }

        return line;
    }

    /// <summary>What was asked, whether somebody else wrote it down, and the name where one wishes to be quoted.</summary>
    public static string About(Words words, Voice voice)
    {
        List<string> about = [words["voice.question." + voice.Question]];
        about.AddRange(Signed(words, voice));
        return string.Join(" · ", about);
    }

    public static IEnumerable<string> Signed(Words words, Voice voice)
    {
        if (voice.Reported)
        {
            yield return words["voice.reported"];
        }

        if (voice.QuotedAs is { } name)
        {
            yield return Plain(PageCut.Glimpse(name, 60));
        }
    }

    /// <summary>One of the page's voices, then what to do with it.</summary>
    public static AdaptiveShowCardAction Choosing(Words words, IReadOnlyList<Voice> shown, params IEnumerable<AdaptiveAction> actions)
    {
        var choice = Choices("parole", words["voice.which"], shown.Select(voice => (voice.Id.ToString(), Plain(PageCut.Glimpse(voice.Text.ReplaceLineEndings(" "), 48)))));
        (choice.IsRequired, choice.ErrorMessage, choice.Style) = (true, words["slip.no-choice"], AdaptiveChoiceInputStyle.Compact);
        AdaptiveCard inner = new(new AdaptiveSchemaVersion(1, 5)) { Body = [choice] };
        inner.Actions.AddRange(actions);
        return new() { Title = words["button.choose"], Card = inner };
    }
}
