using System.Diagnostics;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>
/// A home on what might be another machine: a folder that belongs to another user, where the tests run as root; a
/// folder elsewhere, where they do not.
/// </summary>
public sealed class StrangersHome : IDisposable
{
    private const string User = "65534"; // nobody

    public StrangersHome()
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "tmp"));
        if (IsOfAnotherUser)
            Run("chown", "-R", $"{User}:{User}", Path);
    }

    public static IReadOnlyList<string> AsTheUser { get; } = [$"--reuid={User}", $"--regid={User}", "--clear-groups"];

    public string Path { get; } = Directory.CreateTempSubdirectory("testflock-stranger-").FullName;

    public bool IsOfAnotherUser { get; } = Environment.IsPrivilegedProcess;

    /// <summary>Files of the agent's cache, by name.</summary>
    public IEnumerable<FileInfo> Cached() =>
        new DirectoryInfo(System.IO.Path.Combine(Path, "cache", "content")).EnumerateFiles(
            "*", SearchOption.AllDirectories);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
    }
}
