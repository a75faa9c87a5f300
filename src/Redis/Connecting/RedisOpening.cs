using StackExchange.Redis;
using TestFlock.Core.Coordination;

namespace TestFlock.Redis.Connecting;

/// <summary>Connects to the server of an address, in bounded time, and finds out why it could not.</summary>
internal sealed class RedisOpening
{
    private readonly RedisOptions _options;
    private readonly TimeProvider _time;
    private readonly ConfigurationOptions _configuration;
    private readonly CertificateCheck _certificate = new();

    /// <exception cref="CoordinationException">The address cannot be used; the message has the cure.</exception>
    public RedisOpening(RedisOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _configuration = RedisAddress.ToConfiguration(options);
        _configuration.CertificateValidation += _certificate.IsGood;
    }

    /// <param name="letGo">Ends a connection that came when nobody waited for it any more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RedisConnectionException">There is no connection; <see cref="FindReasonAsync"/> says why.</exception>
    /// <exception cref="TimeoutException">Twice the time of a call has passed.</exception>
    public async Task<ConnectionMultiplexer> ConnectAsync(
        Func<ConnectionMultiplexer, Task> letGo, CancellationToken cancellationToken)
    {
        var connecting = ConnectionMultiplexer.ConnectAsync(_configuration);
        try
        {
            return await connecting.WaitAsync(2 * _options.Timings.Call, _time, cancellationToken);
        }
        catch
        {
            _ = connecting.ContinueWith(
                late => late.IsCompletedSuccessfully ? letGo(late.Result) : Task.FromResult(late.Exception),
                TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>Why a connection could not be opened or its first call failed.</summary>
    /// <returns>
    /// For a person, with the cure. Null when the server answers and refuses nothing: then this machine was too busy,
    /// and may have another try.
    /// </returns>
    public async Task<CoordinationException?> FindReasonAsync(Exception failure, CancellationToken cancellationToken)
    {
        if (_certificate.Problem is { } problem)
            return RedisFailure.Distrust(problem, failure, _options.Address);
        if (failure is RedisServerException)
            return RedisFailure.Explain(failure, _options.Address);
        using var bound = new CancellationTokenSource(_options.Timings.Call, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(bound.Token, cancellationToken);
        var answer = await Greeting.AskAsync(_configuration, _certificate, either.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return answer switch
        {
            { Refusal: { } refusal } => RedisFailure.Explain(new IOException(refusal, failure), _options.Address),
            { HasAnswered: true } => null,
            _ => RedisFailure.Explain(failure, _options.Address),
        };
    }
}
