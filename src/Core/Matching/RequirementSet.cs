using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Core.Matching;

/// <summary>
/// All that an agent must offer to run a test, such as <c>dotnet&gt;=10; os=linux; browser</c>. Sets that ask for the
/// same things are equal, in whatever order and case they were written.
/// </summary>
public sealed class RequirementSet : IEquatable<RequirementSet>
{
    private RequirementSet(IEnumerable<Requirement> requirements)
    {
        All = [.. requirements.Distinct().OrderBy(requirement => requirement.ToString(), StringComparer.Ordinal)];
        Canonical = string.Join(";", All);
    }

    /// <summary>Any agent will do.</summary>
    public static RequirementSet None { get; } = new([]);

    public IReadOnlyList<Requirement> All { get; }

    /// <summary>The same text for equal sets: sorted, lower case, no blanks; empty for <see cref="None"/>.</summary>
    public string Canonical { get; }

    public bool IsEmpty => All.Count == 0;

    /// <param name="text">Requirements separated by semicolons; empty for none.</param>
    /// <param name="set">What the text asks for.</param>
    /// <param name="problem">What is wrong with the text; null when nothing is.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out RequirementSet? set, [NotNullWhen(false)] out string? problem)
    {
        set = null;
        var requirements = new List<Requirement>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Requirement.TryParse(part, out var requirement, out problem))
                return false;
            requirements.Add(requirement);
        }

        set = requirements.Count == 0 ? None : new RequirementSet(requirements);
        problem = null;
        return true;
    }

    /// <summary>What both sets ask for together.</summary>
    public RequirementSet And(RequirementSet other)
    {
        if (other.IsEmpty || Equals(other))
            return this;
        return IsEmpty ? other : new RequirementSet(All.Concat(other.All));
    }

    public bool IsMetBy(CapabilitySet capabilities) => All.All(requirement => requirement.IsMetBy(capabilities));

    /// <summary>What the agent lacks; empty when it may run the test.</summary>
    public IReadOnlyList<Requirement> FindUnmet(CapabilitySet capabilities) =>
        [.. All.Where(requirement => !requirement.IsMetBy(capabilities))];

    public bool Equals(RequirementSet? other) => other is not null && Canonical == other.Canonical;

    public override bool Equals(object? obj) => Equals(obj as RequirementSet);

    public override int GetHashCode() => Canonical.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc cref="Canonical"/>
    public override string ToString() => Canonical;
}
