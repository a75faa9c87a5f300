namespace TestFlock.Execution.Tests.Support;

/// <summary>Files by which other processes signal.</summary>
internal static class LivingFile
{
    /// <summary>Returns when the file is there.</summary>
    public static async Task AppearsAsync(string path)
    {
        var appeared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!);
        watcher.Created += (_, e) => SignalIf(e.FullPath);
        watcher.Renamed += (_, e) => SignalIf(e.FullPath);
        watcher.EnableRaisingEvents = true;
        if (!File.Exists(path))
            await appeared.Task;

        void SignalIf(string changed)
        {
            if (changed == path)
                appeared.TrySetResult();
        }
    }
}
