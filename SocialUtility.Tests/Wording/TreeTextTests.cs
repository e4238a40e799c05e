using FsCheck;
using FsCheck.Fluent;
using SocialUtility.Bot.Wording;
using SocialUtility.Domain;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Example;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Projects;
using SocialUtility.Tests.Storage;

namespace SocialUtility.Tests.Wording;

/// <summary>The tree in words says everything that its picture says, so that nobody needs the picture.</summary>
public sealed class TreeTextTests
{
    private static readonly Id<Association> Potager = Id<Association>.Parse("potager");

    [Fact]
    [Trait("Deck", "D13")]
    [Trait("Deck", "D07")]
    public async Task The_worked_example_reads_as_in_the_reference()
    {
        var (dossier, year) = await ExampleAsync();

        Assert.Equal(
            """
            Finalité F1 : Nous agissons pour que chacun, quels que soient son âge et ses moyens, ait sa place dans le quartier et mange bien.
              Objectif O1 : Permettre à 60 habitants isolés de participer chaque mois à une activité, d’ici décembre 2027
                Action A3 : Repas partagés
                Action A1 : Ateliers jardin du mercredi (sert aussi O3)
                Critère C1 : « On n’est plus seul »
                  Indicateur : Personnes isolées en contact régulier — 52 personnes (départ 31 · cible 60 · compté)
                  Indicateur : Sentiment de solitude (1 à 5, à faire baisser) — non relevé (questionnaire reporté · départ 3,8 · cible 3,0)
                  Indicateur : Une parole sur les liens créés — « Je reviens pour les tomates, je reste pour les gens. » (texte)
              Objectif O2 : Sauver du gaspillage 4 tonnes de denrées par an
                Action A2 : Glanage et distribution
                Critère C2 : « Manger bien sans se cacher »
                  Indicateur : Denrées sauvées du gaspillage — 4 310 kg (départ 2 600 · cible 4 000 · estimé)
              Objectif O3 : Associer les habitants aux choix du jardin
                Action A1 : Ateliers jardin du mercredi (lien secondaire, surtout pour O1)
                Critère C3 : « On décide ensemble »
                  Indicateur : Participations à une décision — 45 participations (départ 0 · cible 80 · compté)
            À relier — Action A4 : Journal du quartier (À quel objectif sert-elle ? Réponse : « je ne sais pas ». À relier.)
            """.ReplaceLineEndings("\n"),
            Said(TreeText.Of(Words.In(Language.French), ProjectTree.Of(dossier), year)));
    }

    [Fact]
    public async Task Without_figures_it_says_where_each_indicator_starts_and_should_get_to()
    {
        var (dossier, _) = await ExampleAsync();
        var text = Said(TreeText.Of(Words.In(Language.English), ProjectTree.Of(dossier)));

        Assert.Contains("Indicator: Denrées sauvées du gaspillage (start 2,600 · target 4,000)", text, StringComparison.Ordinal);
        Assert.Contains("Indicator: Une parole sur les liens créés (words)", text, StringComparison.Ordinal);
        Assert.Contains("To be linked — Action A4: Journal du quartier", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_a_secondary_criterion_names_where_its_details_stand()
    {
        var second = An.Objective with { Id = Id<Objective>.Parse("o2"), Number = 2, Name = "Manger ensemble" };
        var third = An.Objective with { Id = Id<Objective>.Parse("o3"), Number = 3, Name = "Rire" };
        var criterion = An.Criterion with { Links = [new(An.Objective.Id, null), new(second.Id, null)], Mainly = second.Id };
        var apart = An.Criterion with { Id = Id<Domain.Criteria.Criterion>.Parse("c2"), Number = 2, Name = "On rit" };
        var text = Said(TreeText.Of(Words.In(Language.French), ProjectTree.Of(await ProjectTreeTests.DossierAsync(An.Objective, second, third, criterion, apart))));

        Assert.Equal(
            """
            Finalité : aucune n’est dite pour ces objectifs
              Objectif O1 : Associer les habitants aux choix du jardin
                Aucune action
                Critère C1 : « On n’est plus seul » (lien secondaire, détail sous O2)
              Objectif O2 : Manger ensemble
                Aucune action
                Critère C1 : « On n’est plus seul » (sert aussi O1)
                  Pas encore d’indicateur
              Objectif O3 : Rire
                Aucune action
                Aucun critère
            À relier — Critère C2 : « On rit » (De quel objectif parle-t-il ?)
              Pas encore d’indicateur
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Every_code_of_any_tree_stands_in_its_text_and_every_action_and_criterion_stands_once_as_principal() => Prop.ForAll(
        SomeProject.Arbitrary,
        project =>
        {
            var tree = ProjectTree.Of(project.Dossier);
            var lines = TreeText.Of(Words.In(Language.French), tree).Select(line => line.Text).ToList();
            bool Once(string named) => lines.Count(line => line.Contains(named, StringComparison.Ordinal) && !line.Contains("lien secondaire", StringComparison.Ordinal)) == 1;
            return tree.Purposes.All(purpose => Once($"Finalité {purpose.Code}\u00A0:"))
                && tree.Branches.All(branch => Once($"Objectif {branch.Objective.Code}\u00A0:"))
                && tree.Actions.All(action => Once($"Action {action.Code}\u00A0:"))
                && tree.Criteria.All(measured => Once($"Critère {measured.Criterion.Code}\u00A0:"))
                && tree.Criteria.SelectMany(measured => measured.Indicators).All(indicator => Once($"Indicateur\u00A0: {indicator.Name}"));
        }).QuickCheckThrowOnFailure();

    /// <summary>Unbreakable spaces are as plain ones to the reader of a test.</summary>
    private static string Said(IEnumerable<TreeLine> lines) => TreeText.Indented(lines).Replace('\u00A0', ' ');

    private static async Task<(Dossier Dossier, IReadOnlyDictionary<Id<Indicator>, Standing> Year)> ExampleAsync()
    {
        MemoryTable table = new();
        var cancellation = TestContext.Current.CancellationToken;
        DateTimeOffset january = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);
        await table.WriteAsync(Association.Partition(Potager), WorkedExample.Rows(Potager, An.Coordinator, january), cancellation);
        var dossier = (await Dossier.OpenAsync(table, Potager, cancellation))!;
        var readings = await new Ledger(table, Potager).OfYearsAsync(2026, 2026, cancellation);
        return (dossier, dossier.Indicators.ToDictionary(
            indicator => indicator.Id,
            indicator => Standing.Of(Words.In(Language.French), indicator, YearOf.Reading(indicator, 2026, 1, readings, new(2027, 1, 5)))));
    }
}
