using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialUtility.Domain;

/// <summary>The identity of one <typeparamref name="T"/>: an <c>Id&lt;Objective&gt;</c> does not fit where an <c>Id&lt;Indicator&gt;</c> is asked.</summary>
[JsonConverter(typeof(IdJson))]
public readonly record struct Id<T> : IComparable<Id<T>>
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly string? value;

    private Id(string value) => this.value = value;

    /// <summary>Forty letters, digits and hyphens at most; text that is none of ours is refused where it is read.</summary>
    public static bool TryParse(string? text, out Id<T> id)
    {
        var known = text is { Length: >= 1 and <= 40 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        id = known ? new(text!) : default;
        return known;
    }

    /// <exception cref="FormatException">Not an identity.</exception>
    public static Id<T> Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"Not an identity: {text.Length} characters.");

    /// <summary>A new identity that nobody can guess: 80 bits.</summary>
    public static Id<T> New() => new(RandomNumberGenerator.GetString(Letters, 16));

    public int CompareTo(Id<T> other) => string.CompareOrdinal(value, other.value);

    public override string ToString() => value ?? "";

    public static bool operator <(Id<T> left, Id<T> right) => left.CompareTo(right) < 0;

    public static bool operator <=(Id<T> left, Id<T> right) => left.CompareTo(right) <= 0;

    public static bool operator >(Id<T> left, Id<T> right) => left.CompareTo(right) > 0;

    public static bool operator >=(Id<T> left, Id<T> right) => left.CompareTo(right) >= 0;
}

/// <summary>An identity is its text in JSON.</summary>
public sealed class IdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Id<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Id<T>>
    {
        public override Id<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Id<T>.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not an identity.");

        public override void Write(Utf8JsonWriter writer, Id<T> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
