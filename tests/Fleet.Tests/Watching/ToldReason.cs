using System.Text.Json;
using TestFlock.Core.Progress;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests.Watching;

/// <summary>Why a run waits, in the status as programs read it.</summary>
internal static class ToldReason
{
    /// <summary>The reason of this kind, once a line tells it.</summary>
    /// <param name="watch">A status a line.</param>
    /// <param name="wanted">Of which run, and of which kind.</param>
    public static async Task<string> FindAsync(ChildProgram watch, (string Run, WaitKind Kind) wanted)
    {
        var line = await watch.LineAsync(line => line.StartsWith('{') && Of(line, wanted) is not null);
        return Of(line, wanted)!;
    }

    /// <summary>Null when it tells of no such run, or of another reason.</summary>
    public static string? Of(string status, (string Run, WaitKind Kind) wanted)
    {
        using var document = JsonDocument.Parse(status);
        var run = document.RootElement.GetProperty("runs").EnumerateArray()
            .FirstOrDefault(run => run.GetProperty("id").GetString() == wanted.Run);
        return run.ValueKind == JsonValueKind.Object
            && run.GetProperty("progress") is { ValueKind: JsonValueKind.Object } progress
            && progress.GetProperty("waitsFor") is { ValueKind: JsonValueKind.Object } reason
            && reason.GetProperty("kind").GetString() == wanted.Kind.ToString()
            ? reason.GetProperty("text").GetString()
            : null;
    }
}
