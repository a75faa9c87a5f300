using System.Globalization;
using System.Diagnostics;

namespace TestFlock.Acceptance.Tests.Ide;

/// <summary>Processes that outlive what they belong to.</summary>
internal static class LeftBehind
{
    /// <summary>Longer than a process that is ending takes to be gone, on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Fails when a process that names the folder in its command line does not end.</summary>
    public static async Task NothingRunsInAsync(string folder)
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

    private static IEnumerable<int> Find(string folder) =>
        from entry in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(entry)
        where int.TryParse(name, out _) && CommandLine(int.Parse(name, CultureInfo.InvariantCulture)).Contains(folder, StringComparison.Ordinal)
        select int.Parse(name, CultureInfo.InvariantCulture);

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
