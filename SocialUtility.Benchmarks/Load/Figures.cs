using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialUtility.Benchmarks.Load;

/// <summary>What a run says of one candidate: the middle of its rounds, and how far they lie apart.</summary>
internal sealed record Figures
{
    public required string Name { get; init; }

    public required int Turns { get; init; }

    public required Middle CpuMicroseconds { get; init; }

    /// <summary>Its CPU time a turn over that of the floor, round by round.</summary>
    public required Middle TimesTheFloor { get; init; }

    public required Middle TurnsASecond { get; init; }

    public required Middle P50 { get; init; }

    public required Middle P95 { get; init; }

    public required Middle P99 { get; init; }

    public required double PeakMegabytes { get; init; }

    public required double FirstAnswerMilliseconds { get; init; }

    public required double FirstAnswerCpuMilliseconds { get; init; }

    public double? MegabytesAfterTenThousandConversations { get; init; }

    public double? OfTheseItsOwn { get; init; }

    /// <summary>Values found in the store after its bot was killed; as many as there were turns.</summary>
    public int? ValuesStored { get; init; }

    public static Figures Of(Candidate candidate, Candidate floor) => new()
    {
        Name = candidate.Name,
        Turns = candidate.Turns,
        CpuMicroseconds = Middle.Of(candidate.Rounds.Select(round => round.CpuMicrosecondsATurn)),
        TimesTheFloor = Middle.Of(candidate.Rounds.Zip(floor.Rounds, (round, least) => round.CpuMicrosecondsATurn / least.CpuMicrosecondsATurn)),
        TurnsASecond = Middle.Of(candidate.Rounds.Select(round => round.TurnsASecond)),
        P50 = Middle.Of(candidate.Rounds.Select(round => round.WaitedMilliseconds(0.5))),
        P95 = Middle.Of(candidate.Rounds.Select(round => round.WaitedMilliseconds(0.95))),
        P99 = Middle.Of(candidate.Rounds.Select(round => round.WaitedMilliseconds(0.99))),
        PeakMegabytes = Math.Round(candidate.Server.PeakMegabytes, 1),
        FirstAnswerMilliseconds = Math.Round(candidate.FirstAnswer.TotalMilliseconds),
        FirstAnswerCpuMilliseconds = Math.Round(candidate.FirstAnswerCpu.TotalMilliseconds),
        OfTheseItsOwn = candidate.OwnMegabytes is { } own ? Math.Round(own, 1) : null,
        MegabytesAfterTenThousandConversations = candidate.Megabytes is { } megabytes ? Math.Round(megabytes, 1) : null,
    };
}

/// <summary>The median of some rounds, the least and the most.</summary>
internal sealed record Middle(double Median, double Least, double Most)
{
    public static Middle Of(IEnumerable<double> rounds)
    {
        double[] sorted = [.. rounds.Order()];
        var median = (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
        return new(Math.Round(median, 2), Math.Round(sorted[0], 2), Math.Round(sorted[^1], 2));
    }

    public string Write(string format = "0") => $"{Median.ToString(format, null)} ({Least.ToString(format, null)}–{Most.ToString(format, null)})";
}

/// <summary>A promise of the product and what this run found.</summary>
internal sealed record Aim(string What, double Most, double Found, string Unit)
{
    public bool Holds => Found <= Most;
}

/// <summary>One run, as it is printed and as it is kept.</summary>
internal sealed record Report(DateTimeOffset At, string Machine, int Rounds, int Together, IReadOnlyList<Figures> Figures, IReadOnlyList<Aim> Aims)
{
    public static string ThisMachine =>
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, {RuntimeInformation.OSDescription.Split(' ')[0]} {RuntimeInformation.ProcessArchitecture}, .NET {Environment.Version}";

    public string Table()
    {
        var table = new StringBuilder("""
            | | CPU µs a turn | times the floor | turns a second | p50 ms | p95 ms | p99 ms | peak MB | after 10,000 conversations MB (its own) | first answer ms (its CPU) |
            |---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var one in Figures)
        {
            table.AppendLine(null, $"| {one.Name} | {one.CpuMicroseconds.Write()} | {one.TimesTheFloor.Write("0.00")} | {one.TurnsASecond.Write()} | {one.P50.Median:0.0} | {one.P95.Median:0.0} | {one.P99.Median:0.0} | {one.PeakMegabytes:0} | {(one.MegabytesAfterTenThousandConversations is { } megabytes ? $"{megabytes:0} ({one.OfTheseItsOwn:0})" : "–")} | {one.FirstAnswerMilliseconds:0} ({one.FirstAnswerCpuMilliseconds:0}) |");
        }

        table.AppendLine().AppendLine("| aim | at most | found | |").AppendLine("|---|---|---|---|");
        foreach (var aim in Aims)
        {
            table.AppendLine(null, $"| {aim.What} | {aim.Most:0.##} {aim.Unit} | {aim.Found:0.##} {aim.Unit} | {(aim.Holds ? "holds" : "**missed**")} |");
        }

        return table.ToString();
    }

    public string Json() => JsonSerializer.Serialize(this, ReportJson.Default.Report);
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Report))]
internal sealed partial class ReportJson : JsonSerializerContext;
