using SocialUtility.Bot.Wording;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Pictures;

/// <summary>What stands in a tree, counted: the description of its picture, and its alternative text on a card.</summary>
public sealed record TreeCounts(int Purposes, int Objectives, int Actions, int ToBeLinked, int Criteria, int Indicators)
{
    public static TreeCounts Of(ProjectTree tree) => new(
        tree.Purposes.Count(),
        tree.Branches.Count,
        tree.Actions.Count,
        tree.ToBeLinked.Count,
        tree.Criteria.Count,
        tree.Criteria.Sum(measured => measured.Indicators.Count));

    /// <summary>What stands under one objective, be it besides.</summary>
    public static TreeCounts Of(Branch branch) => new(
        0, 1, branch.Actions.Count + branch.AlsoServedBy.Count, 0, branch.Criteria.Count + branch.AlsoSeenBy.Count, branch.Criteria.Sum(measured => measured.Indicators.Count));

    /// <summary>« 1 finalité, 3 objectifs, 4 actions dont 1 à relier, … Le même contenu existe en texte indenté. »</summary>
    public string Said(Words words)
    {
        var actions = Number(words, "actions", Actions);
        return words.Say("picture.tree.description", string.Join(", ",
        [
            Number(words, "purposes", Purposes),
            Number(words, "objectives", Objectives),
            ToBeLinked == 0 ? actions : words.Say("picture.tree.count.loose", actions, ToBeLinked),
            Number(words, "criteria", Criteria),
            Number(words, "indicators", Indicators),
        ]));
    }

    /// <summary>The same of one objective alone.</summary>
    public string Said(Words words, string objective) => words.Say("picture.tree.description", string.Join(", ",
    [
        words.Say("picture.tree.phone.objective", objective),
        Number(words, "actions", Actions),
        Number(words, "criteria", Criteria),
        Number(words, "indicators", Indicators),
    ]));

    internal static TreeCounts Of(TreeShape shape)
    {
        List<ShapedCriterion> criteria = [.. shape.Branches.SelectMany(branch => branch.Criteria), .. shape.LooseCriteria];
        return new(
            shape.Purposes.Count(purpose => purpose.Purpose is not null),
            shape.Branches.Count(),
            shape.Actions,
            shape.LooseActions.Count,
            criteria.Count,
            criteria.Sum(criterion => criterion.Indicators.Count) + shape.LooseIndicators.Count);
    }

    internal static TreeCounts Of(TreeShape shape, string objective) => shape.Branches.FirstOrDefault(branch => branch.Objective.Code == objective) is { } branch
        ? new(0, 1, branch.Actions.Count + branch.AlsoActions.Count, 0, branch.Criteria.Count + branch.AlsoCriteria.Count, branch.Criteria.Sum(criterion => criterion.Indicators.Count))
        : new(0, 0, 0, 0, 0, 0);

    private static string Number(Words words, string what, int count) => words.Say(count < 2 ? $"picture.tree.count.{what}.1" : $"picture.tree.count.{what}", count);
}
