using System.Globalization;
using System.Text;

namespace TestFlock.Core.Progress;

/// <summary>A run's progress in one line.</summary>
public static class ProgressText
{
    public static string Of(RunProgress progress)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{progress.Done}/{progress.Total} done");
        if (progress.Failed > 0)
            text.Append(CultureInfo.InvariantCulture, $", {progress.Failed} failed");
        if (progress.Flaky > 0)
            text.Append(CultureInfo.InvariantCulture, $", {progress.Flaky} flaky");
        text.Append(CultureInfo.InvariantCulture, $", {progress.SlotsBusy} slots busy");
        if (Left(progress) is { } left)
            text.Append(", ").Append(left).Append(" left");
        if (progress.WaitsFor is { } reason)
            text.Append("; waits for ").Append(reason.Text);
        return text.ToString();
    }

    /// <summary>Such as <c>1:20 to 1:45</c>; null while nothing can be said.</summary>
    public static string? Left(RunProgress progress) =>
        progress is not { LeftAtLeast: { } least, LeftAtMost: { } most } ? null
        : Shown(least) == Shown(most) ? Shown(most)
        : $"{Shown(least)} to {Shown(most)}";

    /// <summary>Hours and minutes for what takes long, seconds for the rest.</summary>
    public static string Shown(TimeSpan time) => time >= TimeSpan.FromHours(1)
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : time >= TimeSpan.FromMinutes(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s");
}
