using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Execution;
using TestFlock.Execution.Calls;

namespace TestFlock.Execution.ProcessIsolation;

/// <summary>Runners that start one <c>dotnet test</c> for each unit.</summary>
/// <param name="workFolder">
/// Where call folders are made, one folder for each slot. What remains in it was kept on purpose.
/// </param>
/// <param name="loggerFolder">The folder of <c>TestFlock.TestLogger.dll</c>, which holds nothing that a test host would
/// load.</param>
/// <param name="time">For time-outs and stamps.</param>
/// <param name="loggers">For what an operator reads.</param>
public sealed class ProcessBatchRunnerFactory(
    string workFolder, string loggerFolder, TimeProvider time, ILoggerFactory loggers) : IBatchRunnerFactory
{
    public Isolation Isolation => Isolation.Process;

    public IBatchRunner Create(int slot)
    {
        var folders = new CallFolders(Path.Combine(workFolder, $"slot-{slot}"), loggers.CreateLogger<CallFolders>());
        var program = DotnetProgram.Find(Environment.GetEnvironmentVariable, Environment.ProcessPath);
        var calls = new ProcessCallStarter(
            program, loggerFolder, folders, time, loggers.CreateLogger<ProcessCallStarter>());
        return new ProcessBatchRunner(calls, folders, time);
    }
}
