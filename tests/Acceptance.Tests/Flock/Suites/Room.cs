using System;
using System.IO;
using System.Threading;

/// <summary>A place that notes how many tests, of whatever project, were in it at one moment.</summary>
public static class Room
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("ROOM")!;

    /// <summary>Stays until the room has once held two, and a moment longer, so that a third would be seen.</summary>
    public static void Visit()
    {
        var visitor = Path.Combine(Folder, Guid.NewGuid().ToString("N") + ".visitor");
        File.WriteAllText(visitor, "");
        var patience = DateTime.UtcNow.AddSeconds(30);
        while (DateTime.UtcNow < patience)
        {
            var count = Directory.GetFiles(Folder, "*.visitor").Length;
            File.WriteAllText(Path.Combine(Folder, count + ".met"), "");
            Thread.Sleep(100);
            if (File.Exists(Path.Combine(Folder, "2.met")))
                break;
        }

        Thread.Sleep(300);
        File.WriteAllText(Path.Combine(Folder, Directory.GetFiles(Folder, "*.visitor").Length + ".met"), "");
        File.Delete(visitor);
    }
}
