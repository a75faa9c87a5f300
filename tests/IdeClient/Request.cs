namespace TestFlock.IdeClient;

/// <summary>What a test explorer's user does, one JSON object a line on standard input.</summary>
internal sealed record Request
{
    /// <summary>discover, run or run-selected.</summary>
    public required string Verb { get; init; }

    public required string Source { get; init; }

    public required string Settings { get; init; }

    public string? Filter { get; init; }

    /// <summary>Fully qualified names, of the test cases that were discovered last.</summary>
    public string[] Selected { get; init; } = [];

    /// <summary>Cancels when the first result of a test has come whose fully qualified name begins like this.</summary>
    public string? CancelsAfter { get; init; }

    /// <summary>Asks for a run that a debugger attaches itself to.</summary>
    public bool Debugs { get; init; }

    /// <summary>
    /// The file of a program that is killed once the debugger is asked to attach itself to it: one that waits for a
    /// real debugger goes no further.
    /// </summary>
    public string? Kills { get; init; }
}
