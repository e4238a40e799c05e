namespace AdaptiveCards;

/// <summary>Something is wrong with a card.</summary>
public class AdaptiveException : Exception
{
    public AdaptiveException()
    {
    }

    public AdaptiveException(string message) : base(message)
    {
    }

    public AdaptiveException(string message, Exception innerException) : base(message, innerException)
    {
    }
}

/// <summary>The text is not a card.</summary>
public sealed class AdaptiveSerializationException : AdaptiveException
{
    public AdaptiveSerializationException()
    {
    }

    public AdaptiveSerializationException(string message) : base(message)
    {
    }

    public AdaptiveSerializationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
