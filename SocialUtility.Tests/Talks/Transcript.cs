using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SocialUtility.Bot.Conversation;
using SocialUtility.Domain.Associations;

namespace SocialUtility.Tests.Talks;

/// <summary>A conversation written as a person would tell it, in <c>Talks/Transcripts</c>; how to write one stands in its README.</summary>
internal sealed partial record Transcript(string Name, IReadOnlyList<string> Decks, DateTimeOffset Now, string? House, string? Present, string? Voices, bool Reminds, IReadOnlyList<(int Number, string Text)> Lines)
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Talks", "Transcripts");

    public static Transcript Read(string name)
    {
        List<string> decks = [];
        var now = Talks.House.Monday;
        string? house = null;
        string? present = null;
        string? voices = null;
        var reminds = false;
        List<(int, string)> lines = [];
        foreach (var (index, line) in File.ReadLines(Path.Combine(Folder, name + ".talk")).Index())
        {
            switch (line.Split(':', 2, StringSplitOptions.TrimEntries))
            {
                case ["deck", var deck] when lines.Count == 0:
                    decks.AddRange(deck.Split(' ', StringSplitOptions.RemoveEmptyEntries));
                    break;
                case ["day", var day] when lines.Count == 0:
                    now = new(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new(9, 30), TimeSpan.Zero);
                    break;
                case ["house", var said] when lines.Count == 0:
                    house = said;
                    break;
                case ["present", var names] when lines.Count == 0:
                    present = names;
                    break;
                case ["voices", var heard] when lines.Count == 0:
                    voices = heard;
                    break;
                case ["reminders", "on"] when lines.Count == 0:
                    reminds = true;
                    break;
                case not [""] when !line.StartsWith('#'):
                    lines.Add((index + 1, line));
                    break;
            }
        }

        return new(name, decks, now, house, present, voices, reminds, lines);
    }

    /// <summary>Plays it to its end; all that the bot said.</summary>
    public async Task<IReadOnlyList<BotSaid>> PlayAsync(Way way)
    {
        await using var house = await Talks.House.OpenAsync(way, Now);
        if (House?.Split(';', StringSplitOptions.TrimEntries) is [var association, .. var people])
        {
            (string, Role)[] members = [.. people.Select(person => person.Split(' ') is [var who, var role] ? (who, Enum.Parse<Role>(role, ignoreCase: true)) : throw new FormatException(person))];
            await (association == "example" ? house.SettleExampleAsync(members) : house.SettleAsync(association, members));
        }

        house.Way.Present.AddRange(Present?.Split(';', StringSplitOptions.TrimEntries) ?? []);
        await house.HearVoicesAsync(Voices?.Split(';', StringSplitOptions.TrimEntries) ?? []);
        Play play = new(house, this);
        try
        {
            foreach (var (number, line) in Lines)
            {
                await play.FollowAsync(number, line);
            }

            play.End();
            // Words offered to be tapped are words that are understood.
            Assert.All(house.Way.Said.All.SelectMany(said => said.Taps), tap => Assert.True(Vocabulary.Command(tap) is not null || char.IsAsciiDigit(tap[0]), $"({tap}) is offered and means nothing."));
            return house.Way.Said.All;
        }
        finally
        {
            TestContext.Current.TestOutputHelper?.WriteLine(play.SoFar);
        }
    }

    [GeneratedRegex(@"^\[(?<what>carte|à la place|privé)\s*:\s*(?<heading>.*)\]$")]
    private static partial Regex Card { get; }

    [GeneratedRegex(@"^\[bouton\s*:\s*(?<title>[^{\]]+?)\s*(?:\{(?<fields>.*)\})?\s*\]$")]
    private static partial Regex Button { get; }

    [GeneratedRegex("(?:\"(?<name>[^\"]+)\"|(?<name>[\\w-]+))\\s*:\\s*\"(?<value>[^\"]*)\"")]
    private static partial Regex Field { get; }

    [GeneratedRegex(@"^\+ (?<count>\d+) (?<unit>minutes|hours|days)$")]
    private static partial Regex Later { get; }

    /// <summary>One playing: what was said and not yet told, and all that happened so far.</summary>
    private sealed class Play(House house, Transcript transcript)
    {
        private const string ByTheLink = "comes in by the link of ";

        private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

        private readonly StringBuilder soFar = new();
        private Somebody? speaker;
        private BotSaid? last;
        private int end;
        private int told;
        private int number;

        public string SoFar => soFar.ToString();

        public async Task FollowAsync(int line, string text)
        {
            number = line;
            if (text[0] is '>' or '(' or '!' or '@' or '+' || text.StartsWith("[bouton", StringComparison.Ordinal))
            {
                last = null;
            }

            switch (text[0])
            {
                case '@':
                    End();
                    Speak(text[1..].Trim());
                    return;
                case '+' when Later.Match(text) is { Success: true } later:
                    End();
                    var count = double.Parse(later.Groups["count"].Value, CultureInfo.InvariantCulture);
                    await PassAsync(later.Groups["unit"].Value switch { "minutes" => TimeSpan.FromMinutes(count), "hours" => TimeSpan.FromHours(count), _ => TimeSpan.FromDays(count) });
                    soFar.AppendLine(text);
                    Show();
                    return;
                case '!':
                    End();
                    soFar.AppendLine(text);
                    await (text[1..].Trim() switch
                    {
                        "installed" => speaker!.InstallAsync(),
                        "uninstalled" => speaker!.UninstallAsync(),
                        "double click" => (Task)speaker!.SubmitAsync(pressed.Sent, pressed.Card),
                        "restarted" => house.Way.RestartAsync(),
                        var comes when comes.StartsWith(ByTheLink, StringComparison.Ordinal) => speaker!.ComeInAsync(house.Somebody(comes[ByTheLink.Length..])),
                        var other => throw new FormatException($"Line {line}: nothing is known to happen as {other}."),
                    });
                    Show();
                    return;
                case '>':
                    End();
                    soFar.AppendLine(text);
                    await speaker!.SayAsync(text[1..].Trim().Replace("⏎", "\n", StringComparison.Ordinal));
                    Show();
                    return;
                case '(':
                    End();
                    await TapAsync(text.Trim('(', ')', ' '));
                    Show();
                    return;
                case '[' when Button.Match(text) is { Success: true } button:
                    End();
                    await PressAsync(button);
                    Show();
                    return;
            }

            Expect(text);
        }

        /// <summary>All that was said is told.</summary>
        public void End()
        {
            if (told < house.Way.Said.All.Count)
            {
                Fail("the transcript tells nothing of", house.Way.Said.All[told]);
            }
        }

        private (string Card, System.Text.Json.Nodes.JsonObject Sent) pressed;

        private void Speak(string who)
        {
            soFar.AppendLine(CultureInfo.InvariantCulture, $"@ {who}");
            var parts = who.Split(',', StringSplitOptions.TrimEntries);
            speaker = house.Somebody(parts[0]);
            speaker.Place = Somewhere.Alone;
            foreach (var part in parts[1..])
            {
                switch (part)
                {
                    case "in the group":
                        speaker.Place = Somewhere.Group;
                        break;
                    case "in the channel":
                        speaker.Place = Somewhere.Channel;
                        break;
                    default:
                        speaker.Locale = part;
                        break;
                }
            }
        }

        /// <summary>Time goes by; where there are reminders, it is looked each half hour who is due.</summary>
        private async Task PassAsync(TimeSpan time)
        {
            var each = transcript.Reminds && time > HalfAnHour ? HalfAnHour : time;
            for (var passed = TimeSpan.Zero; passed < time; passed += each)
            {
                house.Clock.Advance(each);
                if (transcript.Reminds)
                {
                    await house.Way.RemindAsync(TestContext.Current.CancellationToken);
                }
            }
        }

        private async Task TapAsync(string word)
        {
            soFar.AppendLine(CultureInfo.InvariantCulture, $"({word})");
            var offered = speaker!.Screen.LastOrDefault(said => said.Taps.Count > 0)?.Taps ?? [];
            await speaker.SayAsync(offered.FirstOrDefault(tap => TranscriptText.Folded(tap) == TranscriptText.Folded(word)) ?? throw Wrong($"nothing offers ({word})"));
        }

        private async Task PressAsync(Match button)
        {
            soFar.AppendLine(button.Value);
            var fields = Field.Matches(button.Groups["fields"].Value).ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value.Replace("\\n", "\n", StringComparison.Ordinal));
            try
            {
                pressed = speaker!.Find(button.Groups["title"].Value, fields);
            }
            catch (InvalidOperationException exception)
            {
                throw Wrong(exception.Message);
            }

            await speaker.SubmitAsync(pressed.Sent, pressed.Card);
        }

        private void Expect(string text)
        {
            if (text is "< …")
            {
                told = house.Way.Said.All.Count;
                return;
            }

            if (text[0] == '|')
            {
                Look(text);
                return;
            }

            if (text.StartsWith('<') && last?.Text is { } same && TranscriptText.Says(same, text.TrimStart('<', ' '), end, out var further))
            {
                // Two sentences of one message.
                end = further;
                return;
            }

            if (told == house.Way.Said.All.Count)
            {
                throw Wrong($"the bot has nothing more to say, and not: {text}");
            }

            (last, end) = (house.Way.Said.All[told++], 0);
            var alone = last.Conversation == speaker!.Conversation;
            var fits = (text, Card.Match(text)) switch
            {
                (_, { Success: true } card) => last.Card is { } shown
                    && card.Groups["what"].Value == (!alone ? "privé" : last.Instead ? "à la place" : "carte")
                    && TranscriptText.Says(shown.Heading, card.Groups["heading"].Value),
                (['<', '<', .. var privately], _) => !alone && last.Text is { } said && TranscriptText.Says(said, privately, 0, out end),
                (['<', .. var openly], _) => alone && last.Text is { } said && TranscriptText.Says(said, openly, 0, out end),
                _ => throw new FormatException($"{transcript.Name}, line {number}: {text}"),
            };
            if (!fits)
            {
                Fail($"expected was: {text}\n    said was", last);
            }
        }

        /// <summary>« | text »: the card says it; « |- text »: it does not; « |? button »: it has it; « |! button »: it has it not.</summary>
        private void Look(string text)
        {
            var card = last?.Card ?? throw Wrong("the last thing said is no card");
            var all = string.Join('\n', card.Lines);
            var (holds, what) = (text.Length > 1 ? text[1] : ' ') switch
            {
                '-' => (!TranscriptText.Says(all, text[2..].Trim()), "the card says it"),
                '?' => (card.Buttons.Any(button => TranscriptText.Says(button, text[2..].Trim())), "the card has no such button"),
                '!' => (card.Buttons.All(button => !TranscriptText.Says(button, text[2..].Trim())), "the card has that button"),
                _ => (TranscriptText.Says(all, text[1..].Trim()), "the card does not say it"),
            };
            if (!holds)
            {
                throw Wrong($"{what}: {text}");
            }
        }

        private void Show()
        {
            foreach (var said in house.Way.Said.All.Skip(told))
            {
                soFar.AppendLine(Told(said));
            }
        }

        private string Told(BotSaid said)
        {
            var alone = said.Conversation == speaker!.Conversation;
            return said.Card is { } card
                ? $"[{(!alone ? "privé" : said.Instead ? "à la place" : "carte")}: {card.Heading}]\n" + string.Join('\n', card.Lines.Select(line => $"| {line.ReplaceLineEndings(" ⏎ ")}").Concat(card.Buttons.Select(button => $"|? {button}")))
                : $"{(alone ? "<" : "<<")} {said.Text?.ReplaceLineEndings(" ")}{(said.Taps.Count > 0 ? $"   [{string.Join(" · ", said.Taps)}]" : "")}";
        }

        private void Fail(string why, BotSaid said) => throw Wrong($"{why}: {Told(said)}");

        private Xunit.Sdk.XunitException Wrong(string why) => new($"{transcript.Name}, line {number}: {why}\n\nThe whole conversation:\n{soFar}");
    }
}
