using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain.Meetings;

/// <summary>One indicator over the year, and the year before where it was measured in the same way.</summary>
public sealed record Fact(YearOf Year, YearOf? Before);

/// <summary>The facts of one level: what is done, produced, changed; null where nobody has said which it is.</summary>
public sealed record FactsOf(Level? Level, IReadOnlyList<Fact> Facts);

/// <summary>Why the figures alone do not say it: said before the group concludes.</summary>
public abstract record Caution
{
    private Caution()
    {
    }

    /// <summary>Nothing was measured: only what people said stands there.</summary>
    public sealed record NoFigure : Caution;

    /// <summary>One figure alone speaks of the criterion.</summary>
    public sealed record OneFigure(Indicator Indicator) : Caution;

    /// <summary>The way of measuring changed in this year: what came before cannot be compared.</summary>
    public sealed record ChangedMethod(Indicator Indicator) : Caution;

    /// <summary>Nobody's words speak of the criterion.</summary>
    public sealed record NoVoice : Caution;
}

/// <summary>
/// What lies on the table for one criterion: figures by level and never mixed (deck row D45), words of people with what works
/// less well and what nobody expected, what is missing, and a word of caution.
/// </summary>
public sealed record Evidence
{
    /// <summary>Nobody says unasked what works less well and what nobody expected: these are shown whatever criterion they speak of.</summary>
    private static readonly string[] OnPurpose = ["e3-recueillir.limites", "e3-recueillir.inattendu"];

    public required Criterion Criterion { get; init; }

    public required int Year { get; init; }

    /// <summary>In the order realised, produced, changed; those of which nobody has said it last.</summary>
    public required IReadOnlyList<FactsOf> Levels { get; init; }

    /// <summary>The words that the criterion was made of.</summary>
    public required IReadOnlyList<Voice> Voices { get; init; }

    /// <summary>What was said this year to have worked less well or been unexpected, and belongs to no other criterion.</summary>
    public required IReadOnlyList<Voice> Otherwise { get; init; }

    public required IReadOnlyList<Caution> Cautions { get; init; }

    public IEnumerable<Fact> Facts => Levels.SelectMany(level => level.Facts);

    /// <param name="file">What the association has defined.</param>
    /// <param name="criterion">Of which it is asked.</param>
    /// <param name="year">The year in which the association's year starts.</param>
    /// <param name="readings">Those of that year and the one before.</param>
    /// <param name="voices">What people said.</param>
    /// <param name="today">The day it is for the association.</param>
    public static Evidence Of(Dossier file, Criterion criterion, int year, IReadOnlyList<Measurement> readings, IReadOnlyList<Voice> voices, DateOnly today)
    {
        var startsIn = file.Association.YearStartsIn;
        var indicators = file.Indicators.Where(indicator => !indicator.Retired && indicator.Criterion == criterion.Id).ToList();
        List<FactsOf> levels =
        [
            .. indicators
                .Select(indicator => new Fact(YearOf.Reading(indicator, year, startsIn, readings, today), Before(indicator)))
                .GroupBy(fact => fact.Year.Indicator.Level)
                .OrderBy(group => group.Key is null)
                .ThenBy(group => group.Key)
                .Select(group => new FactsOf(group.Key, [.. group])),
        ];
        var own = criterion.Voices.ToHashSet();
        var elsewhere = file.Criteria.Where(other => !other.Retired && other.Id != criterion.Id).SelectMany(other => other.Voices).ToHashSet();
        var standing = voices.Where(voice => !voice.Withdrawn).ToList();
        IReadOnlyList<Voice> linked = [.. standing.Where(voice => own.Contains(voice.Id))];
        var evidence = new Evidence
        {
            Criterion = criterion,
            Year = year,
            Levels = levels,
            Voices = linked,
            Otherwise =
            [
                .. standing.Where(voice => OnPurpose.Contains(voice.Question) && !own.Contains(voice.Id) && !elsewhere.Contains(voice.Id)
                    && Period.Containing(voice.Day, Frequency.Yearly, startsIn).Year == year),
            ],
            Cautions = [],
        };
        return evidence with { Cautions = [.. CautionsOf(evidence, startsIn)] };

        YearOf? Before(Indicator indicator)
        {
            var before = YearOf.Reading(indicator, year - 1, startsIn, readings, today);
            return before.Figures.Any() || before.Words is not null ? before : null;
        }
    }

    private static IEnumerable<Caution> CautionsOf(Evidence evidence, int yearStartsIn)
    {
        var measured = evidence.Facts.Where(fact => fact.Year.Figures.Any()).ToList();
        var said = evidence.Voices.Count > 0 || evidence.Criterion.Seen is not null || evidence.Facts.Any(fact => fact.Year.Words is not null);
        if (measured.Count == 0)
        {
            yield return new Caution.NoFigure();
        }
        else if (measured is [var only])
        {
            yield return new Caution.OneFigure(only.Year.Indicator);
        }

        foreach (var fact in evidence.Facts.Where(fact => fact.Year.Indicator.Follows is not null
            && Period.Containing(DateOnly.FromDateTime(fact.Year.Indicator.Since.UtcDateTime), Frequency.Yearly, yearStartsIn).Year == evidence.Year))
        {
            yield return new Caution.ChangedMethod(fact.Year.Indicator);
        }

        if (!said)
        {
            yield return new Caution.NoVoice();
        }
    }
}
