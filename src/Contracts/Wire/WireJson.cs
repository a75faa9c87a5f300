using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>
/// Source-generated JSON of every message: no reflection in the user's process, one place that says what travels.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireStringConverter), typeof(WireTestCaseConverter), typeof(WireTestResultConverter)])]
[JsonSerializable(typeof(AdapterMessage))]
[JsonSerializable(typeof(CoordinatorMessage))]
[JsonSerializable(typeof(HostMessage))]
[JsonSerializable(typeof(SlotMessage))]
[JsonSerializable(typeof(Selection))]
[JsonSerializable(typeof(Batch))]
[JsonSerializable(typeof(AgentReport))]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(IReadOnlyList<AttachmentSet>))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Trait[]))]
public sealed partial class WireJson : JsonSerializerContext;
