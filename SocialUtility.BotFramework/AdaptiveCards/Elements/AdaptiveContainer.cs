using System.Text.Json;

namespace AdaptiveCards;

/// <summary>A group of elements, on a ground of its own.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    public List<AdaptiveElement> Items { get; set; } = [];

    public AdaptiveBackgroundImage? BackgroundImage { get; set; }

    public bool? Rtl { get; set; }

    public override void Add(AdaptiveElement value) => Items.Add(value);

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        BackgroundImage?.Write(writer);
        writer.Flag("rtl"u8, Rtl);
        base.WriteMembers(writer);
        writer.Children("items"u8, Items);
    }

    private protected override bool ReadMember(string name, JsonElement value, CardReader reader)
    {
        switch (name)
        {
            case "items": Items = reader.Elements(value); return true;
            case "backgroundImage": BackgroundImage = AdaptiveBackgroundImage.Read(value, reader); return true;
            case "rtl": Rtl = CardReader.Flag(name, value); return true;
            default: return base.ReadMember(name, value, reader);
        }
    }
}
