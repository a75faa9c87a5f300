using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;
using TestFlock.Contracts;
using TestFlock.Core.Reporting;

namespace TestFlock.Allure.Adopting;

/// <summary>
/// What the user's own Allure wrote in the test processes, until the attempts are found that it is of. It knows more
/// than the test platform tells (steps, fixtures, links), so it wins.
/// </summary>
internal sealed partial class OwnResults(
    ResultsFolder folder, AttachedFiles files, FetchAttachments fetch, ILogger logger)
{
    private const string ResultEnding = "-result.json";
    private const string ContainerEnding = "-container.json";

    private readonly Lock _gate = new();
    private readonly List<OwnResult> _unclaimed = []; // guarded by _gate
    private readonly Dictionary<string, string> _sources = []; // by the name that its writer gave it

    /// <summary>Takes over at once what an agent sent; the files may be gone afterwards.</summary>
    public async ValueTask TakeAsync(RunFilesArrived arrived, TimeSpan offset, CancellationToken cancellationToken)
    {
        var sets = arrived.Sets.Where(set => set.Uri == AttachmentSet.OfAllure).ToArray();
        if (sets.Length == 0)
            return;
        var isElsewhere = sets.Any(set => set.Items.Any(item => item.Stored is not null));
        var here = isElsewhere ? await fetch(sets, cancellationToken) : sets;
        var paths = here.SelectMany(set => set.Items).Select(item => item.Path).ToArray();
        foreach (var path in paths.Where(path => !IsDescription(path)))
        {
            if (files.TryCopy(path, "") is { } copied)
                _sources[Path.GetFileName(path)] = copied.Source;
        }

        foreach (var path in paths.Where(IsDescription))
        {
            if (TryRead(path) is { } json)
                Take(path, json, arrived.Place, offset);
        }

        // What was fetched for this alone lies beside the user's results.
        if (isElsewhere)
            paths.ToList().ForEach(Remove);
    }

    /// <summary>Whether it is worth asking for one.</summary>
    public bool HasUnclaimed
    {
        get
        {
            lock (_gate)
                return _unclaimed.Count > 0;
        }
    }

    /// <summary>The one that is of such an attempt; it is nobody else's then.</summary>
    /// <returns>Null when there is none.</returns>
    public OwnResult? Claim(Claimant claimant)
    {
        lock (_gate)
        {
            var found = claimant.Choose(_unclaimed);
            if (found is not null)
                _unclaimed.Remove(found);
            return found;
        }
    }

    /// <summary>What no attempt was found for.</summary>
    public IReadOnlyList<OwnResult> TakeUnclaimed()
    {
        lock (_gate)
        {
            OwnResult[] rest = [.. _unclaimed];
            _unclaimed.Clear();
            return rest;
        }
    }

    private void Take(string path, JsonObject json, AttemptPlace place, TimeSpan offset)
    {
        JsonCare.Clean(json);
        JsonCare.Rename(json, _sources);
        if (path.EndsWith(ResultEnding, StringComparison.Ordinal))
        {
            lock (_gate)
                _unclaimed.Add(new OwnResult(json, place, offset));
            return;
        }

        JsonCare.Shift(json, offset);
        var name = path.EndsWith(ContainerEnding, StringComparison.Ordinal) ? ContainerEnding : "-globals.json";
        folder.Write(folder.NewId() + name, JsonSerializer.SerializeToUtf8Bytes(json, AllureJson.Nodes));
    }

    private static bool IsDescription(string path) =>
        path.EndsWith(ResultEnding, StringComparison.Ordinal)
        || path.EndsWith(ContainerEnding, StringComparison.Ordinal)
        || path.EndsWith("-globals.json", StringComparison.Ordinal);

    private JsonObject? TryRead(string path)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            // The test process died while it wrote.
            NotRead(logger, path, e);
            return null;
        }
    }

    private void Remove(string path)
    {
        try
        {
            File.Delete(path);
            Directory.Delete(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            NotRemoved(logger, path, e);
        }
    }

    [LoggerMessage(711, LogLevel.Warning, "{Path}, which a test left for Allure, is no whole JSON; it is left out")]
    private static partial void NotRead(ILogger logger, string path, Exception exception);

    [LoggerMessage(712, LogLevel.Warning, "{Path}, which was fetched for the Allure results alone, stays")]
    private static partial void NotRemoved(ILogger logger, string path, Exception exception);
}
