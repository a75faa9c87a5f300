using System.Collections;
using Microsoft.Extensions.Logging;
using TestFlock.Allure;
using TestFlock.Allure.TestOps;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Agent.Run;

/// <summary>The reports of a run that go to Allure.</summary>
internal static class AllureReports
{
    /// <summary>In this order: what is sent is written first.</summary>
    /// <returns>None unless the settings ask for them.</returns>
    public static IEnumerable<IReport> Of(
        FlockSettings settings,
        RunRequest request,
        RunFolder folder,
        AttachmentKeeper attachments,
        AdapterLink adapter,
        TimeProvider time,
        ILoggerFactory loggers)
    {
        if (settings.Allure is not { } allure)
            yield break;
        var environment = Variables();
        var run = new AllureRun
        {
            Options = allure,
            Sources = request.Open.Sources,
            ResultsDirectory = request.Open.ResultsDirectory,
            LogFile = folder.LogFile,
            Version = ProgramVersion.Text,
            Environment = environment,
        };
        var report = new AllureReport(run, attachments.KeepAsync, time, loggers.CreateLogger<AllureReport>());
        yield return report;
        if (settings.TestOps is not { } testOps)
            yield break;
        yield return new TestOpsReport(
            new TestOpsRun
            {
                Options = testOps,
                Environment = environment,
                WaitingCommand = AwaitRunVerb.CommandFor,
            },
            () => report.Directory,
            note => new ValueTask(adapter.TellAsync(new RunNote { Level = note.Level, Text = note.Text })),
            time,
            loggers.CreateLogger<TestOpsReport>());
    }

    private static Dictionary<string, string> Variables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? "");
}
