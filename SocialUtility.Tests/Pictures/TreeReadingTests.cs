using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Bot.Pictures;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Measurements;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests.Pictures;

/// <summary>From what an association has written and read to what is drawn of it.</summary>
public sealed class TreeReadingTests
{
    private static readonly DateOnly January = new(2027, 1, 15);

    [Fact]
    [Trait("Deck", "D07")]
    public async Task The_worked_example_is_drawn_from_its_rows_as_in_the_reference()
    {
        var data = (await ExampleAsync()).Data;

        Assert.Equal(SomeTree.Potager.Title, data.Title);
        Assert.Equal(SomeTree.Potager.Subtitle, data.Subtitle.Replace('\u00A0', ' '));
        Assert.Equal(SomeTree.Potager.Purposes[0].Text, data.Purposes[0].Text);
        Assert.Equal(SomeTree.Potager.Objectives.Select(one => (one.Code, one.Text)), data.Objectives.Select(one => (one.Code, one.Text)));
        Assert.Equal(SomeTree.Potager.Actions.Select(Shown), data.Actions.Select(Shown));
        Assert.Equal(SomeTree.Potager.Criteria.Select(Shown), data.Criteria.Select(Shown));
        Assert.Equal(
            ["52 personnes", "non relevé", "« Je reviens pour les tomates, je reste pour les gens. »", "4 310 kg", "45 participations"],
            data.Indicators.OrderBy(one => one.Criterion, StringComparer.Ordinal).Select(one => one.Value.Replace('\u00A0', ' ')));
        Assert.Equal([TreeState.Measured, TreeState.NotMeasured, TreeState.Words], data.Indicators.Where(one => one.Criterion == "C1").Select(one => one.State));
    }

    [Fact]
    public async Task All_that_the_picture_says_stands_in_the_text()
    {
        var tree = await ExampleAsync();
        var text = TreeText.Indented(tree.Lines);

        Assert.All(tree.Data.Objectives.Select(one => one.Text), said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.All(tree.Data.Actions.Concat(tree.Data.Criteria).Select(one => $"{one.Code}\u00A0: {one.Text}"), said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.All(tree.Data.Indicators, one => Assert.Contains($"{one.Text} — {one.Value} ({one.Detail})", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Any_project_is_drawn_in_the_order_of_its_text() => Prop.ForAll(SomeProject.Arbitrary, project =>
    {
        TreeReading tree = new(project.Dossier, [], 2026, January, Language.French);
        TreeLaws.Hold(tree.Data);
        var drawn = TreeShape.Of(tree.Data).Branches.SelectMany(branch => (IEnumerable<string>)[branch.Objective.Code, .. branch.Actions.Select(one => one.Code), .. branch.Criteria.Select(one => one.Node.Code)]);
        var told = tree.Lines.Where(line => line.Level is 1 or 2 && !line.Text.Contains("lien secondaire", StringComparison.Ordinal) && line.Text.Split(' ') is ["Objectif" or "Action" or "Critère", ..]).Select(line => line.Text.Split(' ', '\u00A0')[1]);
        Assert.Equal(told, drawn);
    }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(50));

    private static (string, string, string?, string) Shown(TreeNode node) => (node.Code, node.Text, node.Principal, string.Join(' ', node.Secondary) + node.Asked);

    private static async Task<TreeReading> ExampleAsync()
    {
        MemoryTable table = new();
        var cancellation = TestContext.Current.CancellationToken;
        var potager = Id<Association>.Parse("potager");
        await table.WriteAsync(Association.Partition(potager), WorkedExample.Rows(potager, An.Coordinator, new(2027, 1, 15, 9, 0, 0, TimeSpan.Zero)), cancellation);
        var readings = await new Ledger(table, potager).OfYearsAsync(2026, 2026, cancellation);
        return new((await Dossier.OpenAsync(table, potager, cancellation))!, readings, 2026, January, Language.French);
    }
}
