namespace TestFlock.Contracts;

/// <summary>
/// One try of one test case: the case's place in the run (from 0) and the number of the try (from 1). The key by which
/// duplicates are dropped.
/// </summary>
public readonly record struct AttemptId(int Ordinal, int Number)
{
    public override string ToString() => $"{Ordinal}#{Number}";
}
