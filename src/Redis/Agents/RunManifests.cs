using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Wire;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>The manifests of runs, each fetched once.</summary>
internal sealed partial class RunManifests(
    RedisConnection connection, ProtocolRange understood, ILogger<RunManifests> logger)
{
    private readonly ConcurrentDictionary<RunId, RunManifest?> _known = new();

    /// <returns>Null when the run is gone, or cannot be understood.</returns>
    public async Task<RunManifest?> FindAsync(RunId run, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(run, out var known))
            return known;
        var text = (string?)await connection.CallAsync(RedisScript.RunManifest, [run.Value], cancellationToken);
        return text is null ? null : _known.GetOrAdd(run, Read(run, text));
    }

    public void Forget(RunId run) => _known.TryRemove(run, out _);

    private RunManifest? Read(RunId run, string text)
    {
        try
        {
            var manifest = StrictJson.Read<RunManifest>(Encoding.UTF8.GetBytes(text));
            if (manifest.Run != run)
                throw new InvalidDataException($"it is of run {manifest.Run}");
            if (!understood.Understands(manifest))
                throw new InvalidDataException(understood.Refusal("its coordinator", manifest));
            return manifest;
        }
        catch (InvalidDataException e)
        {
            Unreadable(logger, run, e.Message);
            return null;
        }
    }

    [LoggerMessage(441, LogLevel.Warning, "The manifest of run {Run} cannot be used: {Why}. Its batches are dropped.")]
    private static partial void Unreadable(ILogger logger, RunId run, string why);
}
