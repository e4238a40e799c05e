using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Projects;

/// <summary>What of a tree is taken over.</summary>
[Flags]
public enum Parts
{
    None = 0,
    Objectives = 1,
    Actions = 2,
    Criteria = 4,
    All = Objectives | Actions | Criteria,
}

/// <summary>
/// The tree of one association as a beginning for another of the same people: definitions, never values (docs/decisions/0012).
/// What was read there stays there: readings, starting points, targets, examples seen, keepers and who wrote it.
/// </summary>
public static class Reuse
{
    /// <summary>So many things are written in one turn: a batch of the store holds a hundred rows.</summary>
    public const int MostAtOnce = 90;

    /// <summary>
    /// What the other has and this one has not yet, with identities that follow from both: taking it over twice, or in two
    /// goes, writes each thing once. Links among what is taken over stay, with their reasons.
    /// </summary>
    public static IReadOnlyList<Entry> Of(Dossier other, Dossier here, Parts parts, Person by, Person? adopter, DateTimeOffset now)
    {
        Id<T> IdOf<T>(Id<T> id) => Id<T>.Parse(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{here.Association.Id}|{typeof(T).Name}|{id}")).AsSpan(0, 8)));
        List<Objective> objectives = parts.HasFlag(Parts.Objectives) ? [.. other.Objectives.Where(objective => !objective.Retired)] : [];
        var known = objectives.Select(objective => objective.Id).ToHashSet();
        var purposes = other.Purposes.Where(_ => objectives.Count > 0 || parts.HasFlag(Parts.Objectives)).ToList();
        var pursued = purposes.Select(purpose => purpose.Id).ToHashSet();
        IReadOnlyList<Link> Links(ILinked linked) => [.. linked.Links.Where(link => known.Contains(link.Objective)).Select(link => link with { Objective = IdOf(link.Objective) })];
        Id<Objective>? Mainly(ILinked linked) => linked.Mainly is { } mainly && known.Contains(mainly) ? IdOf(mainly) : null;

        List<SocialAction> actions = parts.HasFlag(Parts.Actions) ? [.. other.Actions.Where(action => !action.Retired)] : [];
        var done = actions.Select(action => action.Id).ToHashSet();
        List<Criterion> criteria = parts.HasFlag(Parts.Criteria) ? [.. other.Criteria.Where(criterion => !criterion.Retired)] : [];
        var looked = criteria.Select(criterion => criterion.Id).ToHashSet();
        var indicators = other.Indicators.Where(indicator => !indicator.Retired && looked.Contains(indicator.Criterion)).ToList();

        List<Entry> all = [];
        void Take(IEnumerable<Entry> entries) => all.AddRange(entries);
        Take(New(purposes, purpose => here.Find(IdOf(purpose.Id)), here.EveryPurpose.Select(purpose => purpose.Number), (purpose, number) => new Purpose
        {
            Id = IdOf(purpose.Id),
            Number = number,
            Text = new(purpose.Text.Text, by, now),
        }));
        Take(New(objectives, objective => here.Find(IdOf(objective.Id)), here.Objectives.Select(objective => objective.Number), (objective, number) => new Objective
        {
            Id = IdOf(objective.Id),
            Number = number,
            Name = objective.Name,
            ForWhom = objective.ForWhom,
            Where = objective.Where,
            HowMany = objective.HowMany,
            ByWhen = objective.ByWhen,
            Purposes = [.. objective.Purposes.Where(pursued.Contains).Select(IdOf)],
            Author = by,
            Adopter = adopter,
            AdoptedAt = adopter is null ? null : now,
            Since = now,
        }));
        Take(New(actions, action => here.Find(IdOf(action.Id)), here.Actions.Select(action => action.Number), (action, number) => new SocialAction
        {
            Id = IdOf(action.Id),
            Number = number,
            Name = action.Name,
            Links = Links(action),
            Mainly = Mainly(action),
            AskedOnce = action.AskedOnce,
            Author = by,
            Adopter = adopter,
            AdoptedAt = adopter is null ? null : now,
            Since = now,
        }));
        Take(New(criteria, criterion => here.Find(IdOf(criterion.Id)), here.Criteria.Select(criterion => criterion.Number), (criterion, number) => new Criterion
        {
            Id = IdOf(criterion.Id),
            Number = number,
            Name = criterion.Name,
            Definition = criterion.Definition,
            Origin = criterion.Origin,
            After = criterion.After,
            Related = criterion.Related,
            Links = Links(criterion),
            Mainly = Mainly(criterion),
            Author = by,
            Since = now,
        }));
        Take(New(indicators, indicator => here.Find(IdOf(indicator.Id)), here.Indicators.Select(indicator => indicator.Number), (indicator, number) => new Indicator
        {
            Id = IdOf(indicator.Id),
            Number = number,
            Criterion = IdOf(indicator.Criterion),
            Actions = [.. indicator.Actions.Where(done.Contains).Select(IdOf)],
            Name = indicator.Name,
            Unit = indicator.Unit,
            Kind = indicator.Kind,
            Direction = indicator.Direction,
            Frequency = indicator.Frequency,
            Aggregation = indicator.Aggregation,
            Level = indicator.Level,
            Levels = indicator.Levels,
            Source = indicator.Source,
            MinutesPerPeriod = indicator.MinutesPerPeriod,
            Warning = indicator.Warning,
            Sensitive = indicator.Sensitive,
            Catalogue = indicator.Catalogue,
            Author = by,
            Since = now,
        }));
        return all;
    }

    private static IEnumerable<Entry> New<T>(IEnumerable<T> theirs, Func<T, Entry?> here, IEnumerable<int> numbers, Func<T, int, Entry> make)
    {
        var number = numbers.DefaultIfEmpty().Max();
        return [.. theirs.Where(one => here(one) is null).Select(one => make(one, ++number))];
    }
}
