using System.Globalization;
using System.Text;
using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Wire;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Runs;

/// <summary>
/// What the server is told of a run; once when it opens, and again should the server have forgotten it.
/// </summary>
internal sealed class RunEntry(RunManifest manifest, RunShare share, RedisConnection connection, RedisTimings timings)
{
    private readonly string _manifest = Encoding.UTF8.GetString(StrictJson.Write(manifest));
    private readonly string _instance = Guid.NewGuid().ToString("N");

    public RunId Run => manifest.Run;

    /// <param name="isKnownToAgents">Agents may hold leases of it: they must tell of them before anybody picks.</param>
    /// <param name="cancellationToken">Ends the wait for the server.</param>
    /// <returns>False when another process has opened it.</returns>
    public async Task<bool> TryOpenAsync(bool isKnownToAgents, CancellationToken cancellationToken) =>
        (int)await connection.CallAsync(
        RedisScript.RunOpen,
        [
            Run.Value,
            share.Priority switch
            {
                RunPriority.Release => "release",
                RunPriority.Background => "background",
                _ => "normal",
            },
            share.Environment?.Name ?? "",
            share.Environment?.Capacity ?? 0,
            ProtocolOf(manifest),
            _manifest,
            (long)timings.Alive.TotalMilliseconds,
            isKnownToAgents ? (long)(timings.Retelling.TotalMilliseconds / 2) : 0,
            _instance,
            (long)timings.Leap.TotalMilliseconds,
            manifest.Suite,
            manifest.Owner ?? "",
        ],
        cancellationToken) == 1;

    // Agents of protocol 1 know nothing but a number.
    private static string ProtocolOf(RunManifest manifest) => manifest.Protocol == 1
        ? "1"
        : string.Create(CultureInfo.InvariantCulture, $"{manifest.Writer}-{manifest.Protocol}");
}
