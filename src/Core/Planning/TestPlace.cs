namespace TestFlock.Core.Planning;

/// <summary>The class and method that a test case belongs to.</summary>
/// <param name="Class">
/// As reflection writes it, without the numbers of type parameters; without the arguments of a parameterized fixture.
/// </param>
/// <param name="Method">Without parameters; a given name where only that is known.</param>
public readonly record struct TestPlace(string Class, string Method)
{
    /// <summary>How much of the fully qualified name is the class, with its type arguments and arguments.</summary>
    public int FixtureLength { get; init; }
}
