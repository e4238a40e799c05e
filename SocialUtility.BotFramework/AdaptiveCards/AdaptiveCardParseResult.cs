namespace AdaptiveCards;

/// <summary>A card that was read, and what in it was not understood.</summary>
public sealed class AdaptiveCardParseResult
{
    // Set by whoever made the result, before anyone sees it.
    public AdaptiveCard Card { get; set; } = null!;

    public List<AdaptiveWarning> Warnings { get; } = [];
}

/// <summary>Something in a card that was not understood, and kept or replaced.</summary>
public sealed class AdaptiveWarning(int code, string message)
{
    public int Code { get; } = code;

    public string Message { get; } = message;

    public override string ToString() => $"{Code}: {Message}";
}
