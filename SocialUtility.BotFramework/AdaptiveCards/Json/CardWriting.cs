using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AdaptiveCards;

/// <summary>Writes the members of a card, leaving out what says nothing beyond the default. No reflection: a card is written at every turn.</summary>
internal static class CardWriting
{
    // Accents stay readable and short; a card is never put into a page of HTML as it is.
    internal static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What a bot puts into Data is written under its own names, whichever serializer the card itself travels through.
    internal static readonly JsonSerializerOptions OfData = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, Converters = { new AdaptiveElementConverter() } };

    extension(Utf8JsonWriter writer)
    {
        public void Text(ReadOnlySpan<byte> name, string? value)
        {
            if (value is not null)
            {
                writer.WriteString(name, value);
            }
        }

        public void Flag(ReadOnlySpan<byte> name, bool value, bool unless = false)
        {
            if (value != unless)
            {
                writer.WriteBoolean(name, value);
            }
        }

        public void Flag(ReadOnlySpan<byte> name, bool? value)
        {
            if (value is { } known)
            {
                writer.WriteBoolean(name, known);
            }
        }

        public void Number(ReadOnlySpan<byte> name, int value)
        {
            if (value != 0)
            {
                writer.WriteNumber(name, value);
            }
        }

        public void Number(ReadOnlySpan<byte> name, double value)
        {
            if (!double.IsNaN(value))
            {
                writer.WriteNumber(name, value);
            }
        }

        /// <summary>An enum by its name; the first value of an enum is its default and goes without saying.</summary>
        public void Choice<T>(ReadOnlySpan<byte> name, T value) where T : struct, Enum
        {
            if (Unsafe.As<T, int>(ref value) != 0)
            {
                writer.WriteString(name, EnumNames<T>.Of(value));
            }
        }

        public void Height(AdaptiveHeight height)
        {
            if (height.HeightType is not AdaptiveHeightType.Auto)
            {
                writer.WriteString("height"u8, height.ToString());
            }
        }

        public void Child(ReadOnlySpan<byte> name, AdaptiveTypedElement? child)
        {
            if (child is not null)
            {
                writer.WritePropertyName(name);
                child.Write(writer);
            }
        }

        public void Children<T>(ReadOnlySpan<byte> name, List<T>? children) where T : AdaptiveTypedElement
        {
            if (children is not null)
            {
                writer.WriteStartArray(name);
                foreach (var child in children)
                {
                    child.Write(writer);
                }

                writer.WriteEndArray();
            }
        }

        public void Any(ReadOnlySpan<byte> name, object? value)
        {
            if (value is not null)
            {
                writer.WritePropertyName(name);
                writer.Any(value);
            }
        }

        /// <summary>Whatever a bot put into Data or AdditionalProperties.</summary>
        public void Any(object? value)
        {
            switch (value)
            {
                case null: writer.WriteNullValue(); break;
                case string text: writer.WriteStringValue(text); break;
                case bool flag: writer.WriteBooleanValue(flag); break;
                case int number: writer.WriteNumberValue(number); break;
                case long number: writer.WriteNumberValue(number); break;
                case double number: writer.WriteNumberValue(number); break;
                case decimal number: writer.WriteNumberValue(number); break;
                case JsonElement json: json.WriteTo(writer); break;
                case JsonNode json: json.WriteTo(writer); break;
                case AdaptiveTypedElement element: element.Write(writer); break;
                case IDictionary<string, object?> members: writer.Members(members); break;
                case IEnumerable<object?> items: writer.Items(items); break;
                default: JsonSerializer.Serialize(writer, value, value.GetType(), OfData); break;
            }
        }

        private void Members(IDictionary<string, object?> members)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                writer.Any(value);
            }

            writer.WriteEndObject();
        }

        private void Items(IEnumerable<object?> items)
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                writer.Any(item);
            }

            writer.WriteEndArray();
        }
    }
}
