using TestFlock.Contracts;
using TestFlock.Core.Matching;
using TestFlock.Core.Settings;
using TestFlock.Core.Settings.Reading;
using TestFlock.Core.Texts;

namespace TestFlock.Core.Planning;

/// <summary>
/// Reads the traits that are meant for TestFlock. Each thing that is wrong is told once, with how many tests have it.
/// </summary>
/// <param name="notAvailableYet">Names that are refused, though they will mean something.</param>
internal sealed class TraitReader(IReadOnlyList<string> notAvailableYet)
{
    private readonly Dictionary<string, RequirementSet> _sets = [];
    private readonly Dictionary<string, (TestCase First, int Count)> _problems = [];

    public IReadOnlyList<string> Problems =>
    [
        .. _problems.Select(problem => problem.Value.Count == 1
            ? $"{problem.Value.First.FullyQualifiedName}: {problem.Key}"
            : $"{problem.Value.First.FullyQualifiedName} and {problem.Value.Count - 1} more tests: {problem.Key}"),
    ];

    public CaseTraits Read(TestCase test)
    {
        var read = CaseTraits.None;
        foreach (var trait in test.Traits)
        {
            if (!trait.Name.StartsWith(FlockTraits.Prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            if (notAvailableYet.Contains(trait.Name))
                Refuse(test, $"the trait {trait.Name} ({trait.Value}) is not available yet. Take it out.");
            else
                read = Read(test, trait, read);
        }

        return read;
    }

    private CaseTraits Read(TestCase test, Trait trait, CaseTraits read)
    {
        switch (trait.Name)
        {
            case FlockTraits.Group:
                return read with { Group = ReadGroup(test, read.Group, trait.Value) };
            case FlockTraits.Requires:
                return read with { Requires = read.Requires.And(ReadRequirements(test, trait.Value)) };
            case FlockTraits.Retry:
                return read with { Retry = ReadRetry(test, read.Retry, trait.Value) };
            case FlockTraits.Timeout:
                return read with { Timeout = ReadTimeout(test, read.Timeout, trait.Value) };
            case FlockTraits.Incremental:
                return read with { IsIncremental = read.IsIncremental || ReadIncremental(test, trait.Value) };
            default:
                RefuseName(test, trait);
                return read;
        }
    }

    private CaseRetry? ReadRetry(TestCase test, CaseRetry? known, string value)
    {
        if (!CaseRetry.TryParse(value, out var retry))
        {
            Refuse(test,
                $"the trait {FlockTraits.Retry} is '{value}'. Give a number of attempts from 0 to 100, "
                    + "alone or as test:2 or class:2.");
        }
        else if (known is not null && known != retry)
        {
            RefuseSecond(test, FlockTraits.Retry);
        }

        return retry ?? known;
    }

    private TimeSpan? ReadTimeout(TestCase test, TimeSpan? known, string value)
    {
        if (!DurationText.TryParse(value, out var timeout) || timeout <= TimeSpan.Zero
            || timeout > TimeoutOptions.Longest)
        {
            Refuse(
                test, $"the trait {FlockTraits.Timeout} is '{value}'. Give a duration up to 7 days, such as 00:01:30.");
            return known;
        }

        if (known is not null && known != timeout)
            RefuseSecond(test, FlockTraits.Timeout);
        return timeout;
    }

    private bool ReadIncremental(TestCase test, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return true;
        if (!bool.TryParse(value, out var isIncremental))
            Refuse(test, $"the trait {FlockTraits.Incremental} is '{value}'. Write true, or take it out.");
        return isIncremental;
    }

    // A class and its test may both have one; which of them came first, a trait does not tell.
    private void RefuseSecond(TestCase test, string trait) =>
        Refuse(test, $"it has two traits {trait} that differ, perhaps one from its class. Keep one of them.");

    private string? ReadGroup(TestCase test, string? known, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            Refuse(test, $"the trait {FlockTraits.Group} is empty. Give the name of the group, or take it out.");
        else if (known is not null && known != value)
            Refuse(test, $"it is in two groups, '{known}' and '{value}'. Keep one trait {FlockTraits.Group}.");
        return value;
    }

    private RequirementSet ReadRequirements(TestCase test, string value)
    {
        if (_sets.TryGetValue(value, out var set))
            return set;
        if (RequirementSet.TryParse(value, out set, out var problem))
            return _sets[value] = set;
        Refuse(test,
            $"the trait {FlockTraits.Requires} is no list of requirements such as os=linux; dotnet>=10: {problem}.");
        return RequirementSet.None;
    }

    private void RefuseName(TestCase test, Trait trait)
    {
        if (NearestName.Find(trait.Name, FlockTraits.Known) is { } nearest)
            Refuse(test, $"there is no trait {trait.Name}. Write {nearest} if that is what you mean, or take it out.");
        else
            Refuse(test,
                $"there is no trait {trait.Name}. Take it out; known are {string.Join(", ", FlockTraits.Known)}.");
    }

    private void Refuse(TestCase test, string problem) =>
        _problems[problem] = _problems.TryGetValue(problem, out var known) ? (known.First, known.Count + 1) : (test, 1);
}
