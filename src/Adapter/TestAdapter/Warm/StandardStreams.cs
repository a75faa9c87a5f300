using System.Text;

namespace TestFlock.TestAdapter.Warm;

#pragma warning disable RS0030 // The slot reads these streams; what it looks for must be in them.

/// <summary>The two streams of this process that the slot listens to, whatever the console writes to now.</summary>
internal static class StandardStreams
{
    /// <summary>Says in both that what a selection wrote ends here.</summary>
    public static void Mark(string mark)
    {
        var line = Encoding.UTF8.GetBytes($"{mark}\n");
        foreach (var stream in (Stream[])[Console.OpenStandardOutput(), Console.OpenStandardError()])
        {
            try
            {
                stream.Write(line);
                stream.Flush();
            }
            catch (IOException)
            {
                // A test closed it; the slot waits a while, and goes on.
            }
        }
    }
}
