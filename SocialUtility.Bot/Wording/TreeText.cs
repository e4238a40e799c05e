using SocialUtility.Domain;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Wording;

/// <summary>One line of the tree in words; a deeper line belongs to the last shallower one above it.</summary>
public sealed record TreeLine(int Level, string Text);

/// <summary>
/// The tree as an indented text: everything that its picture says, in the same order and under the same codes, for a screen
/// reader, a client without cards, a file (deck rows D07, D13).
/// </summary>
public static class TreeText
{
    /// <summary>The whole tree. With <paramref name="year"/> each indicator says where it stands, without it where it starts and should get to.</summary>
    public static IReadOnlyList<TreeLine> Of(Words words, ProjectTree tree, IReadOnlyDictionary<Id<Indicator>, Standing>? year = null) =>
    [
        .. tree.Trunks.SelectMany(trunk => (IEnumerable<TreeLine>)[new(0, Purpose(words, trunk)), .. trunk.Branches.SelectMany(branch => Of(words, branch, year))]),
        .. ToBeLinked(words, tree, year),
    ];

    /// <summary>The lines with two spaces for each level.</summary>
    public static string Indented(IEnumerable<TreeLine> lines) => string.Join('\n', lines.Select(line => new string(' ', 2 * line.Level) + line.Text));

    /// <summary>An objective, and below it what serves it and how one would know.</summary>
    public static IReadOnlyList<TreeLine> Of(Words words, Branch branch, IReadOnlyDictionary<Id<Indicator>, Standing>? year = null)
    {
        List<TreeLine> lines = [new(1, words.Say("tree.text.objective", branch.Objective.Code, branch.Objective.Name) + Also(words, branch.AlsoFor.Select(purpose => purpose.Code)))];
        lines.AddRange(branch.Actions.Select(action => new TreeLine(2, Action(words, action) + Also(words, Codes(action.Placing.Secondary)))));
        lines.AddRange(branch.AlsoServedBy.Select(action => new TreeLine(2, Action(words, action) + words.Say("tree.text.mainly", action.Placing.Principal!.Code))));
        if (branch.IsWithoutAction)
        {
            lines.Add(new(2, words["tree.text.no-action"]));
        }

        lines.AddRange(branch.Criteria.SelectMany(measured => Of(words, measured, Also(words, Codes(measured.Placing.Secondary)), 2, year)));
        lines.AddRange(branch.AlsoSeenBy.Select(measured => new TreeLine(2, Criterion(words, measured) + words.Say("tree.text.mainly.criterion", measured.Placing.Principal!.Code))));
        if (branch.IsWithoutCriterion)
        {
            lines.Add(new(2, words["tree.text.no-criterion"]));
        }

        return lines;
    }

    /// <summary>What has no objective: never hidden, never guessed.</summary>
    public static IReadOnlyList<TreeLine> ToBeLinked(Words words, ProjectTree tree, IReadOnlyDictionary<Id<Indicator>, Standing>? year = null) =>
    [
        .. tree.ToBeLinked.Select(action => new TreeLine(
            0, words.Say("tree.text.to-be-linked", Action(words, action)) + words[action.Item.AskedOnce ? "tree.text.asked" : "tree.text.not-asked"])),
        .. tree.Elsewhere.SelectMany(measured => Of(words, measured, words["tree.text.of-no-objective"], 0, year)),
    ];

    private static string Purpose(Words words, Trunk trunk) => trunk.Purpose is { } purpose
        ? words.Say("tree.text.purpose", purpose.Code, purpose.Text.Text.OnOneLine())
        : words["tree.text.no-purpose"];

    private static string Action(Words words, Placed action) => words.Say("tree.text.action", action.Code, action.Item.Name);

    private static string Criterion(Words words, Measured measured) => words.Say("tree.text.criterion", measured.Criterion.Code, words.Quoted(measured.Criterion.Name));

    private static IEnumerable<TreeLine> Of(Words words, Measured measured, string after, int level, IReadOnlyDictionary<Id<Indicator>, Standing>? year)
    {
        var named = Criterion(words, measured);
        yield return new(level, (level == 0 ? words.Say("tree.text.to-be-linked", named) : named) + after);
        if (measured.Indicators.Count == 0)
        {
            yield return new(level + 1, words["tree.text.no-indicator"]);
        }

        foreach (var indicator in measured.Indicators)
        {
            yield return new(level + 1, Indicator(words, year?.GetValueOrDefault(indicator.Id) ?? Standing.Of(words, indicator)));
        }
    }

    /// <summary>« Indicateur : Personnes isolées — 52 personnes (départ 31 · cible 60 · compté) ».</summary>
    private static string Indicator(Words words, Standing standing) =>
        words.Say("tree.text.indicator", standing.Name)
        + (standing.Value is { } value ? words.Say("tree.text.value", value) : "")
        + (standing.Detail.Length > 0 ? words.Say("tree.text.detail", standing.Detail) : "");

    /// <summary>« (sert aussi O3, O5) »; nothing where there is no other.</summary>
    public static string Also(Words words, IEnumerable<string> codes) => string.Join(", ", codes) is { Length: > 0 } all ? words.Say("tree.text.also", all) : "";

    private static IEnumerable<string> Codes(IEnumerable<Objective> objectives) => objectives.Select(objective => objective.Code);
}
