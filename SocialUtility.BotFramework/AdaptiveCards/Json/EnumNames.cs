using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AdaptiveCards;

/// <summary>The names of an enum as the schema spells them: <c>ExtraLarge</c> for a size, <c>emphasis</c> for a style. Clients ignore the case, type checkers do not.</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    private static readonly bool Lowered = typeof(T) == typeof(AdaptiveContainerStyle) || typeof(T) == typeof(AdaptiveTextBlockStyle)
        || typeof(T) == typeof(AdaptiveAssociatedInputs) || typeof(T) == typeof(AdaptiveActionMode) || typeof(T) == typeof(AdaptiveChoiceInputStyle);

    private static readonly JsonEncodedText[] Names = [.. Enum.GetNames<T>().Select(name => JsonEncodedText.Encode(Spelt(name)))];

    public static JsonEncodedText Of(T value) => Unsafe.As<T, int>(ref value) is var number && (uint)number < (uint)Names.Length
        ? Names[number]
        : throw new AdaptiveSerializationException($"{value} is no {typeof(T).Name}.");

    private static string Spelt(string name) => Lowered ? JsonNamingPolicy.CamelCase.ConvertName(name) : name;
}
