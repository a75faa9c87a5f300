using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using TestFlock.Core.Servers;
using TestFlock.Core.Transport;

namespace TestFlock.RabbitMq.Connecting;

/// <summary>
/// The one connection of a process to the broker, replaced when it breaks. What hung on a broken connection (channels,
/// deliveries) is dead for good: the broker has taken it back, and whoever used it begins anew.
/// </summary>
internal sealed partial class RabbitMqConnection : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(5);

    private readonly RabbitMqOptions _options;
    private readonly ConnectionFactory _factory;
    private readonly ServerOutage _outage;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private Task<IConnection> _current; // guarded by _gate
    private long? _restored; // guarded by _gate

    private RabbitMqConnection(
        RabbitMqOptions options, ConnectionFactory factory, IServerWatcher watcher, TimeProvider time, ILogger logger)
    {
        (_options, _factory, _time, _logger) = (options, factory, time, logger);
        _outage = new ServerOutage(Server, watcher, time);
        _current = Task.FromException<IConnection>(new InvalidOperationException("Not connected yet."));
    }

    public string Server => RabbitMqAddress.NameOf(_options.Address);

    /// <exception cref="TransportException">The broker cannot be reached or refuses; the message has address and
    /// cure.</exception>
    public static async Task<RabbitMqConnection> OpenAsync(
        RabbitMqOptions options,
        IServerWatcher watcher,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var factory = RabbitMqAddress.ToFactory(options);
        var connection = new RabbitMqConnection(
            options, factory, watcher, time, loggers.CreateLogger<RabbitMqConnection>());
        try
        {
            connection._current = Task.FromResult(await connection.ConnectAsync(cancellationToken));
            return connection;
        }
        catch (Exception e) when (e is not OperationCanceledException and not TransportException)
        {
            throw RabbitMqFailure.Explain(e, options.Address);
        }
    }

    /// <summary>Waits while the broker is away.</summary>
    public Task<IConnection> GetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _current.WaitAsync(cancellationToken);
    }

    /// <summary>Whether the connection broke and came back so lately: others may not be back yet.</summary>
    public bool WasRestoredWithin(TimeSpan lately)
    {
        lock (_gate)
            return _restored is { } at && _time.GetElapsedTime(at) < lately;
    }

    /// <summary>Does the work, again and again while the connection breaks under it.</summary>
    /// <exception cref="TransportException">The broker refuses for a reason that waiting does not cure.</exception>
    public async Task<T> PersistAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await work(cancellationToken);
            }
            catch (Exception e) when (RabbitMqFailure.Passes(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_end.IsCancellationRequested)
                    throw new TransportException($"The connection to {Server} was closed on this side.", e);
                TryingAgain(_logger, RabbitMqFailure.Reason(e));
            }
            catch (Exception e) when (e is not OperationCanceledException and not TransportException)
            {
                throw RabbitMqFailure.Explain(e, _options.Address);
            }

            await Task.Delay(PauseAfterFailure, _time, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task<IConnection> current;
        lock (_gate)
        {
            current = _current;
            _end.Cancel();
        }

        await ((Task)current).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (current.IsCompletedSuccessfully)
            await CloseAsync(current.Result);
        _end.Dispose();
    }

    private async Task<IConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await _factory.CreateConnectionAsync(cancellationToken);
        try
        {
            await using (var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken))
                await channel.QueueDeclareAsync(
                    RabbitMqQueues.Aside,
                    durable: true,
                    exclusive: false,
                    autoDelete: false,
                    RabbitMqQueues.AsideArguments,
                    cancellationToken: cancellationToken);
            connection.ConnectionShutdownAsync += OnShutdownAsync;
            return connection.IsOpen ? connection : throw new IOException("The broker closed the connection at once.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private Task OnShutdownAsync(object sender, ShutdownEventArgs shutdown)
    {
        lock (_gate)
        {
            if (!_end.IsCancellationRequested && _current.IsCompletedSuccessfully
                && ReferenceEquals(_current.Result, sender))
                _current = Task.Run(() => ReconnectAsync((IConnection)sender, shutdown.ReplyText));
        }

        return Task.CompletedTask;
    }

    private async Task<IConnection> ReconnectAsync(IConnection broken, string why)
    {
        Broken(_logger, Server, why);
        await CloseAsync(broken);
        var since = _time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var connection = await ConnectAsync(_end.Token);
                var away = _time.GetElapsedTime(since);
                Restored(_logger, Server, away);
                lock (_gate)
                    _restored = _time.GetTimestamp();
                _outage.Answered();
                return connection;
            }
            catch (Exception e) when (!_end.IsCancellationRequested)
            {
                _outage.Failed(RabbitMqFailure.Reason(e));
                StillAway(_logger, Server, attempt + 1, RabbitMqFailure.Reason(e));
            }

            await Task.Delay(PauseBefore(attempt), _time, _end.Token);
        }
    }

    private static TimeSpan PauseBefore(int attempt) =>
        attempt >= 4 ? LongestPause : TimeSpan.FromMilliseconds(50 << attempt);

    private async Task CloseAsync(IConnection connection)
    {
        connection.ConnectionShutdownAsync -= OnShutdownAsync;
        try
        {
            await connection.CloseAsync(PatienceAtEnd);
        }
        catch (Exception e) when (RabbitMqFailure.Passes(e))
        {
            // Broken already, or the broker is away: there is nobody to say goodbye to.
        }

        await connection.DisposeAsync();
    }
}
