using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using TestFlock.Agent.Serving;
using TestFlock.Core.Coordination;
using TestFlock.Core.Settings;
using TestFlock.Redis;
using TestFlock.Redis.Overview;

namespace TestFlock.Agent.Coordinating;

/// <summary>
/// How verbs for people reach the coordination: an option, or else the variable that agents have, too.
/// </summary>
internal sealed class CoordinationOption
{
    /// <summary>The verb did what it was asked for.</summary>
    public const int Ok = 0;

    /// <summary>What was asked for is not there, or Redis is not.</summary>
    public const int NotDone = 1;

    /// <summary>Nothing was tried.</summary>
    public const int BadSettings = 2;

    private static readonly AgentSetting Setting = AgentSetting.Coordination;

    public Option<string?> Option { get; } =
        new(Setting.Option) { Description = $"{Setting.Meaning} [{Setting.Variable}]" };

    /// <summary>Opens the coordination, does the work, and tells in one line what failed.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="work">Returns the exit code.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<int> UseAsync(
        ParseResult parsed, Func<RedisFlockControl, ServerAddress, Task<int>> work, CancellationToken cancellationToken)
    {
        var complaints = parsed.InvocationConfiguration.Error;
        var text = parsed.GetValue(Option) ?? Environment.GetEnvironmentVariable(Setting.Variable);
        if (FindProblem(text, out var server) is { } problem)
        {
            await complaints.WriteLineAsync(problem);
            return BadSettings;
        }

        try
        {
            await using var control = await RedisFlockControl.OpenAsync(
                new RedisOptions
                {
                    Address = server!.Uri,
                    ClientName = $"testflock-{parsed.CommandResult.Command.Name}",
                },
                new FailsInstead(),
                TimeProvider.System,
                NullLoggerFactory.Instance,
                cancellationToken);
            return await work(control, server);
        }
        catch (Exception e) when (e is CoordinationException or FormatException)
        {
            await complaints.WriteLineAsync(e.Message);
            return NotDone;
        }
    }

    private static string? FindProblem(string? address, out ServerAddress? server)
    {
        server = null;
        if (string.IsNullOrEmpty(address))
            return $"{Setting.Option} is missing: {Setting.Meaning} Give it, or set {Setting.Variable}.";
        return ServerAddress.TryParse(address, ["redis", "rediss"], out server)
            ? null
            : $"{Setting.Option}: '{SecretMask.Hide(address)}' is no address. {Setting.Meaning}";
    }
}
