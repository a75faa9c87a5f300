namespace TestFlock.Contracts;

/// <summary>A name and a value that the framework's adapter gave to a test case; names may repeat.</summary>
public sealed record Trait
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
