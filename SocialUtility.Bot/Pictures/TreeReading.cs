using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;

namespace SocialUtility.Bot.Pictures;

/// <summary>
/// An association's tree with the readings of one year, as it is shown to who has the address: picture and text are made from
/// this, in one language. Totals about few people are not told (domain.md 7.3, G9).
/// </summary>
public sealed class TreeReading
{
    /// <summary>Under it a person might be recognised.</summary>
    private const int Fewest = 5;

    private readonly Words words;
    private readonly ProjectTree tree;
    private readonly Dictionary<Id<Indicator>, Standing> standings;

    /// <param name="dossier">What the association has defined.</param>
    /// <param name="readings">Its readings, of that year at least.</param>
    /// <param name="year">The year in which the association's year starts.</param>
    /// <param name="today">The day it is for the association.</param>
    /// <param name="language">Of the words around what people wrote.</param>
    public TreeReading(Dossier dossier, IReadOnlyList<Measurement> readings, int year, DateOnly today, Language language)
    {
        var association = dossier.Association;
        words = Words.In(language);
        tree = ProjectTree.Of(dossier);
        standings = tree.Criteria.SelectMany(measured => measured.Indicators).ToDictionary(
            indicator => indicator.Id,
            indicator => Standing.Of(words, indicator, YearOf.Reading(indicator, year, association.YearStartsIn, readings.Where(reading => reading.Period.Year == year), today), Fewest));
        var end = Period.OfYear(year, Frequency.Yearly, association.YearStartsIn).First().End;
        Name = association.Name;
        Data = new()
        {
            Title = words.Say("picture.tree.title", association.Name),
            Subtitle = words.Say("picture.tree.subtitle", words.Year(year, association.YearStartsIn), words.Day(end < today ? end : today)),
            Language = language,
            Purposes = [.. tree.Trunks.Where(trunk => trunk.Purpose is not null).Select(trunk => new TreePurpose(trunk.Purpose!.Code, words.Say("tree.so-that", trunk.Purpose.Text.Text), [.. trunk.Branches.Select(branch => branch.Objective.Code)]))],
            Objectives = [.. tree.Branches.Select(branch => new TreeObjective(branch.Objective.Code, branch.Objective.Name) { AlsoFor = [.. branch.AlsoFor.Select(purpose => purpose.Code)] })],
            Actions = [.. tree.Actions.Select(action => Node(action.Code, action.Item.Name, action.Placing) with { Asked = action.Item.AskedOnce })],
            Criteria = [.. tree.Criteria.Select(measured => Node(measured.Criterion.Code, words.Quoted(measured.Criterion.Name), measured.Placing))],
            Indicators = [.. tree.Criteria.SelectMany(measured => measured.Indicators.Select(indicator => Of(standings[indicator.Id], measured.Criterion.Code)))],
        };
    }

    /// <summary>
    /// Of the year asked for, or of the one before where it has no reading yet: early in the year the last full one says more than
    /// an empty picture.
    /// </summary>
    /// <param name="dossier">What the association has defined.</param>
    /// <param name="readings">Its readings of that year and of the one before.</param>
    /// <param name="asked">The year asked for.</param>
    /// <param name="today">The day it is for the association.</param>
    /// <param name="language">Of the words around what people wrote.</param>
    public static TreeReading Of(Dossier dossier, IReadOnlyList<Measurement> readings, int asked, DateOnly today, Language language) =>
        new(dossier, readings, readings.Count > 0 && !readings.Any(reading => reading.Period.Year == asked) ? asked - 1 : asked, today, language);

    public string Name { get; }

    /// <summary>Where each indicator stands in that year.</summary>
    public IReadOnlyDictionary<Id<Indicator>, Standing> Standings => standings;

    public TreeData Data { get; }

    /// <summary>The same as indented text.</summary>
    public IReadOnlyList<TreeLine> Lines => TreeText.Of(words, tree, standings);

    private static TreeNode Node(string code, string name, Placing placing) =>
        new(code, name, placing.Principal?.Code, [.. placing.Secondary.Select(objective => objective.Code)]);

    private static TreeIndicator Of(Standing standing, string criterion) => new(
        standing.Name,
        criterion,
        standing.Value ?? "",
        standing.Detail,
        standing.IsWords ? TreeState.Words : standing.State switch
        {
            State.Measured => TreeState.Measured,
            State.NotMeasured => TreeState.NotMeasured,
            State.NotApplicable => TreeState.NotApplicable,
            State.Late => TreeState.Late,
            _ => TreeState.Running,
        })
    {
        Brief = standing.Brief,
    };
}
