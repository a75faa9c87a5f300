using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Agent.Run;

/// <summary>What the adapter asks for: everything before <see cref="StartRun"/>.</summary>
/// <param name="Open">Settings and places.</param>
/// <param name="Cases">By ordinal.</param>
internal sealed record RunRequest(OpenRun Open, IReadOnlyList<TestCase> Cases)
{
    /// <summary>By our ordinal, the adapter's; null: they are the same.</summary>
    public IReadOnlyList<int>? AdapterOrdinals { get; init; }

    /// <summary>What the user should read of how it came about.</summary>
    public IReadOnlyList<NoteMade> Notes { get; init; } = [];

    /// <summary>The rest is not run, and nothing is told of it.</summary>
    public RunRequest Where(Func<TestCase, bool> isWanted)
    {
        var ordinals = Enumerable.Range(0, Cases.Count).Where(ordinal => isWanted(Cases[ordinal])).ToArray();
        return this with { Cases = [.. ordinals.Select(ordinal => Cases[ordinal])], AdapterOrdinals = ordinals };
    }

    /// <summary>The run to take up, where it was named outside the settings; null: none.</summary>
    public string? Resume { get; init; }

    /// <summary>Reads settings and places, which come while the adapter still looks for tests.</summary>
    /// <returns>Null when the adapter went away before it had said so.</returns>
    /// <exception cref="InvalidDataException">The adapter does not keep to the protocol.</exception>
    public static async Task<OpenRun?> ReadOpenAsync(AdapterLink adapter) => await adapter.ReadAsync() switch
    {
        null => null,
        OpenRun open when ProtocolRange.Own.Understands(open) => open,
        OpenRun open => throw new InvalidDataException(
            ProtocolRange.Own.Refusal($"The test adapter {open.AdapterVersion}", open)),
        var other => throw new InvalidDataException(
            $"The test adapter began with {other.GetType().Name}; {nameof(OpenRun)} must come first."),
    };

    /// <summary>Reads the test cases.</summary>
    /// <returns>Null when the adapter went away before it had told all.</returns>
    /// <exception cref="InvalidDataException">The adapter does not keep to the protocol.</exception>
    public static async Task<RunRequest?> ReadAsync(AdapterLink adapter, OpenRun open)
    {
        var cases = new List<TestCase>();
        while (await adapter.ReadAsync() is { } message)
        {
            switch (message)
            {
                case AddTestCases added:
                    cases.AddRange(added.Cases);
                    break;
                case StartRun start when start.Count == cases.Count:
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
