using TestFlock.Core.Reporting;
using TestFlock.Fleet.Tests.Support;

namespace TestFlock.Fleet.Tests.Faults;

/// <summary>
/// An agent in a process of its own that is killed with SIGKILL once the run has told so many things of it; another
/// then takes its place.
/// </summary>
internal sealed class MortalAgent : IReport
{
    // Longer than a test process takes to see that its agent is gone, on a busy machine.
    private static readonly TimeSpan LongestSurvival = TimeSpan.FromSeconds(30);

    private readonly Func<string, ChildProgram> _start;
    private readonly int _diesAfter;
    private readonly ChildProgram _first;
    private ChildProgram? _second;
    private IReadOnlyList<int> _orphans = [];
    private int _told;

    private MortalAgent(Func<string, ChildProgram> start, int diesAfter) =>
        (_start, _diesAfter, _first) = (start, diesAfter, start(NameOf(life: 1)));

    public string Name => "deaths";

    /// <summary>Whether as much was told of it.</summary>
    public bool IsDead => _second is not null;

    /// <summary>Returns when it can be given work.</summary>
    /// <param name="start">Starts one of this name.</param>
    /// <param name="diesAfter">At least 1.</param>
    public static async Task<MortalAgent> StartAsync(Func<string, ChildProgram> start, int diesAfter)
    {
        var agent = new MortalAgent(start, diesAfter);
        await agent._first.LineAsync("offers");
        return agent;
    }

    public ValueTask TellAsync(RunEvent runEvent, CancellationToken cancellationToken)
    {
        var place = runEvent switch
        {
            BatchTaken taken => taken.Place,
            AttemptBegan began => began.Place,
            AttemptFinished finished => finished.Attempt.Place,
            _ => null,
        };
        if (place?.Agent == NameOf(life: 1) && ++_told == _diesAfter)
        {
            _orphans = ProcessFamily.FindBelow(_first.Id);
            _first.Signal(ChildProgram.SigKill);
            _second = _start(NameOf(life: 2));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Waits until nothing is left of what the dead one had started.</summary>
    public async Task<IEnumerable<string>> FindFaultsAsync()
    {
        using var limit = new CancellationTokenSource(LongestSurvival);
        while (_orphans.Any(ProcessFamily.IsAlive) && !limit.IsCancellationRequested)
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        return _orphans.Where(ProcessFamily.IsAlive).Select(process => $"process {process} outlives its agent");
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        if (_second is not null)
            await _second.DisposeAsync();
    }

    private static string NameOf(int life) => $"carl-{life}";
}
