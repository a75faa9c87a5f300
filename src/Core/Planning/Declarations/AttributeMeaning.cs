namespace TestFlock.Core.Planning.Declarations;

/// <summary>
/// The attributes that bear on order and parallelism, by full name. What each one means is decided in
/// docs/decisions, with the reasons.
/// </summary>
internal static class AttributeMeaning
{
    private const string MsTest = "Microsoft.VisualStudio.TestTools.UnitTesting.";

    /// <summary>
    /// NUnit's <c>ParallelScope.None</c>, <c>Self</c> and <c>Children</c>; MSTest's <c>ResourceAccessMode.Read</c>.
    /// </summary>
    private const int ScopeNone = 2, ScopeSelf = 1, ScopeChildren = 256, ModeRead = 1;

    /// <summary>xUnit's <c>CollectionBehavior.CollectionPerClass</c>.</summary>
    private const int CollectionPerClass = 1;

    private static readonly Dictionary<string, Func<AttributeContent, Declaration?>> Meanings = new()
    {
        ["NUnit.Framework.NonParallelizableAttribute"] = _ => new NotParallel("[NonParallelizable]"),
        ["NUnit.Framework.ParallelizableAttribute"] = OfParallelizable,
        ["NUnit.Framework.SingleThreadedAttribute"] = _ => new NotParallel("[SingleThreaded]"),
        ["NUnit.Framework.OrderAttribute"] = content =>
            content.IsOnClass ? new OrderedAmongClasses() : new Ordered("[Order]"),
        ["Xunit.CollectionAttribute"] = content => InCollectionOf(content.First),
        ["Xunit.CollectionAttribute`1"] = content => InCollectionOf(content.TypeArgument),
        ["Xunit.v3.ICollectionAttribute"] = content => new InCollection(content.Identity, content.Name),
        ["Xunit.TestCaseOrdererAttribute"] = _ => new Ordered("[TestCaseOrderer]"),
        ["Xunit.v3.ITestCaseOrdererAttribute"] = content => new Ordered(content.Name),
        ["Xunit.TestCollectionOrdererAttribute"] = _ => new NotParallel("[TestCollectionOrderer]"),
        ["Xunit.v3.ITestCollectionOrdererAttribute"] = content => new NotParallel(content.Name),
        ["Xunit.CollectionBehaviorAttribute"] = OfCollectionBehavior,
        ["Xunit.v3.ICollectionBehaviorAttribute"] = content => new NotParallel(content.Name),
        [MsTest + "DoNotParallelizeAttribute"] = _ => new NotParallel("[DoNotParallelize]"),
        [MsTest + "ResourceLockAttribute"] = OfResourceLock,
        [MsTest + "DependsOnAttribute"] = content => new DependsOn((content.First as MetadataType)?.PlainName),
    };

    public static bool IsKnown(string fullName) => Meanings.ContainsKey(fullName);

    /// <summary>Null for an attribute that says nothing of the kind.</summary>
    public static Declaration? Of(AttributeContent content) => Meanings[content.KnownAs](content);

    private static Declaration? OfParallelizable(AttributeContent content)
    {
        if (content.First is ScopeNone)
            return new NotParallel("[Parallelizable(ParallelScope.None)]");
        return content.First is null || content.First is int scope && (scope & (ScopeSelf | ScopeChildren)) != 0
            ? new MayBeParallel()
            : null;
    }

    private static InCollection InCollectionOf(object? argument) => argument switch
    {
        MetadataType type => new InCollection($"type {type.PlainName}", type.PlainName),
        _ => new InCollection($"name {argument}", argument as string ?? ""),
    };

    /// <summary>
    /// A collection for each class, in parallel, is the default; all else puts tests of several classes in a row.
    /// </summary>
    private static NotParallel? OfCollectionBehavior(AttributeContent content)
    {
        var isDefault = content.First is null or CollectionPerClass
            && content.Named("DisableTestParallelization") is not true
            && content.Named("MaxParallelThreads") is not 1;
        return isDefault ? null : new NotParallel("[CollectionBehavior]");
    }

    private static Locks? OfResourceLock(AttributeContent content) => content.First is string resource
        ? new Locks(resource, content.Named("Mode") is not ModeRead)
        : null;
}
