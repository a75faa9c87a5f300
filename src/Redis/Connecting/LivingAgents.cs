using System.Text;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Wire;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Connecting;

/// <summary>Who lives, as the server knows it.</summary>
internal sealed partial class LivingAgents(RedisConnection connection, ILogger<LivingAgents> logger)
{
    public async Task<IReadOnlyList<AgentDescription>> FindAsync(CancellationToken cancellationToken)
    {
        var descriptions = (string[])(await connection.CallAsync(RedisScript.Agents, [], cancellationToken))!;
        return [.. descriptions.Select(Read).OfType<AgentDescription>()];
    }

    private AgentDescription? Read(string description)
    {
        try
        {
            return StrictJson.Read<AgentDescription>(Encoding.UTF8.GetBytes(description));
        }
        catch (InvalidDataException e)
        {
            Unreadable(logger, e.Message);
            return null;
        }
    }

    [LoggerMessage(463, LogLevel.Debug, "An agent's description cannot be read and is left out: {Why}")]
    private static partial void Unreadable(ILogger logger, string why);
}
