using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Execution.Allure;
using TestFlock.Execution.Calls;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>
/// Makes a call out of test cases: folder, settings, command line, environment, process. Each has a process of its
/// own.
/// </summary>
internal sealed partial class ProcessCallStarter(
    string program,
    string loggerFolder,
    CallFolders folders,
    TimeProvider time,
    ILogger<ProcessCallStarter> logger) : ICallStarter
{
    public Task<ITestCall> StartAsync(RunManifest manifest, IReadOnlyList<TestCase> cases, CallManner manner)
    {
        var sources = cases.Select(c => c.Source).Distinct(StringComparer.Ordinal).ToArray();
        var folder = folders.Create(cases, manner.StopsAtFailure, manifest.SettingsXml);

        // The caller's directory may be another machine's.
        var workingDirectory = Directory.Exists(manifest.WorkingDirectory)
            ? manifest.WorkingDirectory
            : Path.GetDirectoryName(sources[0])!;
        var command = CallCommand.For(program, sources, folder, loggerFolder, workingDirectory);
        Starting(logger, cases.Count, command);
        var environment = CallEnvironment.For(manifest, Environment.GetEnvironmentVariables());
        if (manner.TraceParent is { } trace)
            environment[RunSelection.TraceVariable] = trace;
        var secrets = SecretValues.Of(manifest);
        var drop = AllureDrop.Open(manifest, folder.Path, sources[0], environment);
        return Task.FromResult<ITestCall>(
            ProcessCall.Start(command, environment, folder, folders, secrets, drop, time));
    }

    [LoggerMessage(41, LogLevel.Information, "Tests: {Count}. {Command}")]
    private static partial void Starting(ILogger logger, int count, CallCommand command);
}
