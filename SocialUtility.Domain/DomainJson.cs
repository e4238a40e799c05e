using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SocialUtility.Domain.Associations;
using SocialUtility.Domain.Criteria;
using SocialUtility.Domain.Indicators;
using SocialUtility.Domain.Measurements;
using SocialUtility.Domain.Meetings;
using SocialUtility.Domain.Projects;
using SocialUtility.Domain.Reminders;
using SocialUtility.Domain.Steps;
using SocialUtility.Domain.Storage;
using SocialUtility.Domain.Voices;

namespace SocialUtility.Domain;

/// <summary>How what is kept reads as JSON, made at compile time: rows are read and written at every turn.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Association))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(ProjectStatement))]
[JsonSerializable(typeof(Purpose))]
[JsonSerializable(typeof(Objective))]
[JsonSerializable(typeof(SocialAction))]
[JsonSerializable(typeof(SetAside))]
[JsonSerializable(typeof(Criterion))]
[JsonSerializable(typeof(Indicator))]
[JsonSerializable(typeof(Measurement))]
[JsonSerializable(typeof(Closure))]
[JsonSerializable(typeof(Import))]
[JsonSerializable(typeof(TablePass))]
[JsonSerializable(typeof(Recognition))]
[JsonSerializable(typeof(ReminderBook))]
[JsonSerializable(typeof(Voice))]
[JsonSerializable(typeof(MethodAnswer))]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(Consultation))]
[JsonSerializable(typeof(Ballot))]
[JsonSerializable(typeof(Voted))]
[JsonSerializable(typeof(Urn))]
[JsonSerializable(typeof(Disagreement))]
[JsonSerializable(typeof(SharedDefinition))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Adoption))]
[JsonSerializable(typeof(Lent))]
[JsonSerializable(typeof(Lending))]
[JsonSerializable(typeof(VoiceTally))]
[JsonSerializable(typeof(Conclusion))]
[JsonSerializable(typeof(Remark))]
[JsonSerializable(typeof(FollowUp))]
public sealed partial class DomainJson : JsonSerializerContext
{
    /// <summary>The same, with accents as people read them and not as <c>\u00e9</c>: the rows are half as long.</summary>
    private static readonly Lazy<DomainJson> Readable =
        new(() => new(new JsonSerializerOptions(Default!.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static string Write(Entry entry) => JsonSerializer.Serialize(entry, entry.GetType(), Readable.Value);

    /// <exception cref="JsonException">The row is not of that shape: damage, or a newer program wrote it.</exception>
    public static T Read<T>(Row row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Utf8, type) ?? throw new JsonException($"The row {row.Key} is empty.");
}
