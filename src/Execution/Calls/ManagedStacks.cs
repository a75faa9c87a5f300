using System.Globalization;
using System.Text;
using Microsoft.Diagnostics.Runtime;

namespace TestFlock.Execution.Calls;

/// <summary>What the managed threads of another process are doing.</summary>
internal static class ManagedStacks
{
    private const int MostFrames = 40;
    private const int MostCharacters = 16 * 1024;

    /// <param name="processId">Of a .NET process of this machine that we may look into: one of our own.</param>
    /// <returns>Null when they cannot be had: another operating system, no right to it, the process is gone.</returns>
    public static string? TryRead(int processId)
    {
        try
        {
            // All on this thread: on Linux, a process that is held belongs to the thread that holds it.
            using var target = DataTarget.AttachToProcess(processId, suspend: true);
            var text = new StringBuilder();
            foreach (var clr in target.ClrVersions)
            {
                using var runtime = clr.CreateRuntime();
                foreach (var thread in runtime.Threads.Where(thread => thread.IsAlive))
                    Append(text, thread);
            }

            return text.Length == 0 ? null : text.ToString(0, Math.Min(text.Length, MostCharacters));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A stack is a gift: the test has timed out all the same, and the library has no list of what it throws.
            return null;
        }
    }

    private static void Append(StringBuilder text, ClrThread thread)
    {
        var frames = thread.EnumerateStackTrace().Select(frame => frame.Method?.Signature).OfType<string>()
            .Take(MostFrames).ToArray();
        if (frames.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Thread {thread.ManagedThreadId}\n  at ")
                .AppendJoin("\n  at ", frames)
                .Append('\n');
        }
    }
}
