using System.Text;

namespace TestFlock.Contracts;

/// <summary>What every batch of a run has in common; an agent fetches it once for each run.</summary>
public sealed record RunManifest : IVersioned
{
    public int Writer { get; init; } = ProtocolVersion.Current;

    public int Protocol { get; init; } = ProtocolVersion.Oldest;

    public required RunId Run { get; init; }

    /// <summary>The name under which runs share history.</summary>
    public required string Suite { get; init; }

    /// <summary>Who asked for the run, for people, such as <c>ann@build-7</c>; null when it is not told.</summary>
    public string? Owner { get; init; }

    public required Isolation Isolation { get; init; }

    /// <summary>The caller's run settings without the TestFlock section.</summary>
    public required string SettingsXml { get; init; }

    /// <summary>The caller's current directory; tests run there when agent and caller share the machine.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether the tests inherit the whole environment of the agent's process (embedded runs only).</summary>
    public bool InheritsEnvironment { get; init; }

    /// <summary>
    /// The names of variables whose values must not be read by people: they are masked in what the tests say.
    /// </summary>
    public IReadOnlyList<string> SecretVariables { get; init; } = [];

    /// <summary>
    /// Bytes of one attached file that an agent sends back through the store; null: files stay where they are, which
    /// the caller sees.
    /// </summary>
    public long? LargestAttachment { get; init; }

    /// <summary>Variables for the test process, over what is inherited.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Where the test assemblies come from, one for each folder; none where the tests run in the caller's own place.
    /// </summary>
    public IReadOnlyList<RunPackage> Packages { get; init; } = [];

    /// <summary>
    /// Where the run's content is kept, an address or a folder without secrets; null: in the Redis that coordinates.
    /// </summary>
    public string? Store { get; init; }

    /// <summary>
    /// Whether what Allure's own adapters write in the test processes is sent back, as files of the run.
    /// </summary>
    public bool GathersAllureResults { get; init; }

    /// <summary>The longest that one batch may execute; null: no limit.</summary>
    public TimeSpan? BatchTimeout { get; init; }

    /// <summary>The longest that one test may execute; null: no limit.</summary>
    public TimeSpan? TestTimeout { get; init; }

    /// <summary>Names alone: values of variables, and of run settings, may be secrets.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Run = ").Append(Run).Append("; Suite = ").Append(Suite).Append("; Variables = ")
            .AppendJoin(", ", Variables.Keys);
        return true;
    }
}
