using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: CollectionBehavior(CollectionBehavior.CollectionPerClass)]

namespace Declares;

public class Plain
{
    [Fact]
    public void One()
    {
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Rows(int row)
    {
    }
}

public class WithFixture : IClassFixture<object>
{
    [Fact]
    public void One()
    {
    }
}

[CollectionDefinition("Database", DisableParallelization = true)]
public class DatabaseCollection;

[Collection("Database")]
public class FirstOfDatabase
{
    [Fact]
    public void One()
    {
    }
}

[Collection("Database")]
public class SecondOfDatabase
{
    [Fact]
    public void One()
    {
    }
}

[Collection("Other")]
public class OfOther
{
    [Fact]
    public void One()
    {
    }
}

public class HeirOfDatabase : FirstOfDatabase;

public class Orderer : ITestCaseOrderer
{
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases;
}

[TestCaseOrderer("Declares.Orderer", "Declares.XunitV2")]
public class Ordered
{
    [Fact]
    public void One()
    {
    }
}
