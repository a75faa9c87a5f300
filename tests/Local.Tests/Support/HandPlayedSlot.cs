using TestFlock.Contracts;
using TestFlock.Core.Coordination;
using TestFlock.Core.Transport;

namespace TestFlock.Local.Tests.Support;

/// <summary>A slot of an agent of two, played by a test word by word.</summary>
internal sealed class HandPlayedSlot : IAsyncDisposable
{
    private readonly FlockUnderTest _flock;
    private readonly IAgentRegistration _registration;
    private readonly Guid _execution = Guid.NewGuid();
    private ISlotLease? _lease;
    private IBatchDelivery? _delivery;
    private AgentReport? _last;
    private long _told;

    private HandPlayedSlot(FlockUnderTest flock, IAgentRegistration registration) =>
        (_flock, _registration) = (flock, registration);

    public static async Task<HandPlayedSlot> RegisterAsync(FlockUnderTest flock)
    {
        var agent = new AgentDescription { Name = "agent-1", Slots = 2, Version = "0" };
        return new HandPlayedSlot(flock, await flock.Coordination.RegisterAsync(agent, CancellationToken.None));
    }

    /// <summary>Takes the run's next batch, and begins with a test.</summary>
    public async Task BeginAsync(int ordinal)
    {
        _lease = await _registration.PickAsync(1, CancellationToken.None);
        _delivery = await _flock.Transport.TakeAsync(_lease.Queue, CancellationToken.None);
        (await _lease.ClaimAsync(_delivery!.Batch.Id, CancellationToken.None)).ShouldBe(ClaimAnswer.Granted);
        await ReportAsync(
            new BatchBegun { At = default }, new AttemptStarted { Attempt = new(ordinal, 1), At = default });
    }

    /// <summary>What the slot has not begun is wanted.</summary>
    public Task AskedBackAsync()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lease!.AskedBack.Register(asked.SetResult);
        return asked.Task;
    }

    public Task PassAsync(int ordinal) => ReportAsync(
        new ResultArrived { Attempt = new(ordinal, 1), Result = Cases.Result(Outcome.Passed) },
        new AttemptEnded { Attempt = new(ordinal, 1), End = AttemptEnd.Completed, At = default });

    public async Task ReportAsync(params AgentEvent[] events)
    {
        _last = new AgentReport
        {
            Run = _flock.Run,
            Batch = _delivery!.Batch.Id,
            Execution = _execution,
            Agent = "agent-1",
            Slot = 1,
            FirstEvent = _told + 1,
            Events = events,
        };
        _told += events.Length;
        await ReportLastAgainAsync();
    }

    public Task ReportLastAgainAsync() => _flock.Transport.ReportAsync(_last!, CancellationToken.None);

    /// <summary>The batch is in its queue again, and the agent is gone.</summary>
    public async Task DieAsync()
    {
        await _lease!.DisposeAsync();
        await _delivery!.ReturnAsync(CancellationToken.None);
        await _registration.PutBackAsync(_lease.Queue, CancellationToken.None);
        await _registration.DisposeAsync();
    }

    public ValueTask DisposeAsync() => _registration.DisposeAsync();
}
