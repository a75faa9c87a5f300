using System.Text.Json.Serialization;

namespace TestFlock.Contracts;

/// <summary>One piece of a result's output; <see cref="Category"/> is VSTest's, such as <c>StdOutMsgs</c>.</summary>
public sealed record ResultMessage
{
    public required string Category { get; init; }

    [JsonConverter(typeof(WireStringConverter))]
    public required string? Text { get; init; }
}
