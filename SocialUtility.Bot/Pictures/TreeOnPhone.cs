using SocialUtility.Bot.Wording;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// The tree on a phone: one column, indented. A secondary link is a dashed card under each objective that it serves, so no line
/// ever leaves its objective.
/// </summary>
internal sealed class TreeOnPhone
{
    public const double Width = 390;

    private const double Margin = 12;
    private const double Right = Width - Margin;
    private const double Size = 15;
    private const double Small = 13.5;
    private const double Line = 19;
    private const double Pad = 7;
    private const double Left = 12;
    private const double Gap = 7;

    /// <summary>Between two objectives, and before a small heading.</summary>
    private const double Rest = 21;

    private const double CardX = 38;
    private const double IndicatorX = 64;
    private const double Rail = 24;
    private const double IndicatorRail = 51;

    private static readonly float[] Broken = [5, 3];

    private readonly TreeShape shape;
    private readonly Words words;
    private readonly List<Mark> ties = [];
    private readonly List<Mark> marks = [];
    private double y;

    private TreeOnPhone(TreeShape shape, Words words) => (this.shape, this.words) = (shape, words);

    /// <param name="data">What is shown.</param>
    /// <param name="objective">One objective alone; what is to be linked stands under the last one. Null for all.</param>
    public static Sheet Draw(TreeData data, string? objective = null)
    {
        var shape = TreeShape.Of(data);
        var words = Words.In(data.Language);
        var drawing = new TreeOnPhone(shape, words);
        drawing.Head();
        foreach (var (purpose, branches) in shape.Purposes)
        {
            var shown = branches.Where(branch => objective is null || branch.Objective.Code == objective).ToList();
            if (shown.Count == 0 && objective is not null)
            {
                continue;
            }

            drawing.Strip(purpose, branches.Count == 0);
            shown.ForEach(drawing.Branch);
        }

        if (objective is null || shape.Branches.LastOrDefault()?.Objective.Code == objective)
        {
            drawing.Loose();
        }

        drawing.Key();
        return new(Width, Math.Ceiling(drawing.y), [.. drawing.ties, .. drawing.marks])
        {
            Title = shape.Title,
            Description = objective is null ? TreeCounts.Of(shape).Said(words) : TreeCounts.Of(shape, objective).Said(words, objective),
            Language = data.Language,
        };
    }

    private void Head()
    {
        y = 31;
        foreach (var line in Letters.Wrap(shape.Title, 18, Right - Margin, bold: true))
        {
            marks.Add(new Mark.Run(line, Margin, y, 18) { Bold = true });
            y += 23;
        }

        y -= 1;
        foreach (var line in Letters.Wrap(shape.Subtitle, Small, Right - Margin))
        {
            marks.Add(new Mark.Run(line, Margin, y, Small) { Colour = Ink.Soft });
            y += Line;
        }

        y -= Line - 12;
        if (shape.Purposes.Count == 0)
        {
            Note("picture.tree.no-objective", Margin);
        }
    }

    private void Strip(TreePurpose? purpose, bool alone)
    {
        var colour = purpose is null ? Ink.Missing : Ink.Paper;
        var label = words["picture.tree.purpose"].ToUpper(words.Culture);
        var text = purpose?.Text ?? words.Opening(words["picture.tree.no-purpose"]);
        var lines = Letters.Wrap(text, Size, Right - Margin - (2 * Left), bold: true);
        var box = new Mark.Box(Part.Strip, Margin, y, Right - Margin, ((1 + lines.Count) * Line) + (2 * Pad)) { Fill = purpose is null ? Ink.MissingGround : Ink.Value, Round = 5 };
        marks.Add(purpose is null ? box = box with { Stroke = Ink.Missing, Thickness = 1.4, Dashes = Broken } : box);
        marks.Add(new Mark.Run(purpose is null ? label : $"{label} {purpose.Code}", Margin + Left, y + 21, Small) { Bold = true, Colour = colour, Within = box });
        for (var i = 0; i < lines.Count; i++)
        {
            marks.Add(new Mark.Run(lines[i], Margin + Left, y + 21 + (Line * (i + 1)), Size) { Bold = true, Colour = colour, Within = box });
        }

        y = box.Bottom + 11;
        if (alone)
        {
            Note("picture.tree.no-objective", Margin);
            y += Rest - Gap;
        }
    }

    private void Branch(ShapedBranch branch)
    {
        var objective = Card(Look.Objective, Margin,
        [
            new(words.Say("picture.tree.phone.objective", branch.Objective.Code), Size) { Bold = true, Colour = Ink.Value },
            .. Wrapped(branch.Objective.Text, Right - Margin),
            .. AlsoServes(branch.Objective.AlsoFor, Margin),
        ]);
        List<(double Middle, bool Secondary)> rail = [];

        Heading("picture.tree.phone.actions");
        foreach (var action in branch.Actions)
        {
            rail.Add((Card(Look.Action, CardX, [.. Wrapped(PaperCards.Named(action), Right - CardX), .. AlsoServes(action.Secondary, CardX)]).Middle, false));
        }

        foreach (var action in branch.AlsoActions)
        {
            rail.Add((Card(Look.Dashed, CardX, [.. Wrapped(PaperCards.Named(action), Right - CardX), .. Ochre(words.Say("picture.tree.mostly", action.Principal), CardX)]).Middle, true));
        }

        if (rail.Count == 0)
        {
            Note("picture.tree.no-action", CardX);
        }

        Heading("picture.tree.phone.criteria");
        foreach (var criterion in branch.Criteria)
        {
            rail.Add((Criterion(criterion, Look.Criterion, [.. AlsoServes(criterion.Node.Secondary, CardX)]), false));
        }

        foreach (var criterion in branch.AlsoCriteria)
        {
            rail.Add((Card(Look.DashedCriterion, CardX, [.. CriterionName(criterion), .. Ochre(words.Say("picture.tree.phone.see", criterion.Principal), CardX)]).Middle, true));
        }

        if (branch.Criteria.Count + branch.AlsoCriteria.Count == 0)
        {
            Note("picture.tree.no-criterion", CardX);
        }

        if (rail.Count > 0)
        {
            ties.Add(new Mark.Line(Tie.Principal, (Rail, objective.Bottom), (Rail, rail[^1].Middle)) { Thickness = 1.8 });
        }

        foreach (var (middle, secondary) in rail)
        {
            ties.Add(new Mark.Line(secondary ? Tie.Secondary : Tie.Principal, (Rail, middle), (CardX, middle))
            {
                Thickness = 1.8,
                Colour = secondary ? Ink.Missing : Ink.Rule,
                Dashes = secondary ? Broken : null,
            });
        }

        y += Rest - Gap;
    }

    private void Loose()
    {
        foreach (var action in shape.LooseActions)
        {
            LooseCard([.. Wrapped(PaperCards.Named(action), Right - Margin), .. Asked(action, criterion: false)]);
        }

        foreach (var criterion in shape.LooseCriteria)
        {
            LooseCard([.. CriterionName(criterion.Node), .. Asked(criterion.Node, criterion: true)]);
            Indicators(criterion, y - Gap);
        }

        foreach (var indicator in shape.LooseIndicators)
        {
            LooseCard(IndicatorLines(indicator, Right - Margin));
        }

        y += shape.HasLoose ? Rest - Gap : 0;

        void LooseCard(IEnumerable<Written> lines) =>
            Card(Look.Missing, Margin, [new(words["picture.tree.to-be-linked"].ToUpper(words.Culture), Small) { Bold = true, Colour = Ink.Missing }, .. lines]);

        IEnumerable<Written> Asked(TreeNode node, bool criterion) =>
            Letters.Wrap(PaperCards.Question(words, node, criterion), Small, Right - Margin - (2 * Left)).Select(line => new Written(line, Small) { Colour = Ink.Missing });
    }

    private void Key()
    {
        y += 8 - Gap;
        marks.Add(new Mark.Line(Tie.Key, (Margin, y), (Margin + 34, y)) { Thickness = 1.8 });
        marks.Add(new Mark.Run(words["picture.tree.key.principal"], Margin + 42, y + 5, Small) { Colour = Ink.Soft });
        y += 20;
        marks.Add(new Mark.Line(Tie.Key, (Margin, y), (Margin + 34, y)) { Thickness = 1.8, Colour = Ink.Missing, Dashes = Broken });
        foreach (var line in Letters.Wrap(words["picture.tree.key.dashed"], Small, Right - Margin - 42))
        {
            marks.Add(new Mark.Run(line, Margin + 42, y + 5, Small) { Colour = Ink.Soft });
            y += Line;
        }
    }

    /// <summary>Answers where its rail meets it.</summary>
    private double Criterion(ShapedCriterion criterion, Look look, IReadOnlyList<Written> also)
    {
        var box = Card(look, CardX, [.. CriterionName(criterion.Node), .. also]);
        Indicators(criterion, box.Bottom);
        return box.Middle;
    }

    private void Indicators(ShapedCriterion criterion, double from)
    {
        List<double> middles = [.. criterion.Indicators.Select(indicator => Card(PaperCards.LookOf(indicator.State), IndicatorX, [.. IndicatorLines(indicator, Right - IndicatorX)]).Middle)];
        if (middles.Count == 0)
        {
            middles.Add(Note("picture.tree.no-indicator", IndicatorX).Middle);
        }

        ties.Add(new Mark.Line(Tie.Principal, (IndicatorRail, from), (IndicatorRail, middles[^1])) { Colour = Ink.Target });
        ties.AddRange(middles.Select(middle => new Mark.Line(Tie.Principal, (IndicatorRail, middle), (IndicatorX, middle)) { Colour = Ink.Target }));
    }

    private Mark.Box Note(string key, double x) =>
        Card(Look.Missing, x, [.. Letters.Wrap(words[key], Size, Right - x - (2 * Left)).Select(line => new Written(line, Size) { Colour = Ink.Missing })]);

    private Mark.Box Card(Look look, double x, IReadOnlyList<Written> lines)
    {
        var card = new MeasuredCard(look, lines, Right - x, (lines.Count * Line) + (2 * Pad), Left, Pad);
        var box = card.Draw(marks, x, y, Line, within: null, wide: true);
        y = box.Bottom + Gap;
        return box;
    }

    private void Heading(string key)
    {
        y += Rest - Gap;
        marks.Add(new Mark.Run(words[key], CardX, y, Small) { Bold = true, Colour = Ink.Soft });
        y += 8;
    }

    private IEnumerable<Written> CriterionName(TreeNode criterion) =>
        Letters.Wrap(words.Say("picture.tree.phone.criterion", PaperCards.Named(criterion)), Size, Right - CardX - (2 * Left), bold: true).Select(line => new Written(line, Size) { Bold = true });

    private static IEnumerable<Written> IndicatorLines(TreeIndicator indicator, double width)
    {
        var value = PaperCards.ValueOf(indicator, Size);
        return
        [
            .. Wrapped(indicator.Text, width),
            .. Letters.Wrap(value.Text, Size, width - (2 * Left), value.Bold).Select(line => value with { Text = line }),
            .. Letters.Wrap(indicator.Detail, Small, width - (2 * Left)).Select(line => new Written(line, Small) { Colour = Ink.Soft }),
        ];
    }

    private IEnumerable<Written> AlsoServes(IReadOnlyList<string> codes, double x) => codes.Count == 0 ? [] : Ochre(words.Say("picture.tree.also-serves", string.Join(", ", codes)), x);

    private static IEnumerable<Written> Ochre(string text, double x) =>
        Letters.Wrap(text, Small, Right - x - (2 * Left), bold: true).Select(line => new Written(line, Small) { Bold = true, Colour = Ink.Missing });

    private static IEnumerable<Written> Wrapped(string text, double width) => Letters.Wrap(text, Size, width - (2 * Left)).Select(line => new Written(line, Size));
}
