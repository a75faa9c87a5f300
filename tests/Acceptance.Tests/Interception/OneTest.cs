namespace TestFlock.Acceptance.Tests.Interception;

/// <summary>The smallest suite of each framework, for tests about builds rather than about results.</summary>
public static class OneTest
{
    public const string NUnit = "public class NUnitSuite { [NUnit.Framework.Test] public void InNUnit() { } }";

    public const string Xunit = "public class XunitSuite { [Xunit.Fact] public void InXunit() { } }";

    public const string MSTest =
        """
        using Microsoft.VisualStudio.TestTools.UnitTesting;

        [TestClass]
        public class MSTestSuite
        {
            [TestMethod]
            public void InMSTest()
            {
            }
        }
        """;

    public static string Of(FrameworkVersion framework) => framework.Name switch
    {
        ['N', ..] => NUnit,
        ['x', ..] => Xunit,
        _ => MSTest,
    };
}
