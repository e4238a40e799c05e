using AdaptiveCards;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Voices;
using static SocialUtility.Bot.Cards.CardParts;

namespace SocialUtility.Bot.Cards;

/// <summary>
/// Ten lines to type paper sheets into: whose words, to which question, the words. What could not be kept comes back as it was
/// typed, each line with its reason.
/// </summary>
public static class SheetGridCard
{
    /// <summary>What people wrote, in bytes, that one card gives back beside its fields.</summary>
    private const int Most = 5_000;

    /// <summary>An empty grid.</summary>
    public static AdaptiveCard Empty(Session session) =>
        For(session, [.. Enumerable.Repeat(new SheetLine(null, null, ""), SheetLine.MostLines)], session.Words["sheet.grid.how"]);

    /// <summary>The lines that were not kept, on as many cards as they need.</summary>
    public static IEnumerable<AdaptiveCard> Again(Session session, IReadOnlyList<SheetLine> lines)
    {
        var left = lines.ToList();
        while (left.Count > 0)
        {
            var taken = 1;
            for (var weight = PageCut.Weight(left[0].Text); taken < left.Count && (weight += PageCut.Weight(left[taken].Text)) <= Most; taken++)
            {
            }

            yield return For(session, left[..taken], session.Words["sheet.grid.again"]);
            left.RemoveRange(0, taken);
        }
    }

    /// <summary>In the place of a grid that has been sent.</summary>
    public static AdaptiveCard Outcome(Session session, int kept, int left)
    {
        var words = session.Words;
        var said = words.Count("sheet.kept", kept);
        List<AdaptiveElement> body = [Context(words["sheet.grid.title"]), Bold(said, AdaptiveSpacing.None)];
        if (left > 0)
        {
            body.Add(Text(words.Count("sheet.left", left)));
        }

        body.Add(Detail(words["sheet.good-for"]));
        return Card(words, said, body);
    }

    /// <summary>What the client sent of line <paramref name="number"/>.</summary>
    public static SheetLine Read(Submission submission, int number) => new(
        Enum.TryParse<Stakeholder>(submission[$"qui{number}"], out var kind) && Enum.IsDefined(kind) ? kind : null,
        submission[$"question{number}"],
        submission[$"mots{number}"],
        submission[$"garder{number}"] == "true");

    private static AdaptiveCard For(Session session, IReadOnlyList<SheetLine> lines, string how)
    {
        var words = session.Words;
        var mark = CardMark.Of(1);
        List<AdaptiveElement> body = [Context(Plain(session.Association.Name)), Heading(words["sheet.grid.title"]), Text(how), Detail(words["sheet.grid.no-name"], AdaptiveSpacing.None)];
        body.AddRange(lines.Select((line, index) => Row(session, line, index + 1)));
        return Card(words, words["sheet.grid.fallback"], body, Send(words["button.keep-lines"], "sheet.keep", mark).First());
    }

    private static AdaptiveContainer Row(Session session, SheetLine line, int number)
    {
        var words = session.Words;
        var row = Group();
        if (!line.IsEmpty && line.Fault is { } fault)
        {
            row.Items.Add(Bold(words["sheet.fault." + fault], AdaptiveSpacing.None));
        }

        var text = Input($"mots{number}", words.Say("sheet.words", number), Math.Max(SheetLine.Longest, line.Text.Length));
        (text.IsMultiline, text.Value) = (true, line.Text.Length > 0 ? line.Text : null);
        var who = Choices($"qui{number}", words["sheet.who"], Enum.GetValues<Stakeholder>().Select(kind => (kind.ToString(), words["voice.kind." + kind])));
        (who.Style, who.Value) = (AdaptiveChoiceInputStyle.Compact, line.Kind?.ToString());
        var question = Choices($"question{number}", words["sheet.question"], VoiceQuestions.All.Select(one => (one.Id, words["voice.question." + one.Id])));
        (question.Style, question.Value) = (AdaptiveChoiceInputStyle.Compact, line.Question);
        row.Items.AddRange([text, who, question]);
        if (!line.IsEmpty && line.Fault == SheetFault.LooksPersonal)
        {
            row.Items.Add(new AdaptiveToggleInput { Id = $"garder{number}", Label = words["question.label.choice"], Title = words["button.keep-whole"], Wrap = true, ValueOn = "true", ValueOff = "false" });
        }

        return row;
    }
}
