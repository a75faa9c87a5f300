using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TestFlock.Agent.Logs;

/// <summary>One line an event into one file, flushed at once: the log of a run that dies is read most.</summary>
internal sealed class FileLoggerProvider(string path, LogLevel least, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, FileLogger> _loggers = new();
    private readonly StreamWriter _writer = new(path, append: true) { AutoFlush = true }; // guarded by _gate

    public ILogger CreateLogger(string categoryName) =>
        _loggers.GetOrAdd(categoryName, name => new FileLogger(this, name));

    public void Dispose()
    {
        lock (_gate)
            _writer.Dispose();
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            if (_writer.BaseStream is { CanWrite: true })
                _writer.WriteLine(line);
        }
    }

    private sealed class FileLogger(FileLoggerProvider provider, string category) : ILogger
    {
        private readonly string _category = category[(category.LastIndexOf('.') + 1)..];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= provider.Least;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var at = provider.Time.GetUtcNow().ToString(
                "yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
            var text = formatter(state, exception).ReplaceLineEndings("\\n");
            provider.Write(exception is null
                ? $"{at} {logLevel} {_category}[{eventId.Id}] {text}"
                : $"{at} {logLevel} {_category}[{eventId.Id}] {text} | "
                    + $"{exception.ToString().ReplaceLineEndings("\\n")}");
        }
    }

    private LogLevel Least => least;

    private TimeProvider Time => time;
}
