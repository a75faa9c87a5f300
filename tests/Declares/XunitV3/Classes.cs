using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Declares;

public class Plain
{
    [Fact]
    public void One()
    {
    }
}

public class Database;

[Collection<Database>]
public class ByGeneric
{
    [Fact]
    public void One()
    {
    }
}

[Collection(typeof(Database))]
public class ByType
{
    [Fact]
    public void One()
    {
    }
}

[Collection("Declares.Database")]
public class ByName
{
    [Fact]
    public void One()
    {
    }
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class OwnCollectionAttribute(string name) : Attribute, ICollectionAttribute
{
    public string Name => name;

    public Type? Type => null;
}

[OwnCollection("a")]
public class ByOwnA
{
    [Fact]
    public void One()
    {
    }
}

[OwnCollection("a")]
public class ByOwnAToo
{
    [Fact]
    public void One()
    {
    }
}

[OwnCollection("b")]
public class ByOwnB
{
    [Fact]
    public void One()
    {
    }
}

public class Orderer : ITestCaseOrderer
{
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => testCases;
}

[TestCaseOrderer(typeof(Orderer))]
public class Ordered
{
    [Fact]
    public void One()
    {
    }
}
