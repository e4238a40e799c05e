using System.Security.Cryptography;
using System.Text;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;

namespace SocialUtility.Domain.Projects;

/// <summary>
/// Criteria and indicators that an association lends to others of its network, as they were on a day (deck rows D41, D49):
/// definitions, never values; nothing of people, no sentence heard, no link to its project. It lies in a partition of its own,
/// and whoever has the code reads it.
/// </summary>
public sealed record Lent : Entry
{
    public const string RowKey = "definitions";

    /// <summary>Easily read aloud: without 0, 1, I, L, O, U.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 12;

    private static readonly Person Nobody = new("nobody");

    /// <summary>The association as it calls itself: whoever takes something over says from whom.</summary>
    public required string From { get; init; }

    public required DateOnly On { get; init; }

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public IReadOnlyList<Indicator> Indicators { get; init => field = value ?? []; } = [];

    public override string Key => RowKey;

    /// <summary>The store keeps no code: a hash of it names the partition.</summary>
    public static string Partition(string code) => "lent|" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("lent|" + code)).AsSpan(0, 16));

    /// <summary>
    /// The code that the press of one button makes, the same each time it is decided again: sixty bits of the association and of
    /// the card's nonce, which only who pressed it has seen.
    /// </summary>
    public static string CodeOf(Id<Association> association, Person by, string nonce)
    {
        var mixed = SHA256.HashData(Encoding.UTF8.GetBytes($"lend|{association}|{by.Key}|{nonce}"));
        return string.Concat(mixed.Take(Length).Select(part => Letters[part % Letters.Length]));
    }

    /// <summary>« abcd efgh-jkmn » as the code is kept; null where it is none.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }

    /// <summary>As people read it: ABCD-EFGH-JKMN.</summary>
    public static string Written(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    /// <summary>
    /// What is lent of that association. What looks like a telephone number, an address or a long number in any of its words keeps
    /// a criterion or an indicator back; where a figure is found may name somebody, and stays at home.
    /// </summary>
    public static Lent Of(Dossier dossier, DateTimeOffset now)
    {
        // The same things that may be taken over into another year, and no others (Reuse): neither readings nor keepers.
        var blank = Dossier.New(new Association { Id = Id<Association>.Parse("lent"), Name = "", Since = now });
        var all = Reuse.Of(dossier, blank, Parts.Criteria, Nobody, null, now);
        var criteria = all.OfType<Criterion>().Where(criterion => IsFree(criterion.Name, criterion.Definition)).Select(criterion => criterion with { Origin = Origin.Catalogue }).ToList();
        var kept = criteria.Select(criterion => criterion.Id).ToHashSet();
        return new()
        {
            From = dossier.Association.Name,
            On = dossier.Association.Today(now),
            Criteria = criteria,
            Indicators =
            [
                .. all.OfType<Indicator>()
                    .Where(indicator => kept.Contains(indicator.Criterion) && IsFree([indicator.Name, indicator.Unit, indicator.Warning, .. indicator.Levels]))
                    .Select(indicator => indicator with { Source = null }),
            ],
        };
    }

    /// <summary>What of it the other association has not yet, of those criteria, and from whom it is.</summary>
    public IReadOnlyList<Entry> For(Dossier here, IReadOnlyCollection<string> criteria, Person by, DateTimeOffset now)
    {
        var chosen = Criteria.Where(criterion => criteria.Contains(criterion.Id.ToString())).ToList();
        var ids = chosen.Select(criterion => criterion.Id).ToHashSet();
        var theirs = chosen.Cast<Entry>().Concat(Indicators.Where(indicator => ids.Contains(indicator.Criterion)))
            .Aggregate(Dossier.New(new Association { Id = Id<Association>.Parse("lent"), Name = From, Since = now }), (file, entry) => file.With(entry));
        return [.. Reuse.Of(theirs, here, Parts.Criteria, by, null, now).Select(entry => entry is Criterion criterion ? criterion with { After = From } : entry)];
    }

    private static bool IsFree(params IEnumerable<string?> words) => words.OfType<string>().All(text => PersonalTraces.In(text).Count == 0);
}

/// <summary>That the association lends its definitions, and under which code; whoever coordinates may take it back.</summary>
public sealed record Lending : Entry
{
    public const string RowKey = Dossier.Prefix + "lending";

    /// <summary>Null once it was taken back.</summary>
    public string? Code { get; init; }

    public DateOnly On { get; init; }

    public override string Key => RowKey;
}
