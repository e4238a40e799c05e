using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;

namespace SocialUtility.Tests.BotFramework.AdaptiveCards;

public sealed class CardsAsJsonTests
{
    public static TheoryData<string> Cards =>
    [
        """
        { "type": "AdaptiveCard", "version": "1.5", "lang": "fr", "fallbackText": "Indicateur : repas servis.", "speak": "Repas servis",
          "body": [
            { "type": "TextBlock", "text": "Repas servis", "wrap": true, "style": "heading", "size": "Large", "weight": "Bolder", "spacing": "None" },
            { "type": "TextBlock", "text": "Non relevé", "isSubtle": true, "color": "Attention", "fontType": "Monospace", "horizontalAlignment": "Right", "maxLines": 2 },
            { "type": "FactSet", "facts": [ { "title": "Relevé", "value": "chaque trimestre" }, { "title": "Cible", "value": "60" } ] } ] }
        """,
        """
        { "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "Input.ChoiceSet", "id": "annee", "label": "Que dit-on pour l’année ?", "wrap": true, "style": "expanded", "isMultiSelect": false, "isRequired": true, "errorMessage": "Choisissez une réponse.",
              "choices": [ { "title": "On garde le dernier", "value": "last" }, { "title": "On additionne", "value": "sum" } ], "value": "last" },
            { "type": "Input.Text", "id": "pourquoi", "label": "Pourquoi ?", "maxLength": 500, "isMultiline": true, "style": "Email", "regex": "^.+$", "placeholder": "en quelques mots",
              "inlineAction": { "type": "Action.Submit", "title": "Dire" } },
            { "type": "Input.Number", "id": "repas", "label": "Repas", "value": 12.5, "min": 0, "max": 100 },
            { "type": "Input.Date", "id": "jour", "value": "2026-09-30", "min": "2026-01-01" },
            { "type": "Input.Time", "id": "heure", "value": "18:30" },
            { "type": "Input.Toggle", "id": "accord", "title": "D’accord", "value": "oui", "valueOn": "oui", "valueOff": "non", "wrap": true } ],
          "actions": [
            { "type": "Action.Submit", "title": "Répondre", "style": "positive", "tooltip": "Envoyer", "data": { "kind": "guide.answer", "v": 1, "parts": [ 1, "deux", null ] } },
            { "type": "Action.Submit", "title": "Passer", "associatedInputs": "none", "mode": "secondary", "isEnabled": false },
            { "type": "Action.Execute", "title": "Voir", "verb": "view", "associatedInputs": "none", "data": { "i": "i-1" }, "fallback": { "type": "Action.Submit", "title": "Voir" } },
            { "type": "Action.OpenUrl", "title": "Lire", "url": "https://exemple.test/a?b=c" },
            { "type": "Action.ToggleVisibility", "title": "Un exemple ?", "targetElements": [ "exemple", { "elementId": "autre", "isVisible": false } ] },
            { "type": "Action.ShowCard", "title": "Plus", "card": { "type": "AdaptiveCard", "body": [ { "type": "TextBlock", "text": "Voilà" } ] } },
            { "type": "Action.Popover", "title": "Bientôt", "content": { "type": "Container", "items": [] } } ] }
        """,
        """
        { "type": "AdaptiveCard", "version": "1.5", "msteams": { "width": "Full" },
          "backgroundImage": "https://exemple.test/fond.png", "minHeight": "100px", "verticalContentAlignment": "Center", "rtl": false,
          "refresh": { "action": { "type": "Action.Execute", "verb": "view" }, "userIds": [ "29:un" ] },
          "body": [
            { "type": "Container", "id": "exemple", "isVisible": false, "style": "emphasis", "bleed": true, "roundedCorners": true, "separator": true, "minHeight": "50px",
              "backgroundImage": { "url": "fond.png", "fillMode": "RepeatHorizontally", "verticalAlignment": "Center" },
              "selectAction": { "type": "Action.OpenUrl", "url": "https://exemple.test/" },
              "items": [ { "type": "Image", "url": "https://exemple.test/arbre.png", "altText": "Un arbre", "size": "Stretch", "style": "Person", "width": "80px", "height": "60px" } ] },
            { "type": "ColumnSet", "columns": [
              { "type": "Column", "width": "92px", "items": [] }, { "type": "Column", "width": "stretch", "items": [] }, { "type": "Column", "width": 2, "items": [], "height": "stretch" } ] },
            { "type": "ImageSet", "imageSize": "Small", "images": [ { "type": "Image", "url": "a.png" } ] },
            { "type": "ActionSet", "spacing": "Small", "actions": [ { "type": "Action.Submit", "title": "Oui" } ] },
            { "type": "RichTextBlock", "horizontalAlignment": "Center", "inlines": [ { "type": "TextRun", "text": "Très ", "weight": "Bolder", "highlight": true }, { "type": "TextRun", "text": "bien", "strikethrough": true, "lang": "fr" } ] },
            { "type": "Table", "firstRowAsHeaders": false, "showGridLines": false, "gridStyle": "accent", "horizontalCellContentAlignment": "Center",
              "columns": [ { "width": 3 }, { "width": "100px", "verticalCellContentAlignment": "Bottom" } ],
              "rows": [ { "type": "TableRow", "style": "good", "cells": [ { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "2026" } ] } ] } ] } ] }
        """,
        """
        { "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "Chart.VerticalBar", "id": "denrees", "title": "Denrées", "showBarValues": true, "yMin": 0, "spacing": "Small", "data": [ { "x": "jan", "y": 290.5 }, { "x": "fév", "y": 275 } ],
              "requires": { "charts": "1.0" },
              "fallback": { "type": "Image", "id": "denrees", "url": "https://exemple.test/denrees.png", "altText": "Histogramme" } },
            { "type": "ProgressBar", "value": 3930, "max": 4000, "color": "Accent", "fallback": "drop" } ] }
        """,
    ];

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_read_and_written_is_the_same_card(string json)
    {
        var card = AdaptiveCard.FromJson(json).Card;

        AssertSame(json, card.ToJson());
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_in_an_attachment_is_written_by_any_serializer_as_it_writes_itself(string json)
    {
        object attachment = new Attached(AdaptiveCard.ContentType, AdaptiveCard.FromJson(json).Card);

        var written = JsonNode.Parse(JsonSerializer.Serialize(attachment, JsonSerializerOptions.Web))!;

        AssertSame(json, written["content"]!.ToJsonString());
    }

    [Fact]
    public void A_serializer_reads_a_card_too() =>
        Assert.Equal("Bonjour", Assert.IsType<AdaptiveTextBlock>(Assert.Single(JsonSerializer.Deserialize<AdaptiveCard>(Card("""{ "type": "TextBlock", "text": "Bonjour" }"""))!.Body)).Text);

    [Fact]
    public void What_a_bot_builds_is_written_in_the_words_of_the_schema()
    {
        var card = new AdaptiveCard("1.5")
        {
            Lang = "fr",
            Body =
            [
                new AdaptiveTextBlock("Bonjour") { Wrap = true, Size = AdaptiveTextSize.ExtraLarge, Style = AdaptiveTextBlockStyle.Heading },
                new AdaptiveContainer { new AdaptiveTextBlock("dedans") },
                new AdaptiveColumnSet { Columns = [new AdaptiveColumn { Width = "auto" }] },
                new AdaptiveImage("https://exemple.test/a.png") { PixelWidth = 40, PixelHeight = 20 },
            ],
            Actions = [new AdaptiveSubmitAction { Title = "Oui", Data = new Answer("vote", 2) }, new AdaptiveSubmitAction { Title = "Non", DataJson = """{"kind":"vote"}""" }],
        };

        AssertSame("""
            { "type": "AdaptiveCard", "version": "1.5", "lang": "fr",
              "body": [
                { "type": "TextBlock", "text": "Bonjour", "wrap": true, "size": "ExtraLarge", "style": "heading" },
                { "type": "Container", "items": [ { "type": "TextBlock", "text": "dedans" } ] },
                { "type": "ColumnSet", "columns": [ { "type": "Column", "width": "auto", "items": [] } ] },
                { "type": "Image", "url": "https://exemple.test/a.png", "width": "40px", "height": "20px" } ],
              "actions": [
                { "type": "Action.Submit", "title": "Oui", "data": { "kind": "vote", "Count": 2 } },
                { "type": "Action.Submit", "title": "Non", "data": { "kind": "vote" } } ] }
            """, card.ToJson());
    }

    [Fact]
    public void An_element_of_Teams_alone_is_written_through_additional_properties()
    {
        var chart = new AdaptiveUnknownElement { Type = "Chart.Donut", Fallback = new(new AdaptiveTextBlock("60 %")) };
        chart.AdditionalProperties["title"] = "Avancement";
        chart.AdditionalProperties["data"] = new[] { new { legend = "Atteint", value = 60 } };
        chart.AdditionalProperties["inside"] = new List<object> { new AdaptiveTextBlock("dedans"), new Dictionary<string, object?> { ["max"] = 100m, ["low"] = null } };

        AssertSame(Card("""
            { "type": "Chart.Donut", "title": "Avancement", "data": [ { "legend": "Atteint", "value": 60 } ],
              "inside": [ { "type": "TextBlock", "text": "dedans" }, { "max": 100, "low": null } ],
              "fallback": { "type": "TextBlock", "text": "60 %" } }
            """), new AdaptiveCard("1.5") { Body = [chart] }.ToJson());
    }

    [Fact]
    public void Accents_are_written_as_they_are() =>
        Assert.Contains("Déjà relevé", new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock("Déjà relevé")] }.ToJson(), StringComparison.Ordinal);

    [Fact]
    public void Defaults_go_without_saying_and_so_does_the_schema()
    {
        var card = AdaptiveCard.FromJson("""
            { "$schema": "https://adaptivecards.io/schemas/adaptive-card.json", "type": "AdaptiveCard", "version": "1.5", "actions": [],
              "body": [ { "type": "TextBlock", "text": "a", "size": "Default", "spacing": "default", "separator": false, "isVisible": true, "height": "auto", "weight": null } ] }
            """);

        Assert.Empty(card.Warnings);
        AssertSame(Card("""{ "type": "TextBlock", "text": "a" }"""), card.Card.ToJson());
    }

    private static string Card(string element) => $$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [ {{element}} ] }""";

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected:\n{expected}\nActual:\n{actual}");

    private sealed record Attached(string ContentType, object Content);

    private sealed record Answer([property: System.Text.Json.Serialization.JsonPropertyName("kind")] string Kind, int Count);
}
