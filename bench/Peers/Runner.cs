using TestFlock.Bench.Costs;

namespace TestFlock.Bench.Peers;

/// <summary>A test runner and its whole command.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Program">The file to start.</param>
/// <param name="Arguments">Each as it is.</param>
/// <param name="Success">What it prints when every test passed.</param>
internal sealed record Runner(string Name, string Program, IReadOnlyList<string> Arguments, string Success)
{
    /// <exception cref="InvalidOperationException">Not all tests passed: its time would mean nothing.</exception>
    public async Task<TimedCommand> CallAsync()
    {
        var call = await TimedCommand.RunAsync(Program, Arguments);
        return call.Output.Contains(Success, StringComparison.Ordinal)
            ? call
            : throw new InvalidOperationException($"{Name}: '{Success}' was expected:\n{call.Output}");
    }
}
