using TestFlock.Contracts;

namespace TestFlock.Agent.Run;

/// <summary>What the adapter asks for: everything before <see cref="StartRun"/>.</summary>
/// <param name="Open">Settings and places.</param>
/// <param name="Cases">By ordinal.</param>
internal sealed record RunRequest(OpenRun Open, IReadOnlyList<TestCase> Cases)
{
    /// <returns>Null when the adapter went away before it had asked.</returns>
    /// <exception cref="InvalidDataException">The adapter does not keep to the protocol.</exception>
    public static async Task<RunRequest?> ReadAsync(AdapterLink adapter)
    {
        OpenRun? open = null;
        var cases = new List<TestCase>();
        while (await adapter.ReadAsync() is { } message)
        {
            switch (message)
            {
                case OpenRun opening when ProtocolRange.Own.Understands(opening):
                    open = opening;
                    break;
                case OpenRun opening:
                    throw new InvalidDataException(
                        ProtocolRange.Own.Refusal($"The test adapter {opening.AdapterVersion}", opening));
                case AddTestCases added:
                    cases.AddRange(added.Cases);
                    break;
                case StartRun start when open is not null && start.Count == cases.Count:
                    return new RunRequest(open, cases);
                case StartRun start:
                    throw new InvalidDataException(
                        $"The test adapter announced {start.Count} test cases and sent {cases.Count}; "
                            + "the run would not be whole.");
            }
        }

        return null;
    }
}
