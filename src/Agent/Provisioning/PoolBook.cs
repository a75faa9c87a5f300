using System.Globalization;
using TestFlock.Core.Overview;

namespace TestFlock.Agent.Provisioning;

/// <summary>
/// What is known of a pool's agents, and what is to be done next. Its agents are those that bear its name and a number,
/// whoever started them: so a pool that is started anew finds them.
/// </summary>
internal sealed class PoolBook(PoolOptions options, TimeProvider time)
{
    /// <summary>
    /// A Redis that was started anew knows nobody for a moment; and who was asked to leave is not seen to at once.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SortedDictionary<int, Member> _members = [];

    /// <summary>Those that are there, or should come.</summary>
    public IReadOnlyList<string> Agents => [.. _members.Keys.Select(NameOf)];

    public IReadOnlyList<PoolStep> Look(FlockOverview overview)
    {
        Meet(overview);
        var steps = new List<PoolStep>();
        foreach (var (number, member) in _members.Where(m => IsGone(m.Value)).ToArray())
        {
            _members.Remove(number);
            steps.Add(new PoolStep(
                !member.HasCome ? PoolAction.RemoveMissing
                : member.IsDraining || member.AskedAt is not null ? PoolAction.Remove
                : PoolAction.RemoveLost,
                NameOf(number)));
        }

        var wanted = options.Size.Of(overview, name => NumberOf(name) is not null);
        var able = _members.Values.Count(m => !IsLeaving(m));
        for (; able < wanted; able++)
            steps.Add(new PoolStep(PoolAction.Start, NameOf(AddMember())));
        foreach (var (number, member) in _members.Reverse()
            .Where(m => m.Value.HasCome && !IsLeaving(m.Value) && time.GetElapsedTime(m.Value.LastBusy) >= options.Idle)
            .Take(able - wanted))
        {
            member.AskedAt = time.GetTimestamp();
            steps.Add(new PoolStep(PoolAction.Retire, NameOf(number)));
        }

        return steps;
    }

    private void Meet(FlockOverview overview)
    {
        var busy = overview.Work.Select(work => work.Agent).ToHashSet(StringComparer.Ordinal);
        foreach (var agent in overview.Agents)
        {
            if (NumberOf(agent.Description.Name) is not { } number)
                continue;
            if (!_members.TryGetValue(number, out var member))
                _members[number] = member = new Member { LastBusy = time.GetTimestamp() };
            if (!member.HasCome || busy.Contains(agent.Description.Name))
                member.LastBusy = time.GetTimestamp();
            member.LastSeen = time.GetTimestamp();
            (member.HasCome, member.IsDraining) = (true, agent.IsDraining);
        }
    }

    private bool IsGone(Member member) =>
        time.GetElapsedTime(member.LastSeen) >= (member.HasCome ? Patience : options.StartTimeout);

    private bool IsLeaving(Member member) =>
        member.IsDraining || (member.AskedAt is { } asked && time.GetElapsedTime(asked) < Patience);

    private int AddMember()
    {
        var number = Enumerable.Range(1, int.MaxValue - 1).First(n => !_members.ContainsKey(n));
        _members[number] = new Member { LastSeen = time.GetTimestamp() };
        return number;
    }

    private string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{options.Agent.Name}-{number}");

    private int? NumberOf(string agent) =>
        agent.StartsWith($"{options.Agent.Name}-", StringComparison.Ordinal)
        && int.TryParse(
            agent.AsSpan(options.Agent.Name.Length + 1),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;

    private sealed class Member
    {
        public long LastSeen { get; set; }

        public long LastBusy { get; set; }

        public bool HasCome { get; set; }

        public bool IsDraining { get; set; }

        public long? AskedAt { get; set; }
    }
}
