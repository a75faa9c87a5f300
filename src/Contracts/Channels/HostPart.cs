using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>Which part of a test process speaks on a connection.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HostPart>))]
public enum HostPart
{
    Adapter,
    Logger,
    WarmHost,
}
