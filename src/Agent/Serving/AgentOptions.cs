using System.Text;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Settings;

namespace TestFlock.Agent.Serving;

/// <summary>How an agent serves; complete and checked.</summary>
internal sealed record AgentOptions
{
    public required ServerAddress Broker { get; init; }

    public required ServerAddress Coordination { get; init; }

    /// <summary>Unique among living agents; default: the machine's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many batches run at once, 1 to 1024; default: one for each core.</summary>
    public required int Slots { get; init; }

    /// <summary>What the machine offers: what it knows of itself, and what was configured over it.</summary>
    public required IReadOnlyDictionary<string, string> Capabilities { get; init; }

    /// <summary>Where files of calls lie; default: a folder of this agent's in the system's temporary folder.</summary>
    public required string WorkFolder { get; init; }

    /// <summary>How long running tests may go on after the first signal, up to 7 days; default: 10 minutes.</summary>
    public required TimeSpan DrainTimeout { get; init; }

    /// <summary>Where test packages come from and are kept.</summary>
    public required AgentPackageOptions Packages { get; init; }

    /// <summary>One JSON object a line instead of text.</summary>
    public required bool LogsJson { get; init; }

    /// <summary>The least that is written; default: information.</summary>
    public required LogLevel LogLevel { get; init; }

    /// <summary>Where metrics are asked for; null: nowhere.</summary>
    public required int? MetricsPort { get; init; }

    /// <summary>How slot time is shared between classes of runs.</summary>
    public required ClassShares Shares { get; init; }

    /// <summary>Without addresses: they may hold secrets.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Name = ").Append(Name).Append(", Slots = ").Append(Slots);
        return true;
    }
}
