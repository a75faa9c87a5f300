using System;
using System.IO;
using System.Threading;

/// <summary>Tests of which the first to begin, in whatever process, ends when all others have run.</summary>
public static class Patient
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("PATIENT")!;

    /// <param name="all">How many tests there are, this one among them.</param>
    public static void Test(int all)
    {
        var mine = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".test");
        try
        {
            using var first = new FileStream(Path.Combine(Folder, "first"), FileMode.CreateNew);
        }
        catch (IOException)
        {
            File.WriteAllText(mine, "");
            return;
        }

        // Watched before it is counted, so that none comes unseen; without them all it waits until it is killed.
        using var another = new AutoResetEvent(false);
        using var watcher = new FileSystemWatcher(Folder, "*.test");
        watcher.Created += (_, _) => another.Set();
        watcher.EnableRaisingEvents = true;
        while (Directory.GetFiles(Folder, "*.test").Length < all - 1)
            another.WaitOne();
    }
}
