using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace TestFlock.Execution.ProcessTrees;

/// <summary>
/// On Windows: a job object, which also dies with this program. Not tried yet.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed partial class WindowsProcessTree : IProcessTree
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;

    private readonly SafeFileHandle _job;

    private WindowsProcessTree(Process root, SafeFileHandle job)
    {
        Root = root;
        _job = job;
    }

    public Process Root { get; }

    public bool? HasChildren => null;

    public static WindowsProcessTree Start(ProcessStartInfo start)
    {
        var job = CreateJobObject(0, 0);
        if (job.IsInvalid)
            throw new Win32Exception(Marshal.GetLastPInvokeError());

        var limits = new ExtendedLimits { Basic = { Flags = KillOnJobClose } };
        if (!SetInformationJobObject(job, ExtendedLimitInformation, in limits, Marshal.SizeOf<ExtendedLimits>()))
            throw new Win32Exception(Marshal.GetLastPInvokeError());

        // A Ctrl-C in the terminal is for this program, not for the tests.
        start.CreateNewProcessGroup = true;
        var root = Process.Start(start)!;

        // A child that the root started before this line would be outside the job; `dotnet` needs far longer to start
        // one.
        if (!AssignProcessToJobObject(job, root.SafeHandle) && !root.HasExited)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return new WindowsProcessTree(root, job);
    }

    public void Kill() => _ = TerminateJobObject(_job, 1);

    public void Dispose()
    {
        _job.Dispose();
        Root.Dispose();
    }

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true)]
    private static partial SafeFileHandle CreateJobObject(nint security, nint name);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetInformationJobObject(
        SafeFileHandle job, int kind, in ExtendedLimits limits, int size);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateJobObject(SafeFileHandle job, uint exitCode);

    // JOBOBJECT_BASIC_LIMIT_INFORMATION, of which only the flags are used.
    [StructLayout(LayoutKind.Sequential)]
    private struct BasicLimits
    {
        public long ProcessTime;
        public long JobTime;
        public uint Flags;
        public nuint SmallestWorkingSet;
        public nuint LargestWorkingSet;
        public uint Processes;
        public nuint Affinity;
        public uint Priority;
        public uint Scheduling;
    }

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six counters are IO_COUNTERS.
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public BasicLimits Basic;
        public ulong Reads;
        public ulong Writes;
        public ulong Others;
        public ulong BytesRead;
        public ulong BytesWritten;
        public ulong BytesOther;
        public nuint ProcessMemory;
        public nuint JobMemory;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
