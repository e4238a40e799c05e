using SocialUtility.Bot.Wording;

namespace SocialUtility.Bot.Pictures;

/// <summary>How close things stand on paper: up to twelve actions there is room, beyond it every line counts.</summary>
/// <param name="Gap">Between cards.</param>
/// <param name="BandGap">Between bands.</param>
/// <param name="Pad">Above and below the words of a card.</param>
/// <param name="BandPad">Of a band.</param>
/// <param name="ActionWidth">Of the column of actions.</param>
/// <param name="OnOneLine">An indicator has its figure beside its name.</param>
internal sealed record Density(double Gap, double BandGap, double Pad, double BandPad, double ActionWidth, bool OnOneLine)
{
    public const int MostActionsWithRoom = 12;

    public static readonly Density Roomy = new(8, 16, 6, 8, 256, OnOneLine: false);
    public static readonly Density Compact = new(2, 6, 1, 5, 282, OnOneLine: true);
}

/// <summary>The four columns of the page.</summary>
internal sealed record Columns(double Actions, double ActionsRight, double Criteria, double Indicators, double IndicatorWidth)
{
    public const double Objectives = 30;
    public const double ObjectiveWidth = 205;
    public const double CriterionWidth = 176;
    public const double Right = TreeOnPaper.Width - TreeOnPaper.Margin;

    public static Columns Of(Density density)
    {
        const double actions = 286;
        var right = actions + density.ActionWidth;
        var indicators = right + 54 + CriterionWidth + 26;
        return new(actions, right, right + 54, indicators, Right - indicators);
    }
}

/// <summary>The cards of a page, measured in one size of letters.</summary>
internal sealed class PaperCards(Words words, Density density, double size)
{
    /// <summary>Codes that a tag names one by one; of more it says how many, and the text has them all.</summary>
    private const int MostInATag = 3;

    private readonly Columns columns = Columns.Of(density);

    /// <summary>The height of a line.</summary>
    public double Line { get; } = 1.25 * size;

    public MeasuredCard Objective(ShapedBranch branch, bool again)
    {
        List<Written> lines = [new(again ? words.Say("picture.tree.again", branch.Objective.Code) : branch.Objective.Code, size + 1) { Bold = true, Colour = Ink.Value }];
        lines.AddRange(Wrapped(branch.Objective.Text, Columns.ObjectiveWidth - 20));
        if (!again)
        {
            lines.AddRange(Also("picture.tree.also", branch.Objective.AlsoFor));
            lines.AddRange(Also("picture.tree.also-served", branch.AlsoActions.Select(action => action.Code)));
            lines.AddRange(Also("picture.tree.see-also", branch.AlsoCriteria.Select(criterion => criterion.Code)));
        }

        return new(Look.Objective, lines, Columns.ObjectiveWidth, (lines.Count * Line) + (2 * density.Pad) + 9, 10, density.Pad + 4.5);
    }

    public MeasuredCard Action(TreeNode action)
    {
        var tag = Tag(action);
        var lines = Wrapped(Named(action), density.ActionWidth - 22 - (tag is null ? 0 : tag.Width + 22)).ToList();
        return new(Look.Action, lines, density.ActionWidth, Height(lines), 12, density.Pad) { Tag = tag };
    }

    public MeasuredCard Loose(TreeNode action)
    {
        var lines = Wrapped(Named(action), density.ActionWidth - 22).ToList();
        return new(Look.Dashed, lines, density.ActionWidth, Height(lines), 12, density.Pad);
    }

    public MeasuredCard Criterion(TreeNode criterion, bool again)
    {
        var text = again ? words.Say("picture.tree.again", Named(criterion)) : Named(criterion);
        List<Written> lines = [.. Letters.Wrap(text, size, Columns.CriterionWidth - 20, bold: true).Select(line => new Written(line, size) { Bold = true })];
        lines.AddRange(Tag(criterion) is { } tag && !again ? Small(tag.Text, size - 0.8, Columns.CriterionWidth - 20) : []);
        return new(Look.Criterion, lines, Columns.CriterionWidth, Height(lines) + 4, 10, density.Pad + 2);
    }

    public MeasuredCard LooseCriterion(TreeNode criterion) => Criterion(criterion, again: false) with { Look = Look.DashedCriterion };

    /// <summary>« aucune action », where one would be.</summary>
    public MeasuredCard Note(string text, double width)
    {
        List<Written> lines = [.. Letters.Wrap(text, size, width - 20).Select(line => new Written(line, size) { Colour = Ink.Missing })];
        return new(Look.Missing, lines, width, Height(lines), 10, density.Pad);
    }

    public MeasuredCard NoIndicator() => Note(words["picture.tree.no-indicator"], columns.IndicatorWidth);

    public MeasuredCard Indicator(TreeIndicator indicator)
    {
        var room = columns.IndicatorWidth - 16;
        var value = ValueOf(indicator, size);
        return (density.OnOneLine && indicator.State != TreeState.Words ? OnOneLine(indicator, value, room) : null) ?? Stacked();

        MeasuredCard Stacked()
        {
            List<Written> lines = [.. Wrapped(indicator.Text, room)];
            lines.AddRange(Letters.Wrap(value.Text, size, room, value.Bold).Select(line => value with { Text = line }));
            var detail = density.OnOneLine ? indicator.Brief : indicator.Detail;
            lines.AddRange(Letters.Wrap(detail, size - 0.5, room).Select(line => new Written(line, size - 0.5) { Colour = Ink.Soft }));
            return new(LookOf(indicator.State), lines, columns.IndicatorWidth, Height(lines), 8, density.Pad);
        }
    }

    /// <summary>The question that was asked of a node that hangs on nothing, and the answer.</summary>
    public IReadOnlyList<Written> Question(TreeNode node, bool criterion, double width) =>
        [.. Letters.Wrap(Question(words, node, criterion), size, width).Select(line => new Written(line, size) { Colour = Ink.Missing })];

    internal static string Question(Words words, TreeNode node, bool criterion) =>
        words[criterion ? "picture.tree.question.criterion" : node.Asked ? "picture.tree.question.asked" : "picture.tree.question"];

    internal static Look LookOf(TreeState state) => state switch
    {
        TreeState.NotMeasured or TreeState.Late => Look.Missing,
        TreeState.NotApplicable or TreeState.Running => Look.Apart,
        _ => Look.Indicator,
    };

    internal static Written ValueOf(TreeIndicator indicator, double size) => new(indicator.Value, size)
    {
        Bold = true,
        Italic = indicator.State == TreeState.Words,
        Colour = indicator.State switch
        {
            TreeState.NotMeasured or TreeState.Late => Ink.Missing,
            TreeState.NotApplicable or TreeState.Running => Ink.Soft,
            _ => Ink.Text,
        },
    };

    internal static string Named(TreeNode node) => $"{node.Code} · {node.Text}";

    /// <summary>The figure right of the name, with the target where both have room in half of the line; null where not even the figure has.</summary>
    private MeasuredCard? OnOneLine(TreeIndicator indicator, Written value, double room)
    {
        var brief = new Written(indicator.Brief, size - 1) { Colour = Ink.Soft };
        var beside = indicator.Brief.Length > 0 && value.Width + brief.Width + 10 <= room / 2;
        if (!beside && value.Width > room / 2)
        {
            return null;
        }

        IReadOnlyList<Written> tail = beside ? [brief, value] : [value];
        var lines = Wrapped(indicator.Text, room - tail.Sum(written => written.Width + 10)).ToList();
        if (!beside)
        {
            lines.AddRange(Letters.Wrap(indicator.Brief, size - 1, room).Select(line => brief with { Text = line }));
        }

        return new(LookOf(indicator.State), lines, columns.IndicatorWidth, Height(lines), 8, density.Pad) { Tail = tail };
    }

    private double Height(List<Written> lines) => (lines.Count * Line) + (2 * density.Pad);

    private IEnumerable<Written> Wrapped(string text, double width) => Letters.Wrap(text, size, width).Select(line => new Written(line, size));

    private IEnumerable<Written> Also(string key, IEnumerable<string> codes) =>
        string.Join(", ", codes) is { Length: > 0 } all ? Small(words.Say(key, all), size - 0.8, Columns.ObjectiveWidth - 20) : [];

    private static IEnumerable<Written> Small(string text, double size, double width) =>
        Letters.Wrap(text, size, width, bold: true).Select(line => new Written(line, size) { Bold = true, Colour = Ink.Missing });

    private Written? Tag(TreeNode node) => node.Secondary.Count switch
    {
        0 => null,
        <= MostInATag => new(words.Say("picture.tree.also", string.Join(", ", node.Secondary)), size - 1) { Colour = Ink.Missing },
        var count => new(words.Say("picture.tree.also-many", count), size - 1) { Colour = Ink.Missing },
    };
}
