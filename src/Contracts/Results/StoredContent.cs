namespace TestFlock.Contracts;

/// <summary>A file's content in the run's store, where whoever needs it fetches it.</summary>
public sealed record StoredContent
{
    /// <summary>What the store has it under.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits in lower case.</summary>
    public required string Hash { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Size { get; init; }
}
