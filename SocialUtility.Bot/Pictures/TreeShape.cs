namespace SocialUtility.Bot.Pictures;

/// <summary>A criterion with the indicators it is looked at by.</summary>
internal sealed record ShapedCriterion(TreeNode Node, IReadOnlyList<TreeIndicator> Indicators);

/// <summary>
/// An objective with what mostly serves it, in the order of the picture, and with what serves it besides.
/// </summary>
internal sealed record ShapedBranch(TreeObjective Objective, int Number)
{
    public IReadOnlyList<TreeNode> Actions { get; init; } = [];

    public IReadOnlyList<TreeNode> AlsoActions { get; init; } = [];

    public IReadOnlyList<ShapedCriterion> Criteria { get; init; } = [];

    public IReadOnlyList<TreeNode> AlsoCriteria { get; init; } = [];
}

/// <summary>A purpose over its branches; null where an objective was given none.</summary>
internal sealed record ShapedPurpose(TreePurpose? Purpose, IReadOnlyList<ShapedBranch> Branches);

/// <summary>
/// The forest that is drawn. Every node stands once: under its principal objective, under the first of
/// the others where none is principal, or « à relier ». Nothing is left out and nothing is guessed.
/// </summary>
internal sealed record TreeShape
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required IReadOnlyList<ShapedPurpose> Purposes { get; init; }

    public required IReadOnlyList<TreeNode> LooseActions { get; init; }

    public required IReadOnlyList<ShapedCriterion> LooseCriteria { get; init; }

    public required IReadOnlyList<TreeIndicator> LooseIndicators { get; init; }

    /// <summary>Those to be linked too.</summary>
    public required int Actions { get; init; }

    public IEnumerable<ShapedBranch> Branches => Purposes.SelectMany(purpose => purpose.Branches);

    public bool HasLoose => LooseActions.Count + LooseCriteria.Count + LooseIndicators.Count > 0;

    public static TreeShape Of(TreeData data)
    {
        var order = Ordered(data);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (_, objectives) in order)
        {
            foreach (var objective in objectives)
            {
                numbers.TryAdd(objective.Code, numbers.Count);
            }
        }

        var actions = data.Actions.Select(action => Placed(action, numbers)).ToList();
        var criteria = data.Criteria.Select(criterion => Placed(criterion, numbers)).ToList();
        var indicators = data.Indicators.Select(Clean).ToList();
        var looked = indicators.ToLookup(indicator => indicator.Criterion);
        var known = criteria.Select(criterion => criterion.Code).ToHashSet();

        ShapedBranch Branch(TreeObjective objective)
        {
            var number = numbers[objective.Code];
            return new(objective with { Text = Letters.Clean(objective.Text) }, number)
            {
                Actions = Leaning(actions, objective.Code, numbers),
                AlsoActions = [.. actions.Where(action => action.Secondary.Contains(objective.Code))],
                Criteria = [.. Leaning(criteria, objective.Code, numbers).Select(Looked)],
                AlsoCriteria = [.. criteria.Where(criterion => criterion.Secondary.Contains(objective.Code))],
            };
        }

        ShapedCriterion Looked(TreeNode criterion) => new(criterion, [.. looked[criterion.Code]]);

        return new()
        {
            Title = Letters.Clean(data.Title),
            Subtitle = Letters.Clean(data.Subtitle),
            Purposes = [.. order.Select(group => new ShapedPurpose(group.Purpose is { } purpose ? purpose with { Text = Letters.Clean(purpose.Text) } : null, [.. group.Objectives.Select(Branch)]))],
            LooseActions = [.. actions.Where(action => action.Principal is null)],
            LooseCriteria = [.. criteria.Where(criterion => criterion.Principal is null).Select(Looked)],
            LooseIndicators = [.. indicators.Where(indicator => indicator.Criterion is null || !known.Contains(indicator.Criterion))],
            Actions = actions.Count,
        };
    }

    /// <summary>Purposes and objectives keep the association's order; an objective of two purposes stands under the first.</summary>
    private static List<(TreePurpose? Purpose, List<TreeObjective> Objectives)> Ordered(TreeData data)
    {
        var open = data.Objectives.DistinctBy(objective => objective.Code).ToList();
        List<(TreePurpose? Purpose, List<TreeObjective> Objectives)> order = [];
        foreach (var purpose in data.Purposes)
        {
            var under = open.Where(objective => purpose.Objectives.Contains(objective.Code)).ToList();
            open.RemoveAll(under.Contains);
            order.Add((purpose, under));
        }

        if (open.Count > 0)
        {
            order.Add((null, open));
        }

        return order;
    }

    private static TreeNode Placed(TreeNode node, Dictionary<string, int> numbers)
    {
        var others = node.Secondary.Where(numbers.ContainsKey).Distinct().ToList();
        var principal = node.Principal is { } said && numbers.ContainsKey(said) ? said : others.Count > 0 ? others[0] : null;
        return node with { Text = Letters.Clean(node.Text), Principal = principal, Secondary = [.. others.Where(code => code != principal).OrderBy(code => numbers[code])] };
    }

    /// <summary>
    /// Those linked upwards first, those linked downwards last, so that their lines leave the band by its nearest edge; else as
    /// the association gave them.
    /// </summary>
    private static IReadOnlyList<TreeNode> Leaning(List<TreeNode> nodes, string objective, Dictionary<string, int> numbers) =>
        [.. nodes.Where(node => node.Principal == objective).OrderBy(node => node.Secondary.Count == 0 ? 0 : node.Secondary.Average(code => numbers[code] - numbers[objective]))];

    private static TreeIndicator Clean(TreeIndicator indicator) => indicator with
    {
        Text = Letters.Clean(indicator.Text),
        Value = Letters.Clean(indicator.Value),
        Detail = Letters.Clean(indicator.Detail),
        Brief = Letters.Clean(indicator.Brief),
    };
}
