namespace AdaptiveCards;

/// <summary>The members of an element that this model has no name for, in the order in which they were added.</summary>
public sealed class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue> where TKey : notnull
{
    public SerializableDictionary()
    {
    }

    public SerializableDictionary(IEqualityComparer<TKey> comparer) : base(comparer)
    {
    }
}
