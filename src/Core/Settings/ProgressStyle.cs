namespace TestFlock.Core.Settings;

/// <summary>How a run tells how far it is.</summary>
public enum ProgressStyle
{
    /// <summary>
    /// A line now and then while something changes, and what the run waits for. The terminal is not painted on: it is
    /// MSBuild's, which shows these lines above what it paints itself.
    /// </summary>
    Lines,

    /// <summary>Nothing until the end.</summary>
    Quiet,
}
