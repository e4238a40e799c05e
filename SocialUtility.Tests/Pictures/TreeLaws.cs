using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;

namespace SocialUtility.Tests.Pictures;

/// <summary>What holds of every tree that can be drawn.</summary>
public sealed class TreeLaws
{
    private const double Slack = 0.05;

    /// <summary>Up to sixty actions, linked anyhow, also to objectives that are not there.</summary>
    private static Gen<TreeData> Trees =>
        from objectives in Gen.Choose(0, 9)
        from actions in Gen.Choose(0, 60)
        from criteria in Gen.Choose(0, 14)
        from indicators in Gen.Choose(0, 40)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Tree(new(seed), objectives, actions, criteria, indicators);

    [Fact]
    public void Every_tree_keeps_the_laws_of_the_picture() =>
        Prop.ForAll(Trees.ToArbitrary(), tree => Hold(tree)).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(60));

    [Fact]
    public void The_large_trees_keep_them_too()
    {
        Hold(SomeTree.Potager);
        Hold(SomeTree.Large);
        Hold(SomeTree.Large with { Language = Language.English });
    }

    [Fact]
    public void A_crossing_and_a_word_outside_its_card_are_seen()
    {
        Assert.True(Cross((new(Tie.Principal, (0, 5), (10, 5)), 0), (new(Tie.Principal, (5, 0), (5, 10)), 0)));
        Assert.False(Cross((new(Tie.Principal, (0, 5), (5, 5)), 0), (new(Tie.Principal, (5, 0), (5, 10)), 0)));
        Assert.False(Within(new(Part.Card, 0, 0, 10, 10), new(Part.Band, 1, 0, 10, 10)));
    }

    internal static void Hold(TreeData tree)
    {
        var pages = TreeOnPaper.Draw(tree);
        var phone = TreeOnPhone.Draw(tree);
        Assert.All((IEnumerable<Sheet>)[.. pages, phone], sheet =>
        {
            NothingLeavesItsPlace(sheet);
            NoCrossing(sheet);
        });
        Assert.All(pages, CardsDoNotTouch);

        var written = TreePicture.PaperSvg(tree);
        Assert.Equal(written, TreePicture.PaperSvg(tree));
        EveryCodeIsSaid(tree, string.Join(' ', written.Select(Words)));
        EveryCodeIsSaid(tree, Words(TreePicture.PhoneSvg(tree)));
    }

    private static void NothingLeavesItsPlace(Sheet sheet)
    {
        foreach (var mark in sheet.Marks)
        {
            switch (mark)
            {
                case Mark.Run { Within: var box } run:
                    var (from, to) = run.EndsAtX ? (run.X - run.Width, run.X) : (run.X, run.X + run.Width);
                    Assert.True(from >= (box?.X ?? 0) - Slack && to <= (box?.Right ?? sheet.Width) + Slack, $"« {run.Text} » leaves its place: {from}–{to} in {box}");
                    Assert.True(run.Y - (run.Size * 0.75) >= (box?.Y ?? 0) - 1 && run.Y + (run.Size * 0.25) <= (box?.Bottom ?? sheet.Height) + 1, $"« {run.Text} » leaves its place at {run.Y} in {box}");
                    break;
                case Mark.Box { Within: { } around } box:
                    Assert.True(Within(box, around), $"{box} leaves {around}");
                    break;
                case Mark.Box box:
                    Assert.True(box.X >= 0 && box.Right <= sheet.Width && box.Y >= 0 && box.Bottom <= sheet.Height, $"{box} leaves the sheet");
                    break;
            }
        }
    }

    private static void CardsDoNotTouch(Sheet sheet)
    {
        var cards = sheet.Marks.OfType<Mark.Box>().Where(box => box.Part is Part.Card).OrderBy(card => card.Y).ToList();
        for (var i = 0; i < cards.Count; i++)
        {
            for (var j = i + 1; j < cards.Count && cards[j].Y < cards[i].Bottom - Slack; j++)
            {
                Assert.True(cards[j].X >= cards[i].Right - Slack || cards[i].X >= cards[j].Right - Slack, $"{cards[i]} lies over {cards[j]}");
            }
        }
    }

    private static void NoCrossing(Sheet sheet)
    {
        var segments = sheet.Marks.OfType<Mark.Line>().Where(line => line.Tie == Tie.Principal).SelectMany(line => Enumerable.Range(0, line.Points.Count - 1).Select(i => (Line: line, Index: i))).ToList();
        for (var i = 0; i < segments.Count; i++)
        {
            for (var j = i + 1; j < segments.Count; j++)
            {
                Assert.False(Cross(segments[i], segments[j]), $"{segments[i]} crosses {segments[j]}");
            }
        }
    }

    /// <summary>Two lines that only touch, at an end, are one branching.</summary>
    private static bool Cross((Mark.Line Line, int Index) first, (Mark.Line Line, int Index) second)
    {
        var (a, b, c, d) = (first.Line.Points[first.Index], first.Line.Points[first.Index + 1], second.Line.Points[second.Index], second.Line.Points[second.Index + 1]);
        return Between(c.X, a.X, b.X) && Between(a.Y, c.Y, d.Y) && Math.Abs(c.X - d.X) < Slack && Math.Abs(a.Y - b.Y) < Slack
            || (Between(a.X, c.X, d.X) && Between(c.Y, a.Y, b.Y) && Math.Abs(a.X - b.X) < Slack && Math.Abs(c.Y - d.Y) < Slack);
    }

    private static bool Between(double value, double one, double other) => value > Math.Min(one, other) + Slack && value < Math.Max(one, other) - Slack;

    private static bool Within(Mark.Box box, Mark.Box around) =>
        box.X >= around.X - Slack && box.Right <= around.Right + Slack && box.Y >= around.Y - Slack && box.Bottom <= around.Bottom + Slack;

    private static void EveryCodeIsSaid(TreeData tree, string text)
    {
        var words = text.Split([' ', '\n', ',', '·', ':', '\u00A0', '(', ')'], StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var codes = tree.Purposes.Select(purpose => purpose.Code)
            .Concat(tree.Objectives.Select(objective => objective.Code))
            .Concat(tree.Actions.Concat(tree.Criteria).Select(node => node.Code));
        Assert.All(codes, code => Assert.Contains(code, words));
    }

    private static string Words(string svg) => string.Join(' ', XElement.Parse(svg).DescendantNodes().OfType<XText>().Select(text => text.Value));

    private static TreeData Tree(Random chance, int objectives, int actions, int criteria, int indicators)
    {
        string Objective() => $"O{chance.Next(1, objectives + 3)}";
        string Text(int most) => string.Join(' ', Enumerable.Range(0, chance.Next(1, most)).Select(_ => new string((char)chance.Next('a', 'z' + 1), chance.Next(1, chance.Next(20) == 0 ? 90 : 12))));
        TreeNode Node(string code) => new(code, Text(14), chance.Next(8) == 0 ? null : Objective(), [.. Enumerable.Range(0, Math.Max(0, chance.Next(-3, 6))).Select(_ => Objective())]);
        List<TreePurpose> purposes = [.. Enumerable.Range(1, chance.Next(0, 4)).Select(number => new TreePurpose($"F{number}", Text(40), [.. Enumerable.Range(0, 4).Select(_ => Objective())]))];
        return new()
        {
            Title = Text(20),
            Subtitle = Text(6),
            Language = chance.Next(2) == 0 ? Language.French : Language.English,
            Purposes = purposes,
            Objectives = [.. Enumerable.Range(1, objectives).Select(number => new TreeObjective($"O{number}", Text(20)))],
            Actions = [.. Enumerable.Range(1, actions).Select(number => Node($"A{number}"))],
            Criteria = [.. Enumerable.Range(1, criteria).Select(number => Node($"C{number}"))],
            Indicators = [.. Enumerable.Range(1, indicators).Select(_ => new TreeIndicator(Text(9), $"C{chance.Next(1, criteria + 2)}", Text(4), Text(8), (TreeState)chance.Next(6)))],
        };
    }
}
