using TestFlock.Core.Matching;
using TestFlock.Core.Planning;

namespace TestFlock.Bench.Planning.TakingBack;

/// <summary>
/// A first run of a suite, event by event: the real planner forms the batches, the real rule sizes the portions, and
/// free slots get what others have not begun as soon as the coordinator would ask for it. Nothing else costs time.
/// </summary>
internal sealed class SimulatedRun
{
    private const double LookEvery = 2;
    private const double Worth = 1; // as RunRules.WorthTakingBack

    private readonly SimulatedSuite _suite;
    private readonly double _callCost;
    private readonly bool _takesBack;
    private readonly Queue<List<int[]>> _waiting;
    private readonly SimulatedSlot[] _slots;
    private readonly PriorityQueue<SimulatedSlot?, (double, int)> _events = new(); // null: a look
    private double _now;
    private int _order;
    private double _took; // by tests that have ended
    private int _done;

    /// <param name="suite">What it runs.</param>
    /// <param name="slots">On how many slots.</param>
    /// <param name="callCost">Seconds.</param>
    /// <param name="takesBack">If not, each batch is one call.</param>
    public SimulatedRun(SimulatedSuite suite, int slots, double callCost, bool takesBack)
    {
        (_suite, _callCost, _takesBack) = (suite, callCost, takesBack);
        _slots = [.. Enumerable.Range(0, slots).Select(_ => new SimulatedSlot())];
        var sizes = new BatchSizes { Slots = slots, CallCost = TimeSpan.FromSeconds(callCost) };
        var units = suite.Tests.Select((_, i) => new PlannedUnit("", [i], RequirementSet.None)).ToArray();
        _waiting = new(new BatchFormer(sizes, isAnyKnown: false).Form(units, _ => TimeSpan.FromSeconds(1))
            .OrderByDescending(batch => batch.Count)
            .Select(batch => Blocks(batch.Select(unit => unit.Ordinals[0]))));
    }

    public int Calls { get; private set; }

    /// <returns>Seconds.</returns>
    public double Run()
    {
        Post(null, LookEvery);
        foreach (var slot in _slots)
            Continue(slot);
        var end = 0.0;
        while (_done < _suite.Tests.Length)
        {
            _events.TryDequeue(out var slot, out var at);
            _now = at.Item1;
            if (slot is null)
            {
                TakeBack();
                Post(null, _now + LookEvery);
                continue;
            }

            end = _now;
            _done += slot.Portion.Length;
            _took += slot.Portion.Sum(test => _suite.Tests[test]);
            slot.Learn(_callCost, _suite.Tests);
            Continue(slot);
        }

        return end;
    }

    private static List<int[]> Blocks(IEnumerable<int> tests) =>
        [.. tests.GroupBy(SimulatedSuite.ClassOf).Select(block => block.ToArray())];

    private void Continue(SimulatedSlot slot)
    {
        if (slot.Left.Count == 0)
        {
            slot.Portion = [];
            if (!_waiting.TryDequeue(out var next))
            {
                TakeBack();
                return;
            }

            slot.Left = next;
        }

        slot.Begin(_takesBack ? slot.Size.Next(TimeSpan.Zero) : int.MaxValue, _now + _callCost);
        Calls++;
        Post(slot, _now + _callCost + slot.Portion.Sum(test => _suite.Tests[test]));
        if (_waiting.Count == 0)
            TakeBack();
    }

    private void TakeBack()
    {
        var idle = _slots.Where(slot => slot.Portion.Length == 0).ToArray();
        if (!_takesBack || _waiting.Count > 0 || idle.Length == 0)
            return;
        var asked = _slots.Where(IsWorthAsking).OrderByDescending(slot => slot.Left.Sum(block => block.Length))
            .Take(idle.Length).ToArray();
        foreach (var (index, slot) in asked.Index())
        {
            var shares = 2 + ((idle.Length - asked.Length + asked.Length - 1 - index) / asked.Length);
            foreach (var share in slot.Left.Index().GroupBy(block => block.Index % shares, block => block.Item))
                _waiting.Enqueue([.. share]);
            slot.Left = [];
        }

        if (_waiting.Count > 0)
        {
            foreach (var slot in idle)
                Continue(slot);
        }
    }

    private bool IsWorthAsking(SimulatedSlot slot)
    {
        var left = slot.Left.Sum(block => block.Length);
        return left > 0 && _now >= slot.FirstTest
            && ((_done > 0 && left * _took / _done >= Worth) || slot.Silent(_now, _suite.Tests) >= Worth);
    }

    private void Post(SimulatedSlot? slot, double at) => _events.Enqueue(slot, (at, _order++));
}
