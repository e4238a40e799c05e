using AdaptiveCards;

namespace SocialUtility.Tests.BotFramework.AdaptiveCards;

public sealed class CardReadingTests
{
    [Fact]
    public void Unknown_elements_and_members_are_kept_and_each_is_warned_of_once()
    {
        var result = AdaptiveCard.FromJson("""
            { "type": "AdaptiveCard", "version": "1.5", "body": [
              { "type": "Badge", "text": "En retard", "size": "Medium" },
              { "type": "Container", "roundedCorners": true, "targetWidth": "Wide", "items": [] } ] }
            """);

        Assert.Equal("Medium", Assert.IsType<AdaptiveUnknownElement>(result.Card.Body[0]).AdditionalProperties["size"]);
        Assert.Equal(true, result.Card.Body[1].AdditionalProperties["roundedCorners"]);
        Assert.Equal(["Unknown element 'Badge'", "Unknown property 'roundedCorners' on 'Container'", "Unknown property 'targetWidth' on 'Container'"], result.Warnings.Select(w => w.Message));
    }

    [Fact]
    public void An_enum_is_read_whatever_its_case_and_an_unknown_one_counts_as_the_default()
    {
        var result = Body("""{ "type": "TextBlock", "text": "a", "size": "extralarge", "color": "mauve" }""");

        var text = Assert.IsType<AdaptiveTextBlock>(Assert.Single(result.Card.Body));
        Assert.Equal((AdaptiveTextSize.ExtraLarge, AdaptiveTextColor.Default), (text.Size, text.Color));
        Assert.Contains("mauve", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json", "")]
    [InlineData("", "")]
    [InlineData("[]", "object")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": "\ud800" } ] }""", "")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "Input.Number", "id": "n", "value": 1e999 } ] }""", "value")]
    [InlineData("""{ "type": "Message", "version": "1.5" }""", "AdaptiveCard")]
    [InlineData("""{ "type": "AdaptiveCard" }""", "version")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "" }""", "version")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "un" }""", "version")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": {} }""", "list")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "text": "a" } ] }""", "type")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock" } ] }""", "text")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "TextBlock", "text": {} } ] }""", "text")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "Input.Text" } ] }""", "id")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "Input.Text", "id": "a" }, { "type": "Input.Text", "id": "a" } ] }""", "'a'")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "X", "fallback": "hide" } ] }""", "drop")]
    [InlineData("""{ "type": "AdaptiveCard", "version": "1.5", "body": [ { "type": "ColumnSet", "columns": [ { "type": "TextBlock", "text": "a" } ] } ] }""", "Column")]
    public void A_text_that_is_no_card_is_refused_with_a_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_card_of_bottomless_depth_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("""{ "type": "Container", "items": [ """, 100)) + string.Concat(Enumerable.Repeat("] }", 100));

        Assert.Throws<AdaptiveSerializationException>(() => Body(json));
    }

    [Fact]
    public void Comments_a_last_comma_and_numbers_in_quotes_do_no_harm()
    {
        var result = Body("""/* how many */ { "type": "Input.Number", "id": "n", "value": "12", "isRequired": "true", },""");

        var number = Assert.IsType<AdaptiveNumberInput>(Assert.Single(result.Card.Body));
        Assert.Equal((12, true), (number.Value, number.IsRequired));
    }

    [Fact]
    public void Columns_and_rows_need_not_say_their_type()
    {
        var card = Body("""{ "type": "ColumnSet", "columns": [ { "width": "auto", "items": [ { "type": "TextBlock", "text": "a" } ] } ] }""").Card;

        Assert.Equal(AdaptiveWidth.Auto, Assert.Single(Assert.IsType<AdaptiveColumnSet>(Assert.Single(card.Body)).Columns).Width);
    }

    [Fact]
    public void A_card_of_a_newer_schema_becomes_its_fallback_text()
    {
        var result = AdaptiveCard.FromJson("""{ "type": "AdaptiveCard", "version": "2.0", "fallbackText": "Mettez à jour.", "body": [] }""");

        Assert.Equal("Mettez à jour.", Assert.IsType<AdaptiveTextBlock>(Assert.Single(result.Card.Body)).Text);
        Assert.Equal(7, Assert.Single(result.Warnings).Code);
    }

    [Fact]
    public void A_language_that_is_none_is_warned_of_and_kept()
    {
        var result = AdaptiveCard.FromJson("""{ "type": "AdaptiveCard", "version": "1.5", "lang": "martien" }""");

        Assert.Equal("martien", result.Card.Lang);
        Assert.Equal(12, Assert.Single(result.Warnings).Code);
    }

    [Fact]
    public void Versions_are_compared_as_numbers()
    {
        Assert.True(new AdaptiveSchemaVersion("1.10") > new AdaptiveSchemaVersion(1, 9));
        Assert.Equal("1.10", new AdaptiveSchemaVersion("1.10").ToString());
        Assert.Equal(new AdaptiveSchemaVersion(1, 0), "1");
    }

    [Theory]
    [InlineData("auto", AdaptiveWidthType.Auto, null)]
    [InlineData("92px", AdaptiveWidthType.Pixel, 92u)]
    [InlineData("3", AdaptiveWidthType.Weighted, 3u)]
    public void A_width_is_understood_from_its_text(string text, AdaptiveWidthType type, uint? unit)
    {
        AdaptiveWidth width = text;

        Assert.Equal((type, unit, text), (width.WidthType, width.Unit, width.ToString()));
    }

    [Fact]
    public void The_data_of_a_button_are_read_as_text_and_set_as_text()
    {
        var button = Assert.IsType<AdaptiveSubmitAction>(Assert.Single(AdaptiveCard.FromJson("""
            { "type": "AdaptiveCard", "version": "1.5", "actions": [ { "type": "Action.Submit", "data": { "kind": "vote" } } ] }
            """).Card.Actions));

        Assert.Contains("\"kind\": \"vote\"", button.DataJson, StringComparison.Ordinal);
        button.DataJson = null;
        Assert.Null(button.Data);
    }

    private static AdaptiveCardParseResult Body(string element) => AdaptiveCard.FromJson($$"""{ "type": "AdaptiveCard", "version": "1.5", "body": [ {{element}} ] }""");
}
