using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;
using TestFlock.Core.Settings;

namespace TestFlock.Allure.TestOps;

/// <summary>
/// A launch from its creation, or from joining it, to its end. Every refusal is tried again; what stays refused is one
/// warning, and the results stay on disk.
/// </summary>
internal sealed partial class LaunchUpload
{
    private const int MostTries = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    private readonly TestOpsOptions _options;
    private readonly string _folder;
    private readonly string _name;
    private readonly Action<NoteMade> _tell;
    private readonly TimeProvider _time;
    private readonly TestOpsRun _run;
    private readonly Allurectl _allurectl;
    private readonly string? _joinedLaunch;
    private readonly string? _joinedJobRun;

    public LaunchUpload(
        TestOpsRun run,
        string folder,
        string suite,
        Action<NoteMade> tell,
        TimeProvider time,
        ILogger logger,
        CancellationToken abandoned)
    {
        (_run, _options, _folder, _tell, _time) = (run, run.Options, folder, tell, time);
        _joinedLaunch = Variable("ALLURE_LAUNCH_ID");
        _joinedJobRun = Variable("ALLURE_JOB_RUN_ID");
        _name = _options.Launch ?? Variable("ALLURE_LAUNCH_NAME") ?? suite;
        _allurectl = new Allurectl(AllurectlEnvironment.Of(run, folder, _name), _options.Token, logger, abandoned);
    }

    /// <summary>Never throws: all that goes wrong is told.</summary>
    /// <param name="ended">The run is over, and all results are written.</param>
    public async Task RunAsync(CancellationToken ended)
    {
        try
        {
            await UploadAsync(ended);
        }
        catch (UploadException e)
        {
            _tell(new NoteMade(NoteLevel.Warning, Excuse(e.Message)));
        }
    }

    /// <summary>What the user reads when the server did not get everything.</summary>
    public string Excuse(string why) =>
        $"Allure TestOps ({Address}) did not get all results: {why} They are in {_folder}. To upload them later, with "
        + $"the token in ALLURE_TOKEN: allurectl upload \"{_folder}\" --endpoint {Address} --project-id "
        + $"{_options.Project} --launch-name \"{_name}\"";

    private string Address => _options.Endpoint.ToString().TrimEnd('/');

    private async Task UploadAsync(CancellationToken ended)
    {
        // Started by TestOps itself, the run belongs to a launch that is not ours to name or close.
        var launch = _joinedJobRun is not null ? null : _joinedLaunch ?? await CreateAsync();
        var variables = launch is null ? [] : new Dictionary<string, string> { ["ALLURE_LAUNCH_ID"] = launch };
        _tell(new NoteMade(
            NoteLevel.Informational,
            launch is null
                ? $"Allure TestOps: {Address}/jobrun/{_joinedJobRun}"
                : $"Allure TestOps: {Address}/launch/{launch}"));
        await TryAsync("send the results", () => WatchAsync(variables, ended));
        if (launch is not null && _joinedLaunch is null)
            await TryAsync("close the launch", () => _allurectl.RunAsync("launch", "close", launch));
    }

    private async Task<string> CreateAsync()
    {
        var tags = Variable("ALLURE_LAUNCH_TAGS") is { } list ? new[] { "--launch-tags", list } : [];
        var output = await TryAsync("create a launch", () => _allurectl.RunAsync(
        [
            "launch", "create", "--launch-name", _name, "--project-id", $"{_options.Project}", "--format", "ID",
            "--no-header", .. tags,
        ]));

        // Lines of its log may come before.
        return LaunchId().Matches(output).LastOrDefault() is { } last
            ? last.Value
            : throw new UploadException($"allurectl created a launch and did not say which: '{output.Trim()}'.");
    }

    private async Task<string> WatchAsync(Dictionary<string, string> variables, CancellationToken ended)
    {
        using var end = new EndOfRun(ended);
        return await _allurectl.RunAsync(
            ["watch", "--results", _folder, "--", .. _run.WaitingCommand(end.PipeName)], variables, limit: null);
    }

    private async Task<string> TryAsync(string what, Func<Task<string>> act)
    {
        for (var (tries, pause) = (1, FirstPause); ; tries++, pause *= 2)
        {
            try
            {
                return await act();
            }
            catch (UploadException e) when (tries < MostTries && !e.IsFinal)
            {
                await Task.Delay(pause, _time);
            }
            catch (UploadException e) when (!e.IsFinal)
            {
                throw new UploadException($"allurectl could not {what} in {MostTries} tries: {e.Message}");
            }
        }
    }

    private string? Variable(string name) =>
        _run.Environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    [GeneratedRegex(@"^\d+(?=\s*$)", RegexOptions.Multiline)]
    private static partial Regex LaunchId();
}
