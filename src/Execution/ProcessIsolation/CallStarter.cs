using Microsoft.Extensions.Logging;
using TestFlock.Contracts;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>Makes a call out of test cases: folder, settings, command line, environment, process.</summary>
internal sealed partial class CallStarter(
    string program, string loggerFolder, CallFolders folders, TimeProvider time, ILogger<CallStarter> logger)
{
    public StartedCall Start(RunManifest manifest, IReadOnlyList<TestCase> cases)
    {
        var sources = cases.Select(c => c.Source).Distinct(StringComparer.Ordinal).ToArray();
        var folder = folders.Create(cases, manifest.SettingsXml);

        // The caller's directory may be another machine's.
        var workingDirectory = Directory.Exists(manifest.WorkingDirectory)
            ? manifest.WorkingDirectory
            : Path.GetDirectoryName(sources[0])!;
        var command = CallCommand.For(program, sources, folder, loggerFolder, workingDirectory);
        Starting(logger, cases.Count, command);
        var environment = CallEnvironment.For(manifest, Environment.GetEnvironmentVariables());
        return new StartedCall(TestCall.Start(command, environment, folder, time), folder, command);
    }

    [LoggerMessage(41, LogLevel.Information, "Tests: {Count}. {Command}")]
    private static partial void Starting(ILogger logger, int count, CallCommand command);
}
