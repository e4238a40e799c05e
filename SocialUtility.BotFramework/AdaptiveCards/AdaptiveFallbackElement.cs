namespace AdaptiveCards;

/// <summary>What a client shows in place of an element it does not know: another element, or nothing.</summary>
public sealed class AdaptiveFallbackElement
{
    internal const string Drop = "drop";

    public AdaptiveFallbackElement()
    {
    }

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent) => (Type, Content) = (AdaptiveFallbackType.Content, fallbackContent);

    /// <summary>Whether there is a fallback, and which.</summary>
    public enum AdaptiveFallbackType
    {
        None = 0,
        Drop = 1,
        Content = 2,
    }

    public AdaptiveFallbackType Type { get; set; }

    public AdaptiveTypedElement? Content { get; set; }
}
