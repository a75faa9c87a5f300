using System.Diagnostics;
using System.Globalization;
using TestFlock.Execution.ProcessTrees;

namespace TestFlock.Execution.Tests.Support;

/// <summary>Processes of which a test only knows the id, from a file.</summary>
internal static class LivingProcess
{
    public static int IdIn(string file) => int.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture);

    public static bool Exists(int id) => LinuxProcess.All().Any(p => p.Id == id);

    public static void Kill(int id) => UnixSignals.Kill(id);

    /// <summary>Returns when the process is gone.</summary>
    public static async Task EndOfAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It is gone already.
        }
    }
}
