using TestFlock.Core.Matching;

namespace TestFlock.Core.Scaling;

/// <summary>How many slots could be used at once, those that are busy included.</summary>
/// <param name="Requirements">What each must offer, in canonical form; empty: any will do.</param>
/// <param name="Slots">At least 1.</param>
public sealed record WantedSlots(string Requirements, int Slots)
{
    public bool IsMetBy(CapabilitySet offered) =>
        RequirementSet.TryParse(Requirements, out var requirements, out _) && requirements.IsMetBy(offered);
}
