using System.Text;
using TestFlock.Core.Coordination;
using TestFlock.Core.Wire;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>How an agent becomes known, and leaves.</summary>
internal sealed class AgentDoor(
    AgentDescription agent, RedisConnection connection, RedisOptions options, TimeProvider time)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    private readonly RedisTimings _timings = options.Timings;
    private readonly string _description = Encoding.UTF8.GetString(StrictJson.Write(
        agent with { Protocol = options.Understood.Newest, OldestProtocol = options.Understood.Oldest }));

    public AgentIdentity Identity { get; } = new(agent.Name, Guid.NewGuid().ToString("N"));

    /// <summary>Waits for a dead namesake to be forgotten.</summary>
    /// <exception cref="CoordinationException">The namesake lives.</exception>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (!await TryEnterAsync(cancellationToken))
        {
            // Half as long again as the dead are taken for living, since the server's time stands still while nobody
            // calls.
            if (time.GetElapsedTime(since) > _timings.Alive * 1.5)
            {
                throw new CoordinationException(
                    $"Another agent named '{agent.Name}' is alive at {connection.Server}. Give this one another "
                    + "--name.");
            }

            await Task.Delay(AskAgainAfter, time, cancellationToken);
        }
    }

    /// <returns>False while another process is known under the name.</returns>
    public async Task<bool> TryEnterAsync(CancellationToken cancellationToken) => (int)await connection.CallAsync(
        RedisScript.AgentRegister,
        [
            agent.Name,
            Identity.Instance,
            _description,
            (long)_timings.Alive.TotalMilliseconds,
            (long)_timings.Leap.TotalMilliseconds,
            options.Only is null ? 1 : 0,
        ],
        cancellationToken) == 1;

    public Task TellDrainAsync(string metRequirements, CancellationToken cancellationToken) =>
        connection.TryCallAsync(
            RedisScript.AgentDraining, [agent.Name, Identity.Instance, metRequirements], cancellationToken);

    public Task LeaveAsync(string metRequirements, CancellationToken cancellationToken) =>
        connection.TryCallAsync(
            RedisScript.AgentLeave, [agent.Name, Identity.Instance, metRequirements], cancellationToken);
}
