using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using SocialUtility.Bot.Pictures;
using SocialUtility.Domain;

namespace SocialUtility.Tests.Pictures;

/// <summary>The tree as a picture: read by somebody outside, without anybody explaining it (deck rows D07, D13).</summary>
public sealed partial class TreePictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    [Trait("Deck", "D13")]
    public void From_the_picture_alone_one_sees_what_serves_objective_2_and_how_one_would_know()
    {
        var sheet = Assert.Single(TreeOnPaper.Draw(SomeTree.Potager));
        var band = BandOf(sheet, "O2");

        Assert.Equal(
            ["O2", "Sauver du gaspillage 4 tonnes de denrées par an", "A2 · Glanage et distribution", "C2 · «\u00A0Manger bien sans se cacher\u00A0»", "Denrées sauvées du gaspillage 4\u00A0310 kg départ 2\u00A0600 · cible 4\u00A0000 · estimé"],
            [.. Said(sheet, band)[0].Split(' ', 2), .. Said(sheet, band)[1..]]);
    }

    [Fact]
    [Trait("Deck", "D07")]
    public void An_action_linked_besides_is_said_on_its_card_on_the_objective_and_by_a_dashed_line()
    {
        var sheet = Assert.Single(TreeOnPaper.Draw(SomeTree.Potager));
        var action = CardOf(sheet, "A1 ·");
        var objective = CardOf(sheet, "O3");

        Assert.Contains(Runs(sheet), run => run.Text == "aussi O3" && run.Within is { Part: Part.Tag } tag && tag.Within == action);
        Assert.Contains(Runs(sheet), run => run.Text == "aussi servi par A1" && run.Within == objective);
        var line = Assert.Single(Lines(sheet, Tie.Secondary));
        Assert.NotNull(line.Dashes);
        Assert.Equal((objective.Right, objective.Middle + 11), line.Points[0]);
        Assert.Equal((action.X, action.Middle + 5), line.Points[^1]);
    }

    [Fact]
    public void What_hangs_on_nothing_is_shown_with_its_question()
    {
        var sheet = Assert.Single(TreeOnPaper.Draw(SomeTree.Potager));
        var loose = CardOf(sheet, "A4 ·").Within!;

        Assert.NotNull(loose.Dashes);
        Assert.Contains("À RELIER", Texts(sheet, loose));
        Assert.Contains("À quel objectif sert-elle\u00A0? Réponse\u00A0: «\u00A0je ne sais pas\u00A0». À relier.", Texts(sheet, loose));
        Assert.Contains("4 actions dont 1 à relier", sheet.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worked_example_is_drawn_as_its_model()
    {
        var drawn = Structure(XElement.Parse(Assert.Single(TreePicture.PaperSvg(SomeTree.Potager))));

        Assert.Equal(
            [
                "Le Potager des Voisins — ce que nous voulons, ce que nous faisons, comment nous le savons",
                "1 finalité, 3 objectifs, 4 actions dont 1 à relier, 3 critères, 5 indicateurs. Le même contenu existe en texte indenté.",
                "bandes 4", "finalités 1", "objectifs 3", "actions 3", "critères 3", "indicateurs 5", "à relier 1", "lignes secondaires 1",
            ],
            drawn);
    }

    [Fact]
    public void Thirty_actions_stand_on_one_page_in_letters_of_8_points_or_more_without_long_lines()
    {
        var sheet = Assert.Single(TreeOnPaper.Draw(SomeTree.Large));

        Assert.Equal((1123, 794), (sheet.Width, sheet.Height));
        Assert.All(Runs(sheet).Where(run => run.Within is { Part: Part.Card }), run => Assert.True(run.Size >= 9.7, run.Text));
        Assert.All(Lines(sheet, Tie.Secondary), stub => Assert.Equal(11, Math.Abs(stub.Points[0].X - stub.Points[1].X), 3));
        Assert.DoesNotContain(Runs(sheet), run => run.Text.Contains('…', StringComparison.Ordinal));
    }

    [Fact]
    public void Sixty_actions_of_long_names_go_on_other_pages_and_none_is_cut()
    {
        var data = SomeTree.Large with
        {
            Actions = [.. Enumerable.Range(1, 60).Select(number => new TreeNode($"A{number}", $"Action {number} " + string.Concat(Enumerable.Repeat("avec les habitants du quartier ", 6)), $"O{1 + (number % 2)}"))],
        };
        var sheets = TreeOnPaper.Draw(data);

        Assert.True(sheets.Count > 1);
        Assert.All(sheets, (sheet, i) => Assert.Contains(Runs(sheet), run => run.Text.EndsWith($"page {i + 1} sur {sheets.Count}", StringComparison.Ordinal)));
        Assert.All(sheets, sheet => Assert.Contains(Runs(sheet), run => run.Text == "FINALITÉ"));
        Assert.All(data.Actions, action => Assert.Equal(1, sheets.Sum(sheet => Runs(sheet).Count(run => run.Text.StartsWith($"{action.Code} ·", StringComparison.Ordinal)))));
        Assert.Contains(sheets.SelectMany(Runs), run => run.Text == "O1 (suite)");
    }

    [Fact]
    public void Each_state_is_told_apart_by_its_shape_and_its_words()
    {
        var data = SomeTree.Potager with
        {
            Indicators =
            [
                new("Zéro mesuré", "C1", "0", "cible 120"),
                new("Non relevé", "C1", "non relevé", "questionnaire reporté", TreeState.NotMeasured),
                new("Sans objet", "C1", "sans objet", "pas d’activité cet été", TreeState.NotApplicable),
                new("En retard", "C1", "en retard", "attendu le 31\u00A0décembre 2026", TreeState.Late),
            ],
        };
        foreach (var sheet in (Sheet[])[TreeOnPaper.Draw(data)[0], TreeOnPhone.Draw(data)])
        {
            var shapes = data.Indicators.Select(indicator => CardOf(sheet, indicator.Text)).ToList();
            Assert.Null(shapes[0].Dashes);
            Assert.Equal([4f, 3f], shapes[1].Dashes!);
            Assert.Equal([1.5f, 3f], shapes[2].Dashes!);
            Assert.Equal([4f, 3f], shapes[3].Dashes!);
            Assert.All(data.Indicators, (indicator, i) => Assert.Contains(indicator.Value, Texts(sheet, shapes[i])));
        }
    }

    [Fact]
    public void Nothing_is_said_by_colour_alone()
    {
        var sheet = Assert.Single(TreeOnPaper.Draw(SomeTree.Large));
        var cards = Boxes(sheet, Part.Card).ToList();

        // Grey out everything: kinds of cards still differ in edge, roundness, bar or dashes.
        var shapes = cards.Select(card => (card.Round, card.Thickness, Dashes: string.Join(' ', card.Dashes ?? []), Bar: Boxes(sheet, Part.Bar).Any(bar => bar.Within == card))).Distinct().ToList();
        Assert.Equal(cards.Select(card => (card.Fill, card.Stroke, Bar: Boxes(sheet, Part.Bar).Any(bar => bar.Within == card), card.Round)).Distinct().Count(), shapes.Count);

        // And no red or green anywhere but the dark bar of an action.
        Assert.DoesNotContain(cards, card => card.Stroke is { } stroke && stroke.Red > 180 && stroke.Green < 80);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public void An_empty_project_says_what_is_not_there_yet(Language language)
    {
        TreeData empty = new() { Title = "Nouvelle", Language = language };
        var note = language == Language.French ? "aucun objectif" : "no objective";

        Assert.Contains(note, Runs(Assert.Single(TreeOnPaper.Draw(empty))).Select(run => run.Text));
        Assert.Contains(note, Runs(TreeOnPhone.Draw(empty)).Select(run => run.Text));
        TreeLaws.Hold(empty);
    }

    [Fact]
    public void An_objective_with_nothing_says_so_in_each_column_and_one_with_only_secondary_actions_does_not()
    {
        TreeData data = new()
        {
            Title = "Essai",
            Language = Language.French,
            Purposes = [new("F1", "Une finalité", ["O1", "O2"]), new("F2", "Une autre", [])],
            Objectives = [new("O1", "Seul"), new("O2", "Servi"), new("O3", "Servi aussi"), new("O4", "Sans mesure")],
            Actions = [new("A1", "Agir", "O2", "O3")],
            Criteria = [new("C1", "Compter", "O2", "O3"), new("C2", "Regarder", "O4")],
        };
        var sheet = Assert.Single(TreeOnPaper.Draw(data));

        Assert.Equal(["aucun critère", "aucune action"], Texts(sheet, BandOf(sheet, "O1")).Where(text => text.StartsWith("aucun", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Texts(sheet, BandOf(sheet, "O3")), text => text.StartsWith("aucun", StringComparison.Ordinal));
        Assert.Contains("voir aussi C1", Texts(sheet, BandOf(sheet, "O3")));
        Assert.Contains("pas encore d’indicateur", Texts(sheet, BandOf(sheet, "O4")));
        Assert.Contains(Runs(sheet), run => run.Text == "aucun objectif");
        Assert.Contains(Runs(sheet), run => run.Text == "aucune finalité");
        TreeLaws.Hold(data);
    }

    [Fact]
    public void One_objective_alone_fits_a_card_and_the_last_one_brings_what_is_to_be_linked()
    {
        var first = TreeOnPhone.Draw(SomeTree.Large, "O1");
        var last = TreeOnPhone.Draw(SomeTree.Large, "O5");

        Assert.Contains(Runs(first), run => run.Text == "A2 · Repas partagés du premier dimanche");
        Assert.DoesNotContain(Runs(first), run => run.Text.Contains("Glanage", StringComparison.Ordinal) || run.Text == "À RELIER");
        Assert.Contains(Runs(last), run => run.Text == "À RELIER");
    }

    [Fact]
    public void The_picture_is_one_image_with_a_title_and_a_description_for_a_screen_reader()
    {
        var svg = XElement.Parse(TreePicture.PhoneSvg(SomeTree.Potager with { Language = Language.English }));
        var names = svg.Attribute("aria-labelledby")!.Value;

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("en", svg.Attribute("lang")!.Value);
        Assert.Equal(names, $"{svg.Element(Svg + "title")!.Attribute("id")!.Value} {svg.Element(Svg + "desc")!.Attribute("id")!.Value}");
        Assert.NotEqual(names, XElement.Parse(TreePicture.PaperSvg(SomeTree.Potager)[0]).Attribute("aria-labelledby")!.Value);
    }

    [Fact]
    public void In_whatever_font_words_are_set_as_wide_as_they_were_measured()
    {
        var svg = XElement.Parse(TreePicture.PaperSvg(SomeTree.Potager)[0]);
        var title = svg.Elements(Svg + "text").First();

        Assert.All(svg.Elements(Svg + "text"), text => Assert.Equal("spacingAndGlyphs", text.Attribute("lengthAdjust")?.Value));
        Assert.InRange(double.Parse(title.Attribute("textLength")!.Value, System.Globalization.CultureInfo.InvariantCulture), 600, 800);
    }

    [Fact]
    public void A_picture_has_the_size_of_its_sheet_and_the_same_tree_gives_the_same_bytes()
    {
        using var paper = SKBitmap.Decode(TreePicture.PaperPng(SomeTree.Potager, 1)!);

        Assert.Equal((2246, 1588), (paper.Width, paper.Height));
        Assert.Equal(TreePicture.PaperPng(SomeTree.Potager, 1)!, TreePicture.PaperPng(SomeTree.Potager, 1)!);
        Assert.Equal(TreePicture.PhonePng(SomeTree.Large, "O2"), TreePicture.PhonePng(SomeTree.Large, "O2"));
        Assert.True(TreePicture.PaperPng(SomeTree.Large, 1)!.Length < 700_000);
    }

    [Fact]
    public void Hostile_words_stay_words_and_stay_in_their_cards()
    {
        string[] hostile =
        [
            "<script>alert(1)</script> & \"quotes\" ]]>",
            "\u202Eabc\u202C שלום עולם مرحبا بالعالم",
            "👩‍👩‍👧‍👦 🍅🍅🍅 jardin 🇫🇷",
            new string('w', 200),
            "a\u0000b\u0007c\td\ne\u2028f\uFFFE",
            "e" + new string('\u0301', 60) + " accents",
            "漢字" + string.Concat(Enumerable.Repeat("漢字", 40)),
            "\uFDFD \uD808\uDC31",
        ];
        var data = SomeTree.Potager with
        {
            Title = hostile[0],
            Purposes = [new("F1", hostile[1], ["O1", "O2", "O3"])],
            Objectives = [new("O1", hostile[3]), new("O2", hostile[2]), new("O3", hostile[4])],
            Actions = [.. hostile.Select((text, i) => new TreeNode($"A{i + 1}", text, "O1", "O2", "O3"))],
            Criteria = [new("C1", hostile[5], "O1"), new("C2", hostile[3], "O2", "O3")],
            Indicators = [.. hostile.Select(text => new TreeIndicator(text, "C1", text, text, TreeState.Words))],
        };
        TreeLaws.Hold(data);
        var svg = TreePicture.PaperSvg(data)[0];
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', svg);
        Assert.NotEmpty(TreePicture.PaperPng(data, 1)!);
    }

    /// <summary>What a picture consists of, whatever its exact places: the models of the reference pages have the same.</summary>
    private static IEnumerable<string> Structure(XElement svg)
    {
        var boxes = svg.Elements(Svg + "rect").ToList();
        int Filled(string fill, string? stroke = null) => boxes.Count(box => box.Attribute("fill")!.Value == fill && (stroke is null || box.Attribute("stroke")?.Value == stroke));
        var bands = Filled("#F4F6F8") + boxes.Count(box => box.Attribute("width")!.Value == "1079" && box.Attribute("fill")!.Value == "#FBF0E0");
        yield return svg.Element(Svg + "title")!.Value;
        yield return svg.Element(Svg + "desc")!.Value;
        yield return $"bandes {bands}";
        yield return $"finalités {Filled("#0B4F82")}";
        yield return $"objectifs {Filled("#E6F0F7", "#0B4F82")}";
        yield return $"actions {Filled("#0A6350")}";
        yield return $"critères {Filled("#F3EAF5", "#6A3577")}";
        yield return $"indicateurs {boxes.Count(box => box.Attribute("x")?.Value == "798" && box.Attribute("width")!.Value == "295")}";
        yield return $"à relier {boxes.Count(box => box.Attribute("x")?.Value == "286" && box.Attribute("stroke")?.Value == "#8A4300")}";
        yield return $"lignes secondaires {svg.Elements(Svg + "path").Count(path => path.Attribute("stroke")!.Value == "#8A4300" && Far.IsMatch(path.Attribute("d")!.Value))}";
    }

    internal static IEnumerable<Mark.Run> Runs(Sheet sheet) => sheet.Marks.OfType<Mark.Run>();

    internal static IEnumerable<Mark.Box> Boxes(Sheet sheet, Part part) => sheet.Marks.OfType<Mark.Box>().Where(box => box.Part == part);

    internal static IEnumerable<Mark.Line> Lines(Sheet sheet, Tie tie) => sheet.Marks.OfType<Mark.Line>().Where(line => line.Tie == tie);

    private static Mark.Box CardOf(Sheet sheet, string beginning) =>
        Runs(sheet).First(run => run.Within is { Part: Part.Card } && run.Text.StartsWith(beginning, StringComparison.Ordinal)).Within!;

    private static Mark.Box BandOf(Sheet sheet, string code) => CardOf(sheet, code).Within!;

    private static List<string> Texts(Sheet sheet, Mark.Box box) =>
        [.. Runs(sheet).Where(run => run.Within == box || run.Within?.Within == box || run.Within?.Within?.Within == box).Select(run => run.Text)];

    /// <summary>The cards of a band, from left to right, each as one sentence.</summary>
    private static List<string> Said(Sheet sheet, Mark.Box band) =>
        [.. Boxes(sheet, Part.Card).Where(card => card.Within == band).OrderBy(card => card.X).ThenBy(card => card.Y).Select(card => string.Join(' ', Texts(sheet, card)))];

    [GeneratedRegex("H.*V")]
    private static partial Regex Far { get; }
}
