using System.Globalization;
using Microsoft.Extensions.Logging;
using TestFlock.Core.Coordination;
using TestFlock.Core.Matching;
using TestFlock.Redis.Connecting;
using TestFlock.Redis.Scripts;

namespace TestFlock.Redis.Agents;

/// <summary>
/// The sets of requirements that runs have asked for, each compared once with what this agent offers.
/// </summary>
internal sealed partial class KnownRequirements(
    AgentDescription agent, RunPart? only, RedisConnection connection, ILogger<KnownRequirements> logger)
{
    private readonly CapabilitySet _capabilities = CapabilitySet.Of(agent);
    private readonly Dictionary<string, string> _texts = []; // by number; owned by the picker's loop, as all of this
    private readonly SortedSet<int> _met = [];
    private string _metNumbers = "";

    /// <summary>The highest number that was compared.</summary>
    public int Compared { get; private set; }

    /// <summary>The numbers of those that are met, as scripts read them.</summary>
    public string Met => only is null ? _metNumbers : Join(_met.Where(number => only.Has(_texts[Text(number)])));

    public string TextOf(string number) => _texts[number];

    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        var answer = (string[])(await connection.CallAsync(RedisScript.AgentRequirements, [], cancellationToken))!;
        for (var i = 0; i + 1 < answer.Length; i += 2)
        {
            if (_texts.TryAdd(answer[i + 1], answer[i]) && IsMet(answer[i]))
                _met.Add(int.Parse(answer[i + 1], CultureInfo.InvariantCulture));
        }

        Compared = int.Parse(answer[^1], CultureInfo.InvariantCulture);
        _metNumbers = Join(_met);
    }

    private static string Join(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(Text));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool IsMet(string requirements)
    {
        if (RequirementSet.TryParse(requirements, out var set, out var problem))
            return set.IsMetBy(_capabilities);
        Unreadable(logger, requirements, problem);
        return false;
    }

    [LoggerMessage(411, LogLevel.Warning,
        "Requirements '{Requirements}' cannot be read ({Problem}); this agent leaves them to others")]
    private static partial void Unreadable(ILogger logger, string requirements, string problem);
}
