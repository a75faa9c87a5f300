using TestFlock.Acceptance.Tests.Interception;

namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>How a class of tests is written for one framework.</summary>
/// <param name="Framework">Its packages.</param>
/// <param name="Preamble">The name of the file that holds what the classes need besides.</param>
/// <param name="Write">One class.</param>
public sealed record Dialect(FrameworkVersion Framework, string Preamble, Func<TestClassText, string> Write)
{
    public static Dialect NUnit { get; } = new(FrameworkVersion.NUnit6, "NUnit.cs", WriteNUnit);

    public static Dialect XunitV2 { get; } = new(FrameworkVersion.XunitV2, "XunitV2.cs", WriteXunit);

    public static Dialect XunitV3 { get; } = new(FrameworkVersion.XunitV3, "XunitV3.cs", WriteXunit);

    public static Dialect MSTest { get; } = new(FrameworkVersion.MSTest4, "MSTest.cs", WriteMSTest);

    public static IReadOnlyList<Dialect> All { get; } = [NUnit, XunitV2, MSTest, XunitV3];

    private static string WriteNUnit(TestClassText text) =>
        $$"""
        [TestFixture, {{Traits(text, "Property")}}]
        public class {{text.Name}}
        {
            {{text.Fields}}
            [OneTimeSetUp] public void OneTime() { {{text.OneTimeSetUp}} }
            [OneTimeTearDown] public void Last() { {{text.OneTimeTearDown}} }
            [SetUp] public void Before() { {{text.SetUp}} }
            [TearDown] public void After() { {{text.TearDown}} }
            {{Tests(text, "Property", number => $"Test, Order({number})")}}
        }
        """;

    private static string WriteXunit(TestClassText text) =>
        $$"""
        [{{Traits(text, "Trait")}}]
        public class {{text.Name}} : IClassFixture<{{text.Name}}.OneTime>, System.IDisposable
        {
            {{text.Fields}}
            public class OneTime : System.IDisposable
            {
                public OneTime() { {{text.OneTimeSetUp}} }
                public void Dispose() { {{text.OneTimeTearDown}} }
            }
            public {{text.Name}}(OneTime fixture) { {{text.SetUp}} }
            public void Dispose() { {{text.TearDown}} }
            {{Tests(text, "Trait", _ => "Fact")}}
        }
        """;

    private static string WriteMSTest(TestClassText text) =>
        $$"""
        [TestClass, {{Traits(text, "TestProperty")}}]
        public class {{text.Name}}
        {
            {{text.Fields}}
            [ClassInitialize] public static void OneTime(TestContext context) { {{text.OneTimeSetUp}} }
            [ClassCleanup] public static void Last() { {{text.OneTimeTearDown}} }
            [TestInitialize] public void Before() { {{text.SetUp}} }
            [TestCleanup] public void After() { {{text.TearDown}} }
            {{Tests(text, "TestProperty", _ => "TestMethod")}}
        }
        """;

    private static string Traits(TestClassText text, string attribute) => string.Join(", ",
        text.Traits.Select(trait => $"""{attribute}("{trait.Key}", "{trait.Value}")"""));

    private static string Tests(TestClassText text, string trait, Func<int, string> attributes) =>
        string.Join('\n', text.Tests.Select((test, index) =>
        {
            var timeout = test.Timeout is null ? "" : $""", {trait}("TestFlock.Timeout", "{test.Timeout}")""";
            return $$"""[{{attributes(index + 1)}}{{timeout}}] public void {{test.Name}}() { {{test.Body}} }""";
        }));
}
