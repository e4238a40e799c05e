using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// « paroles »: what was said, by kind of stakeholder and never by name, a page at a time; who was heard and who was not stands
/// above it. Whom it could give away is read together with others (domain.md 7.3, G9).
/// </summary>
public static class VoicesCard
{
    public static AdaptiveCard For(Session session, VoiceBook book, int page)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        var tends = session.May(Act.TendVoices);
        var groups = tends ? VoiceGroup.Each(book.Standing) : VoiceGroup.Covered(book.Standing);
        var lines = groups.SelectMany(group => group.Voices.Select(voice => (Group: group, Voice: voice))).ToList();
        var (shown, at, pages) = PageCut.Of(lines, line => line.Voice.Text, page);
        List<AdaptiveElement> body =
        [
            Context(VoiceParts.Where(session, at, pages)),
            Heading(words.Count("voices", book.Standing.Count)),
        ];
        if (at == 0)
        {
            body.AddRange(Summary(session, book));
        }

        VoiceGroup? before = null;
        foreach (var (group, voice) in shown)
        {
            if (group != before)
            {
                body.Add(SecondHeading(Named(words, group, tends)));
                before = group;
            }

            body.Add(VoiceParts.Line(words, voice, VoiceParts.About(words, voice)));
        }

        if (lines.Count == 0)
        {
            body.Add(Text(words["voices.few"]));
        }

        return Card(words, $"{words.Count("voices", book.Standing.Count)}. {Spoken(words, book, tends)}", body, Buttons(session, mark, [.. shown.Select(line => line.Voice)], at, pages));
    }

    /// <summary>« Entendus : … Pas encore entendus : … », as it stands beside whatever is concluded from the words.</summary>
    public static string? HeardAndNot(Words words, Hearing hearing)
    {
        if (hearing.SaysNothing)
        {
            return null;
        }

        List<string> heard = [.. hearing.Heard.Select(kind => words["voice.kind." + kind]), .. hearing.AlsoHeard.Select(Plain)];
        var said = heard.Count > 0 ? words.Opening(string.Join(", ", heard)) + "." : "";
        return NotHeard(words, hearing) is { } not ? $"{said} **{words.Say("profile.not-heard", not)}**".TrimStart() : said;
    }

    /// <summary>The groups that were not heard, as a list; null for none.</summary>
    public static string? NotHeard(Words words, Hearing hearing)
    {
        List<string> not = [.. hearing.NotHeard.Select(kind => words["voice.kind." + kind]), .. hearing.AlsoNotHeard.Select(Plain)];
        return not.Count > 0 ? words.List(not) : null;
    }

    private static IEnumerable<AdaptiveElement> Summary(Session session, VoiceBook book)
    {
        var words = session.Words;
        yield return Detail(Spoken(words, book, session.May(Act.TendVoices)), AdaptiveSpacing.None);
        var week = book.Standing.Count(voice => voice.Day > session.Today.AddDays(-7));
        if (week > 0)
        {
            yield return Detail(words.Count("voices.week", week), AdaptiveSpacing.None);
        }

        if (HeardAndNot(words, Hearing.Of(session.Dossier.Statement, book.Standing)) is { } heard)
        {
            yield return Grey(Bold(words["profile.heard"]), Text(heard, AdaptiveSpacing.Small));
        }
    }

    /// <summary>How many people; fewer than five are not counted out before others.</summary>
    private static string Spoken(Words words, VoiceBook book, bool tends) =>
        tends || book.Speakers is 0 or >= VoiceGroup.Enough ? words.Count("voices.people", book.Speakers) : words["voices.people.few"];

    private static string Named(Words words, VoiceGroup group, bool tends) => group.Kinds is [var kind]
        ? words.Opening(tends ? words.Say("voices.group", words["voice.kind." + kind], group.Voices.Count) : words["voice.kind." + kind])
        : words["voices.together"];

    private static IEnumerable<AdaptiveAction> Buttons(Session session, CardMark mark, IReadOnlyList<Voice> shown, int at, int pages)
    {
        var words = session.Words;
        yield return Tap(words["button.speak"], "voice.begin", mark).First();
        if (at + 1 < pages)
        {
            yield return Tap(words["button.more"], "voices.list", mark, ("page", at + 1));
        }

        if (session.May(Act.ReportVoice))
        {
            yield return Tap(words["button.report"], "reported-voice.begin", mark);
            yield return Tap(words["button.sheet"], "sheet.show", mark);
        }

        var tends = session.May(Act.TendVoices);
        if (shown.Count > 0 && (tends || shown.Any(voice => PageCut.IsCut(voice.Text))))
        {
            List<AdaptiveAction> inner = [Send(words["button.read-whole"], "voice.read", mark).First()];
            if (tends)
            {
                inner.Add(Send(words["button.withdraw"], "voice.withdraw", mark));
            }

            yield return VoiceParts.Choosing(words, shown, inner);
        }
    }
}
