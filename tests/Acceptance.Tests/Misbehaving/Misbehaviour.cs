namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>
/// One row of the conformance table: what goes wrong in a class of the tests A, B and C, and what must come of it when
/// a failure is tried again once. A column says of each test how often it runs, and how it is told in the end:
/// <c>P</c>assed, <c>F</c>ailed or <c>S</c>kipped. A plus: or oftener, since a crash takes with it what was not yet
/// told.
/// </summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Alone">When a failed test is tried again alone.</param>
/// <param name="Whole">When its class is.</param>
/// <param name="Incremental">When nothing runs after a failure, and so the class is tried again whole.</param>
public sealed record Misbehaviour(string Name, string Alone, string Whole, string Incremental)
{
    public static IReadOnlyList<Misbehaviour> All { get; } =
    [
        new("Passes", "1P 1P 1P", "1P 1P 1P", "1P 1P 1P"),
        new("FailsOnce", "1P 2P 1P", "2P 2P 2P", "2P 2P 1P") { B = """Diary.FailOnce("{0}.once");""" },
        new("FailsAlways", "1P 2F 1P", "2P 2F 2P", "2P 2F 0S") { B = """throw new Exception("B fails");""" },
        new("Crashes", "1+P 2+F 1+P", "2+P 2+F 2+P", "2+P 2+F 0S")
        {
            B = """Environment.FailFast("the ground gave way");""",
            Kills = true,
        },
        new("HangsOnce", "1P 2P 1P", "2P 2P 2P", "2P 2P 1P")
        {
            B = """if (Diary.Note("{0}.once") == 0) Thread.Sleep(Timeout.Infinite);""",
            Timeout = "00:00:05",
            Kills = true,
        },
        new("SetUpFailsOnce", "1P 1P 1P", "1P 2P 2P", "1P 1P 1P") { SetUp = """Diary.FailOnce("{0}.once");""" },
        new("OneTimeSetUpFailsOnce", "1P 1P 1P", "1P 1P 1P", "1P 1P 1P")
        {
            OneTimeSetUp = """Diary.FailOnce("{0}.once");""",
        },
        new("TearDownFailsOnce", "1P 2P 1P", "2P 2P 2P", "2P 2P 1P")
        {
            TearDown = """if (_now == "B") Diary.FailOnce("{0}.once");""",
        },
    ];

    /// <summary>What B does, <c>{0}</c> for the class.</summary>
    public string B { get; private init; } = "";

    public string OneTimeSetUp { get; private init; } = "";

    public string SetUp { get; private init; } = "";

    public string TearDown { get; private init; } = "";

    /// <summary>B's own; null: none.</summary>
    public string? Timeout { get; private init; }

    /// <summary>Whether the test process does not outlive it.</summary>
    public bool Kills { get; private init; }

    /// <param name="scope">What is tried again: test or class.</param>
    /// <param name="isIncremental">Whether nothing runs after a failure.</param>
    /// <param name="place">Keeps the notes of two runs apart.</param>
    public MisbehavingClass ToClass(string scope, bool isIncremental, string place)
    {
        var name = $"{place}_{Name}_{scope}{(isIncremental ? "_incremental" : "")}";
        var told = isIncremental ? Incremental : scope == "class" ? Whole : Alone;
        string In(string body) => body.Replace("{0}", name);
        string Body(string test) => $"""_now = "{test}"; Diary.Note("{name}.{test}", s_ran++);""";
        var traits = new Dictionary<string, string> { ["TestFlock.Retry"] = $"{scope}:1" };
        if (isIncremental)
            traits["TestFlock.Incremental"] = "true";

        // A batch of their own: whatever else is in it may have to run again.
        if (Kills)
            traits["TestFlock.Requires"] = "cores>=1";
        TestText[] tests =
            [new("A", Body("A")), new("B", $"{Body("B")} {In(B)}", Timeout), new("C", Body("C"))];
        return new MisbehavingClass(
            new TestClassText(name, traits, tests)
            {
                Fields = """private static int s_ran; private string _now = "";""",
                OneTimeSetUp = In(OneTimeSetUp),
                OneTimeTearDown = $"""Diary.Note("{name}.cleaned");""",
                SetUp = In(SetUp),
                TearDown = In(TearDown),
            },
            told,
            KeepsOrder: isIncremental || scope == "class",
            IsCleanedUp: !Kills);
    }
}
