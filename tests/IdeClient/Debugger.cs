using System.Diagnostics;
using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client.Interfaces;

namespace TestFlock.IdeClient;

/// <summary>Says that it attached itself to each process it is asked to; the platform starts them.</summary>
/// <param name="tell">Where that goes.</param>
/// <param name="kills">The file of those that it kills right after.</param>
internal sealed class Debugger(Action<Happening> tell, string? kills) : ITestHostLauncher3
{
    public bool IsDebug => true;

    public bool AttachDebuggerToProcess(AttachDebuggerInfo attachDebuggerInfo, CancellationToken cancellationToken)
    {
        using var process = Process.GetProcessById(attachDebuggerInfo.ProcessId);
        var file = process.MainModule?.FileName;
        tell(new Happening { What = "attached", ProcessId = process.Id, Text = file });
        if (file == kills)
            process.Kill();
        return true;
    }

    public bool AttachDebuggerToProcess(int pid) =>
        AttachDebuggerToProcess(new AttachDebuggerInfo { ProcessId = pid }, CancellationToken.None);

    public bool AttachDebuggerToProcess(int pid, CancellationToken cancellationToken) => AttachDebuggerToProcess(pid);

    public int LaunchTestHost(TestProcessStartInfo defaultTestHostStartInfo) =>
        throw new NotSupportedException("A platform that can attach starts its test hosts itself.");

    public int LaunchTestHost(TestProcessStartInfo defaultTestHostStartInfo, CancellationToken cancellationToken) =>
        LaunchTestHost(defaultTestHostStartInfo);
}
