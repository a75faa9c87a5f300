using TestFlock.Core.Settings;

namespace TestFlock.Allure.TestOps;

/// <summary>What an upload needs to know of the run beyond its events.</summary>
public sealed record TestOpsRun
{
    public required TestOpsOptions Options { get; init; }

    /// <summary>The caller's variables; few of them are handed on.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Makes a command that ends, with success, when the pipe of this name does.</summary>
    public required Func<string, IReadOnlyList<string>> WaitingCommand { get; init; }
}
