using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Bot.Reminders;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Reminders;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>« rappels aperçu »: who will be reminded of what, and when, if nobody answers; and who cannot be.</summary>
public static class ReminderPreviewCard
{
    /// <summary>So far ahead it is said.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(60);

    public static AdaptiveCard For(Session session, ReminderFile file, int page)
    {
        var words = session.Words;
        List<(string Head, string Line)> lines =
        [
            .. file.Plan.Ahead(session.Now, session.Now + Ahead).Select(reminder => (
                words.Say("preview.head", words.Opening(ReminderSettingsCard.MomentOf(words, file, reminder)), NameOf(session, file, reminder.Person)),
                string.Join(' ', Lines(words, reminder)))),
            .. Unreached(file).Select(member => (words.Say("preview.unreached", member.Name ?? words["team.no-name"]), words[file.State.Book(member.Person).Off ? "preview.off" : "preview.no-way"])),
        ];
        var (shown, at, pages) = PageCut.Of(lines, line => line.Head + line.Line, page);
        List<AdaptiveElement> body =
        [
            Context(pages == 1 ? Plain(session.Association.Name) : words.Say("list.page", Plain(session.Association.Name), at + 1, pages)),
            Heading(words[lines.Count == 0 ? "preview.none" : "preview.heading"]),
            Detail(words["preview.explain"]),
            .. shown.Select(line => Group(Bold(Plain(line.Head)), Detail(Plain(PageCut.Glimpse(line.Line)), AdaptiveSpacing.None))),
        ];
        return Card(
            words,
            words.Say("preview.fallback", lines.Count == 0 ? words["preview.none"] : lines[0].Head),
            body,
            at + 1 < pages ? [Tap(words["button.more"], "reminder.preview", CardMark.Of(1), ("page", at + 1))] : []);
    }

    private static IEnumerable<string> Lines(Wording.Words words, Reminder reminder) =>
        reminder.Askings.Select(asking => words.Say("preview.asking", asking.Expected.Indicator.Name, words.Period(asking.Expected.Period), words[$"preview.step.{asking.Step}"]))
            .Concat(reminder.Deadlines.Select(deadline => words.Say($"deadline.{deadline.What}", words.Day(deadline.By))));

    /// <summary>Who keeps a figure and will not be asked.</summary>
    private static IEnumerable<Member> Unreached(ReminderFile file) => file.State.Members.Where(member =>
        file.State.Indicators.Any(indicator => indicator.Keeper?.Person == member.Person) && (!file.State.Reach(member.Person).CanBeReached || file.State.Book(member.Person).IsAway));

    private static string NameOf(Session session, ReminderFile file, Person person) =>
        file.State.Members.FirstOrDefault(member => member.Person == person)?.Name ?? session.Words["team.no-name"];
}
