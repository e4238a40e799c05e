using SocialUtility.Domain;

namespace SocialUtility.Bot.Pictures;

/// <summary>What stands in the place of an indicator's figure: the four states, words, and a period that still runs.</summary>
public enum TreeState
{
    Measured,
    Words,
    NotMeasured,
    NotApplicable,
    Late,
    Running,
}

/// <summary>A purpose and the objectives that pursue it first.</summary>
public sealed record TreePurpose(string Code, string Text, IReadOnlyList<string> Objectives);

/// <summary>An objective under the code that everybody calls it by: « O2 ».</summary>
public sealed record TreeObjective(string Code, string Text)
{
    /// <summary>The codes of other purposes that it pursues as well.</summary>
    public IReadOnlyList<string> AlsoFor { get; init => field = value ?? []; } = [];
}

/// <summary>An action or a criterion: the one objective it mostly serves, and the others.</summary>
public sealed record TreeNode(string Code, string Text, string? Principal = null, params IReadOnlyList<string> Secondary)
{
    /// <summary>It was asked which objective it serves, and the answer was « je ne sais pas ».</summary>
    public bool Asked { get; init; }
}

/// <summary>How a criterion is looked at, and what was found this year.</summary>
/// <param name="Text">Its name, with what its scale means.</param>
/// <param name="Criterion">The code of the criterion it speaks of.</param>
/// <param name="Value">The figure with its unit, the words in quotation marks, or the state in words.</param>
/// <param name="Detail">All that is to be known beside it: reason, baseline, target, certainty.</param>
/// <param name="State">Drawn in shape and said in words, never in colour alone.</param>
public sealed record TreeIndicator(string Text, string? Criterion, string Value, string Detail = "", TreeState State = TreeState.Measured)
{
    /// <summary>The part of the detail that a crowded page has room for: the target, or the reason.</summary>
    public string Brief { get; init => field = value ?? ""; } = Detail;
}

/// <summary>
/// What the picture of a tree and its text are made from, and nothing else: all in the association's order.
/// </summary>
public sealed record TreeData
{
    public required string Title { get; init; }

    public string Subtitle { get; init; } = "";

    public required Language Language { get; init; }

    public IReadOnlyList<TreePurpose> Purposes { get; init; } = [];

    public IReadOnlyList<TreeObjective> Objectives { get; init; } = [];

    public IReadOnlyList<TreeNode> Actions { get; init; } = [];

    public IReadOnlyList<TreeNode> Criteria { get; init; } = [];

    public IReadOnlyList<TreeIndicator> Indicators { get; init; } = [];
}
