using System.Diagnostics;
using System.Globalization;

namespace TestFlock.Acceptance.Tests.Support;

/// <summary>Processes of a test's own folder, known by their command lines.</summary>
internal static class RunningProcesses
{
    /// <summary>Longer than a process that is ending takes to be gone, on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The one process whose command line holds each of these.</summary>
    public static Process Single(params string[] parts) => Process.GetProcessById(Find(parts).ShouldHaveSingleItem());

    /// <summary>
    /// Those in which a flock runs tests of the folder: whatever an agent starts for a call carries the call's mark.
    /// </summary>
    public static int[] OfTestsIn(string folder) =>
        [.. Find(folder).Where(id => Read(id, "environ").Contains("TESTFLOCK_CALL=", StringComparison.Ordinal))];

    /// <summary>Fails when a process that names the folder in its command line does not end.</summary>
    public static async Task NoneIsLeftInAsync(string folder)
    {
        using var limit = new CancellationTokenSource(Limit);
        foreach (var id in Find(folder))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                await process.WaitForExitAsync(limit.Token);
            }
            catch (ArgumentException)
            {
                // It ended before it could be looked at.
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Process {id} is still running: {CommandLine(id)}");
            }
        }
    }

    private static int[] Find(params string[] parts) =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(entry => int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && parts.All(part => CommandLine(id).Contains(part, StringComparison.Ordinal)))];

    private static string CommandLine(int id) => Read(id, "cmdline");

    private static string Read(int id, string what)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{what}").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
