using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using TestFlock.Core.Coordination;
using TestFlock.Core.Servers;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Connecting;

/// <summary>
/// The one connection of a process to Redis: scripts and messages, nothing else of the client library. Every call is
/// bounded, since the library's own wait for ever on a server that went silent; after some calls without an answer the
/// connection is built anew.
/// </summary>
internal sealed partial class RedisConnection : IAsyncDisposable
{
    private const int SilencesUntilRebuilt = 3;
    private const int MostTriesToOpen = 3;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(200);

    private readonly RedisOptions _options;
    private readonly RedisOpening _opening;
    private readonly string _prefix;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly ServerOutage _outage;
    private readonly ConcurrentDictionary<string, Action<string>> _subscriptions = new();
    private readonly SemaphoreSlim _rebuilding = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private volatile ConnectionMultiplexer _multiplexer = null!; // replaced under _rebuilding
    private int _silences;

    private RedisConnection(RedisOptions options, IServerWatcher watcher, TimeProvider time, ILogger logger)
    {
        (_options, _time, _logger) = (options, time, logger);
        _opening = new RedisOpening(options, time);
        _prefix = RedisAddress.PrefixOf(options.Address);
        _outage = new ServerOutage(Server, watcher, time);
    }

    /// <summary>
    /// The connection broke and is there again; messages sent meanwhile did not arrive. On any thread.
    /// </summary>
    public event Action? Restored;

    public string Server => RedisAddress.NameOf(_options.Address);

    /// <exception cref="CoordinationException">Redis cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RedisConnection> OpenAsync(
        RedisOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var connection = new RedisConnection(options, watcher, time, loggers.CreateLogger<RedisConnection>());
        try
        {
            for (var tries = 1; !await connection.TryBeginAsync(isLast: tries == MostTriesToOpen, cancellationToken);)
                tries++;
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>Runs a script, again and again while the server is away.</summary>
    /// <exception cref="CoordinationException">Redis refuses for a reason that waiting does not cure.</exception>
    public async Task<RedisResult> CallAsync(
        RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await CallOnceAsync(script, arguments, cancellationToken);
            }
            catch (Exception e) when (RedisFailure.Passes(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_end.IsCancellationRequested)
                    throw new CoordinationException($"The connection to {Server} was closed on this side.", e);
                TryingAgain(_logger, script.Name, RedisFailure.Reason(e));
            }
            catch (Exception e) when (e is not CoordinationException)
            {
                throw RedisFailure.Explain(e, _options.Address);
            }

            await Task.Delay(PauseAfterFailure, _time, cancellationToken);
        }
    }

    /// <summary>Runs a script once.</summary>
    /// <returns>Null when the server is away.</returns>
    /// <exception cref="CoordinationException">Redis refuses for a reason that waiting does not cure.</exception>
    public async Task<RedisResult?> TryCallAsync(
        RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        try
        {
            return await CallOnceAsync(script, arguments, cancellationToken);
        }
        catch (Exception e) when (RedisFailure.Passes(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            TryingAgain(_logger, script.Name, RedisFailure.Reason(e));
            return null;
        }
        catch (Exception e) when (e is not CoordinationException)
        {
            throw RedisFailure.Explain(e, _options.Address);
        }
    }

    /// <summary>Hears what is sent on a channel, over every reconnection; the handler must return at once.</summary>
    public async Task SubscribeAsync(string channel, Action<string> handler)
    {
        _subscriptions[channel] = handler;
        try
        {
            await SubscribeOnAsync(_multiplexer, channel, handler).WaitAsync(_options.Timings.Call, _time);
        }
        catch (Exception e) when (RedisFailure.Passes(e))
        {
            // Made up for when the connection is restored; until then the fallbacks do.
            TryingAgain(_logger, channel, RedisFailure.Reason(e));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _subscriptions.Clear();
        if (_multiplexer is { } multiplexer)
            await LetGoAsync(multiplexer);
    }

    /// <returns>False when the server answers, but not to this connection in time.</returns>
    private async Task<bool> TryBeginAsync(bool isLast, CancellationToken cancellationToken)
    {
        ConnectionMultiplexer? multiplexer = null;
        try
        {
            _multiplexer = multiplexer = await ConnectAsync(cancellationToken);

            // What the server refuses it says at the first call at the earliest.
            await CallOnceAsync(RedisScript.Agents, [], cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not CoordinationException && !cancellationToken.IsCancellationRequested)
        {
            var reason = await _opening.FindReasonAsync(e, cancellationToken);
            if (reason is not null || isLast)
                throw reason ?? RedisFailure.Explain(e, _options.Address);
            if (multiplexer is not null)
                await LetGoAsync(multiplexer);
            TryingAgain(_logger, "connect", RedisFailure.Reason(e));
            return false;
        }
    }

    private async Task<RedisResult> CallOnceAsync(
        RedisScript script, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        var multiplexer = _multiplexer;
        try
        {
            var call = multiplexer.GetDatabase().ScriptEvaluateAsync(script.Text, [(RedisKey)_prefix], arguments);
            Forget(call);
            var result = await call.WaitAsync(_options.Timings.Call, _time, cancellationToken);
            Interlocked.Exchange(ref _silences, 0);
            _outage.Answered();
            return result;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && !_end.IsCancellationRequested)
        {
            if (RedisFailure.Passes(e))
                _outage.Failed(RedisFailure.Reason(e));
            if (e is TimeoutException && Interlocked.Increment(ref _silences) >= SilencesUntilRebuilt)
                await RebuildAsync(multiplexer);
            throw;
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync(CancellationToken cancellationToken)
    {
        var multiplexer = await _opening.ConnectAsync(LetGoAsync, cancellationToken);

        // A handler that takes its time must not hold up everybody's answers.
        multiplexer.PreserveAsyncOrder = false;
        multiplexer.ConnectionRestored += (_, _) => Restored?.Invoke();
        foreach (var (channel, handler) in _subscriptions)
            await SubscribeOnAsync(multiplexer, channel, handler);
        return multiplexer;
    }

    private async Task RebuildAsync(ConnectionMultiplexer silent)
    {
        await _rebuilding.WaitAsync(_end.Token);
        try
        {
            if (!ReferenceEquals(_multiplexer, silent))
                return;
            _multiplexer = await ConnectAsync(_end.Token);
            Interlocked.Exchange(ref _silences, 0);
            Rebuilt(_logger, Server);
            _ = LetGoAsync(silent);
            Restored?.Invoke();
        }
        catch (Exception e) when (RedisFailure.Passes(e))
        {
            // Still away; the next call without an answer tries again.
            TryingAgain(_logger, "connect", RedisFailure.Reason(e));
        }
        finally
        {
            _rebuilding.Release();
        }
    }

    private Task SubscribeOnAsync(ConnectionMultiplexer multiplexer, string channel, Action<string> handler) =>
        multiplexer.GetSubscriber().SubscribeAsync(_prefix + channel, (_, message) => handler(message!));

    /// <summary>An answer that nobody waits for any more may still turn out to be a failure.</summary>
    private static void Forget(Task call) =>
        _ = call.ContinueWith(
            late => late.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);

    private async Task LetGoAsync(ConnectionMultiplexer multiplexer)
    {
        try
        {
            await multiplexer.CloseAsync(allowCommandsToComplete: false).WaitAsync(_options.Timings.Call, _time);
        }
        catch (Exception e) when (RedisFailure.Passes(e))
        {
            TryingAgain(_logger, "close", RedisFailure.Reason(e));
        }

        multiplexer.Dispose();
    }

    [LoggerMessage(401, LogLevel.Debug, "{What} is tried again: {Why}")]
    private static partial void TryingAgain(ILogger logger, string what, string why);

    [LoggerMessage(402, LogLevel.Warning, "{Server} had stopped answering; the connection was built anew")]
    private static partial void Rebuilt(ILogger logger, string server);
}
