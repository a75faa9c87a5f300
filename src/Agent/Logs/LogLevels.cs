using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Logs;

/// <summary>How much a log says, as users write it.</summary>
internal static class LogLevels
{
    /// <summary>Of agents and of coordinators.</summary>
    public const string Variable = "TESTFLOCK_LOG_LEVEL";

    private static readonly LogLevel[] _all = [LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error];

    public static string Names => string.Join(", ", _all.Select(NameOf));

    /// <param name="text">What the user wrote.</param>
    /// <param name="place">Where.</param>
    /// <param name="level">The least that is written; information when there is a problem.</param>
    /// <returns>What is wrong with it, with the cure; null when nothing is.</returns>
    public static string? FindProblem(string text, string place, out LogLevel level)
    {
        var index = Array.FindIndex(_all, known => NameOf(known).Equals(text, StringComparison.OrdinalIgnoreCase));
        level = index < 0 ? LogLevel.Information : _all[index];
        return index < 0 ? $"{place}: '{text}' is no log level. Write one of {Names}." : null;
    }

    /// <summary>Everything, if nobody says otherwise: its log is kept only when something went wrong.</summary>
    /// <param name="variable">A variable of the environment; null when it is not set.</param>
    /// <exception cref="InvalidDataException">There is no such level.</exception>
    public static LogLevel OfCoordinator(Func<string, string?> variable)
    {
        if (variable(Variable) is not { Length: > 0 } named)
            return LogLevel.Debug;
        return FindProblem(named, Variable, out var level) is { } problem
            ? throw new InvalidDataException(problem)
            : level;
    }

    private static string NameOf(LogLevel level) => level.ToString().ToLowerInvariant();
}
