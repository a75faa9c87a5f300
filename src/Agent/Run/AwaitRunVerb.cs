using System.CommandLine;
using System.IO.Pipes;

namespace TestFlock.Agent.Run;

/// <summary>
/// <c>testflock await-run PIPE</c>: lives as long as a run, for programs that watch what another one does. The
/// coordinator has it started; a person has no use for it.
/// </summary>
internal static class AwaitRunVerb
{
    private const string Verb = "await-run";
    private const int Ok = 0;
    private const int NoRun = 1;

    private static readonly TimeSpan LongestWaitForRun = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var pipe = new Argument<string>("pipe") { Description = "The pipe that ends with the run." };
        var command = new Command(Verb, "Ends when a run does. The coordinator has it started by programs that watch "
            + "another one.")
        {
            pipe,
        };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(pipe)!, cancellationToken));
        return command;
    }

    /// <summary>This very program, awaiting that pipe.</summary>
    public static IReadOnlyList<string> CommandFor(string pipe)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "testflock.dll");
        var host = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? [host, program, Verb, pipe]
            : [host, Verb, pipe];
    }

    private static async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        await using var pipe = new NamedPipeClientStream(
            ".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            await pipe.ConnectAsync((int)LongestWaitForRun.TotalMilliseconds, cancellationToken);
            while (await pipe.ReadAsync(new byte[1], cancellationToken) > 0)
            {
                // Nothing is ever said.
            }

            return Ok;
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            return NoRun;
        }
    }
}
