namespace TestFlock.Core.Planning.Declarations;

/// <summary>What one attribute in a test assembly says about running tests side by side or in order.</summary>
internal abstract record Declaration;

/// <summary>Not beside any other test.</summary>
/// <param name="Attribute">As users write it, such as <c>[DoNotParallelize]</c>.</param>
internal sealed record NotParallel(string Attribute) : Declaration;

/// <summary>Beside other tests after all, whatever a wider declaration says.</summary>
internal sealed record MayBeParallel : Declaration;

/// <summary>In an order of its own making.</summary>
/// <param name="Attribute">As users write it, such as <c>[Order]</c>.</param>
internal sealed record Ordered(string Attribute) : Declaration;

/// <summary>An order among the classes of a namespace: NUnit's <c>[Order]</c> on classes.</summary>
internal sealed record OrderedAmongClasses : Declaration;

/// <summary>One after the other with all classes of an xUnit collection.</summary>
/// <param name="Key">Equal for the same collection.</param>
/// <param name="Name">For people.</param>
internal sealed record InCollection(string Key, string Name) : Declaration;

/// <summary>Not beside a test that changes the same resource: MSTest's <c>[ResourceLock]</c>.</summary>
/// <param name="Resource">Compared by case.</param>
/// <param name="IsExclusive">Changes it, rather than reads it.</param>
internal sealed record Locks(string Resource, bool IsExclusive) : Declaration;

/// <summary>Not before other tests: MSTest's <c>[DependsOn]</c>.</summary>
/// <param name="Class">The other class; null: tests of the same class.</param>
internal sealed record DependsOn(string? Class) : Declaration;
