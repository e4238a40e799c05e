using System.Security.Cryptography;
using System.Text;

namespace SocialUtility.Domain.Measurements;

/// <summary>Why a line of a table could not even be read as a value.</summary>
public enum ImportSlip
{
    /// <summary>No indicator of the association has that code or that name.</summary>
    NoIndicator,

    /// <summary>What stands for the period is none.</summary>
    NoPeriod,

    /// <summary>What stands for the figure is none.</summary>
    NoFigure,

    /// <summary>A figure that could be read in two ways: « 1.250 ».</summary>
    Ambiguous,

    /// <summary>The program has made a day of the figure.</summary>
    Day,

    /// <summary>Both a figure and « non relevé » or « sans objet ».</summary>
    TwoReadings,

    /// <summary>A part without its whole, or a whole without its part.</summary>
    HalfAShare,

    /// <summary>Neither counted, estimated nor by eye.</summary>
    NoCertainty,

    /// <summary>Words beside a value that is not there.</summary>
    NoValue,
}

/// <summary>One line of a table that is taken in.</summary>
/// <param name="Row">Its number, as the person sees it.</param>
/// <param name="Name">What stands in it for the indicator and the period, to find it again.</param>
/// <param name="Recording">What it gives; null where it could not be read.</param>
/// <param name="Slip">Why it could not.</param>
public sealed record ImportLine(int Row, string Name, Recording? Recording, ImportSlip? Slip = null);

/// <summary>A line and what becomes of it.</summary>
public sealed record Planned(ImportLine Line, Judgement? Judgement);

/// <summary>
/// What taking in a table would do, before anything is written: what is new, what changes, what is asked about, what is
/// refused. The same table on the same readings gives the same plan.
/// </summary>
public sealed class ImportPlan
{
    private ImportPlan(IReadOnlyList<Planned> lines) => Lines = lines;

    public IReadOnlyList<Planned> Lines { get; }

    /// <summary>Values where nothing stood.</summary>
    public IReadOnlyList<Planned> New => field ??= [.. Lines.Where(line => line.Judgement is Judgement.Accepted { IsCorrection: false })];

    /// <summary>Values that take the place of others, which stay readable.</summary>
    public IReadOnlyList<Planned> Changed => field ??= [.. Lines.Where(line => line.Judgement is Judgement.Accepted { IsCorrection: true })];

    /// <summary>Lines that say what stands already.</summary>
    public IReadOnlyList<Planned> Unchanged => field ??= [.. Lines.Where(line => line.Judgement is Judgement.Unchanged)];

    /// <summary>Lines that the person is asked about.</summary>
    public IReadOnlyList<Planned> Asked => field ??= [.. Lines.Where(line => line.Judgement is Judgement.Asks)];

    /// <summary>Lines that are not written, whatever the person says.</summary>
    public IReadOnlyList<Planned> Refused => field ??= [.. Lines.Where(line => line.Judgement is null or Judgement.Refused)];

    /// <summary>What would be written.</summary>
    public IEnumerable<Judgement.Accepted> Accepted => Lines.Select(line => line.Judgement).OfType<Judgement.Accepted>();

    /// <summary>
    /// Another for any other outcome: what was shown is what is written, or nothing is. Of the readings it tells who and when they
    /// were noted only where that changes the outcome.
    /// </summary>
    public string Fingerprint
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var line in Lines)
            {
                var outcome = line.Judgement switch
                {
                    Judgement.Accepted accepted => $"a{accepted.Before?.Measurement.Version ?? 0}",
                    Judgement.Asks asks => "q" + string.Join('+', asks.Doubts.Select(doubt => doubt.Yes)),
                    Judgement.Unchanged => "u",
                    Judgement.Refused refused => "r" + refused.Why.GetType().Name,
                    _ => "s" + line.Line.Slip,
                };
                hash.AppendData(Encoding.UTF8.GetBytes($"{line.Line.Row}{outcome}\n"));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
        }
    }

    /// <param name="lines">The lines, in the order of the table.</param>
    /// <param name="rules">The rule book, opened for what the lines speak of.</param>
    public static ImportPlan Of(IReadOnlyList<ImportLine> lines, RuleBook rules)
    {
        var judged = rules.Judge([.. lines.Where(line => line.Recording is not null).Select(line => line.Recording!)]).GetEnumerator();
        var planned = new List<Planned>(lines.Count);
        foreach (var line in lines)
        {
            planned.Add(new(line, line.Recording is not null && judged.MoveNext() ? judged.Current : null));
        }

        return new(planned);
    }
}
