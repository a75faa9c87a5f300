using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>How tests are kept apart from each other on an agent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Isolation>))]
public enum Isolation
{
    /// <summary>One <c>dotnet test</c> call for each unit.</summary>
    Process,

    /// <summary>One long-lived host for each slot.</summary>
    Warm,
}
