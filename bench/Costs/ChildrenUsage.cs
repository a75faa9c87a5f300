using System.Runtime.InteropServices;

namespace TestFlock.Bench.Costs;

/// <summary>What the processes have used that this one, and those in turn, have started and waited for.</summary>
internal static partial class ChildrenUsage
{
    private const int RusageChildren = -1;

    /// <summary>User and system time; zero on Windows, which does not keep it.</summary>
    public static TimeSpan ProcessorTime
    {
        get
        {
            if (OperatingSystem.IsWindows())
                return TimeSpan.Zero;
            _ = GetUsage(RusageChildren, out var usage);
            return usage.User.Span + usage.System.Span;
        }
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        public long Seconds;
        public long Microseconds;

        public readonly TimeSpan Span => TimeSpan.FromSeconds(Seconds) + TimeSpan.FromMicroseconds(Microseconds);
    }

    // getrusage(2): two times, then 14 counters that nobody here reads.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public TimeValue User;
        public TimeValue System;
    }
}
