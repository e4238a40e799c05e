using System.Globalization;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.QuickLines;

namespace SocialUtility.Tests.QuickLines;

/// <summary>One line of <c>corpus.txt</c>: who writes what, and its right reading.</summary>
internal sealed record CorpusLine(int Number, string Written, string Right, QuickSetting Setting);

/// <summary>
/// Lines as people type them on a phone, with their right reading beside: read from <c>corpus.txt</c>, which says how it is written.
/// </summary>
internal static class Corpus
{
    public static IReadOnlyList<CorpusLine> Read()
    {
        List<CorpusLine> lines = [];
        var known = new Dictionary<string, (Association Association, List<Entry> Entries)>();
        (string Name, Language Language, DateOnly Day, HashSet<(string, string)> Noted, string? Asked) speaker = ("", Language.French, default, [], null);
        QuickSetting? setting = null;
        var number = 0;
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "QuickLines", "corpus.txt")))
        {
            number++;
            if (line.Trim().Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                var fields = line[3..].Split('|', StringSplitOptions.TrimEntries);
                Association association = new() { Id = Id<Association>.Parse(fields[0]), Name = fields[1], Since = Since, YearStartsIn = fields.Length > 2 ? int.Parse(fields[2], CultureInfo.InvariantCulture) : 1 };
                Objective objective = An.Objective with { Id = Id<Objective>.Parse("o1") };
                known[fields[0]] = (association, [association, objective]);
                speaker = (fields[0], Language.French, default, [], null);
            }
            else if (line.StartsWith("* ", StringComparison.Ordinal))
            {
                known[speaker.Name].Entries.AddRange(Defined(line[2..], known[speaker.Name].Entries));
            }
            else if (line.StartsWith("@ ", StringComparison.Ordinal))
            {
                var fields = line[2..].Split('|', StringSplitOptions.TrimEntries);
                speaker = (
                    fields[0],
                    fields[1] == "en" ? Language.English : Language.French,
                    DateOnly.ParseExact(fields[2], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    [.. fields.Skip(3).Where(field => field.StartsWith("noted ", StringComparison.Ordinal)).SelectMany(field => field[6..].Split(' ')).Select(one => (one.Split('/')[0], one.Split('/')[1]))],
                    fields.Skip(3).FirstOrDefault(field => field.StartsWith("asked ", StringComparison.Ordinal))?[6..]);
                setting = SettingOf(known[speaker.Name], speaker);
            }
            else
            {
                var parts = line.Split(" ⇒ ");
                lines.Add(new(number, parts[0].Trim().Replace("⏎", "\n", StringComparison.Ordinal), parts.Length > 1 ? parts[1].Trim() : "", setting!));
            }
        }

        return lines;
    }

    /// <summary>A reading as the corpus writes it.</summary>
    public static string Told(QuickMessage message) => !message.LooksLikeOne ? "nothing" : string.Join(" + ", message.Lines.Select(Told)) + (message.Beyond > 0 ? $" + {message.Beyond} more" : "");

    public static string Told(LineReading reading) => reading switch
    {
        LineReading.Understood one => Told(one.Value) + (one.Value.PeriodSaid ? "" : " usual"),
        LineReading.Ambiguous one => $"?{one.Doubt.ToString().ToLowerInvariant()} {string.Join(" | ", one.Choices.Select(Told))}",
        LineReading.Unknown one => $"unknown {one.Why}",
        LineReading.Refused one => $"refused {one.For}",
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };

    private static string Told(LineValue value)
    {
        var share = value.Figure is { Numerator: { } part, Denominator: { } whole } ? string.Create(CultureInfo.InvariantCulture, $"={part:0.###}/{whole:0.###}") : "";
        var certainty = value.Figure.Certainty switch { Certainty.Estimated => "~", Certainty.ByEye => "≈", Certainty.Counted => "!", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"{value.Indicator.Id} {value.Period} {certainty}{value.Figure.Amount:0.###}{share}") + (value.Context is { } context ? $" ({context})" : "");
    }

    private static readonly DateTimeOffset Since = new(2024, 1, 10, 9, 0, 0, TimeSpan.Zero);

    /// <summary><c>code | name | unit | kind | rhythm | catalogue code, action=…, criterion=…, linked=…, hours=…</c></summary>
    private static List<Entry> Defined(string line, List<Entry> before)
    {
        var fields = line.Split('|', StringSplitOptions.TrimEntries);
        var more = fields.Length > 5 ? fields[5].Split(',', StringSplitOptions.TrimEntries) : [];
        string? Of(string name) => more.FirstOrDefault(one => one.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        var count = before.OfType<Indicator>().Count();
        var objective = before.OfType<Objective>().First();
        Criterion criterion = An.Criterion with { Id = Id<Criterion>.Parse($"c{count}"), Number = count + 1, Name = Of("criterion") ?? "On y tient", Links = Of("linked") is null ? [] : [new(objective.Id, null)] };
        List<Entry> made = [criterion];
        Id<SocialAction>? action = null;
        if ((Of("action") ?? Of("linked")) is { } name)
        {
            var counted = before.OfType<SocialAction>().FirstOrDefault(one => one.Name == name) ?? An.Action with { Id = Id<SocialAction>.Parse($"a{count}"), Name = name, Links = Of("linked") is null ? [] : [new(objective.Id, null)] };
            action = Of("action") is null ? null : counted.Id;
            made.Add(counted);
        }

        made.Add(new Indicator
        {
            Id = Id<Indicator>.Parse(fields[0]),
            Number = count + 1,
            Criterion = criterion.Id,
            Name = fields[1],
            Unit = fields[2],
            Kind = Enum.Parse<Kind>(fields[3], ignoreCase: true),
            Frequency = Enum.Parse<Frequency>(fields[4], ignoreCase: true),
            Catalogue = more.FirstOrDefault(one => one.Length > 0 && !one.Contains('=', StringComparison.Ordinal)),
            HoursPerDay = Of("hours") is { } hours ? decimal.Parse(hours, CultureInfo.InvariantCulture) : null,
            Actions = action is { } id ? [id] : [],
            Author = An.Coordinator,
            Since = Since,
        });
        return made;
    }

    private static QuickSetting SettingOf((Association Association, List<Entry> Entries) house, (string Name, Language Language, DateOnly Day, HashSet<(string, string)> Noted, string? Asked) speaker)
    {
        var dossier = house.Entries.Aggregate(Dossier.New(house.Association), (file, entry) => file.With(entry));
        var asked = speaker.Asked?.Split(' ');
        return new()
        {
            Dossier = dossier,
            Language = speaker.Language,
            Today = speaker.Day,
            IsNoted = (indicator, period) => speaker.Noted.Contains((indicator.Id.ToString(), period.ToString())),
            Asked = asked is null ? null : (dossier.Indicators.First(indicator => indicator.Id.ToString() == asked[0]), An.Period(asked[1])),
        };
    }
}
