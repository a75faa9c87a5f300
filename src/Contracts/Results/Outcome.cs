using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>What the test said, in VSTest's words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    None,
    Passed,
    Failed,
    Skipped,
    NotFound,
}
