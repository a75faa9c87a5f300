using Microsoft.Extensions.Logging;
using TestFlock.Packages.Cache;

namespace TestFlock.Bench.Packages;

/// <summary>Reads from the agent's own log what it says of a package.</summary>
internal sealed class CacheLog : ILogger<PackageCache>
{
    public int Hits { get; private set; }

    public double FetchedMegabytes { get; private set; }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState,
        Exception?,
        string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
            return;
        foreach (var (name, value) in values)
        {
            if (name == "Hits")
                Hits = (int)value!;
            else if (name == "Fetch")
                FetchedMegabytes = (double)value!;
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
