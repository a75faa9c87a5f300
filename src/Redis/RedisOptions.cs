using System.Text;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;

namespace TestFlock.Redis;

/// <summary>How to reach Redis, and how long rights live there.</summary>
public sealed record RedisOptions
{
    /// <summary>
    /// Such as <c>rediss://:password@host:6380/2</c>; the number at the end is the database, 0 when left out.
    /// </summary>
    public required Uri Address { get; init; }

    /// <summary>What Redis's list of clients calls this one; no spaces.</summary>
    public required string ClientName { get; init; }

    /// <summary>How slot time is shared between classes of runs; said by agents.</summary>
    public ClassShares Shares { get; init; } = new();

    public RedisTimings Timings { get; init; } = new();

    /// <summary>Runs and agents of other protocols are left to others. Default: what this build understands.</summary>
    public ProtocolRange Understood { get; init; } = ProtocolRange.Own;

    /// <summary>
    /// What an agent serves that serves nothing else, and that nobody else may count on. Default null: every run.
    /// </summary>
    public RunPart? Only { get; init; }

    /// <summary>Without the password.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Address = ").Append(Connecting.RedisAddress.NameOf(Address)).Append(", ClientName = ")
            .Append(ClientName);
        return true;
    }
}
