namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>
/// What pytest-rerunclassfailures shows of itself, in the words of .NET: a class that fails, one whose tests build on
/// each other, and classes whose state fixtures set. The verdicts are those of the plugin with one rerun.
/// </summary>
public static class PluginExamples
{
    private static readonly Dictionary<string, string> Whole = new() { ["TestFlock.Retry"] = "class:1" };

    // The plugin always fails fast.
    private static readonly Dictionary<string, string> FailFast =
        new(Whole) { ["TestFlock.Incremental"] = "true" };

    /// <param name="place">Keeps the notes of two runs apart.</param>
    public static IReadOnlyList<MisbehavingClass> In(string place) =>
    [
        Basic($"{place}_Basic"),
        Incremental($"{place}_Incremental"),
        ClassFixture($"{place}_ClassFixture"),
        FunctionFixture($"{place}_FunctionFixture"),
    ];

    private static MisbehavingClass Basic(string name) => Class(
        new(name, FailFast, [Test(name, "A"), Test(name, "B", "Diary.Check(false);"), Test(name, "C")]),
        "2P 2F 0S");

    private static MisbehavingClass Incremental(string name) => Class(
        new(name, FailFast,
        [
            Test(name, "A", """s_account = "opened";"""),
            Test(name, "B", $$"""Diary.Check(s_account == "opened"); Diary.FailOnce("{{name}}.once"); s_account = "filled";"""),
            Test(name, "C", """Diary.Check(s_account == "filled");"""),
        ])
        {
            Fields = """private static string s_account = "none";""",
        },
        "2P 2P 1P");

    private static MisbehavingClass ClassFixture(string name) => Class(
        Changed(name) with { OneTimeSetUp = """s_attribute = "initial";""" }, "2P 2P 2F");

    private static MisbehavingClass FunctionFixture(string name) => Class(
        Changed(name) with { SetUp = """s_attribute = "initial";""" }, "2P 2P 2F");

    private static TestClassText Changed(string name) => new(name, Whole,
    [
        Test(name, "A", """Diary.Check(s_attribute == "initial");"""),
        Test(name, "B", """s_attribute = "changed"; Diary.Check(s_attribute == "changed");"""),
        Test(name, "C", "Diary.Check(false);"),
    ])
    {
        Fields = """private static string s_attribute = "";""",
    };

    private static MisbehavingClass Class(TestClassText text, string told) => new(
        text with
        {
            Fields = $"private static int s_ran; {text.Fields}",
            OneTimeTearDown = $"""Diary.Note("{text.Name}.cleaned");""",
        },
        told,
        KeepsOrder: true,
        IsCleanedUp: true);

    private static TestText Test(string name, string test, string body = "") =>
        new(test, $"""Diary.Note("{name}.{test}", s_ran++); {body}""");
}
