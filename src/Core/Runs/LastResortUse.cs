using TestFlock.Core.Matching;

namespace TestFlock.Core.Runs;

/// <summary>What of a run is left to the caller's own machine.</summary>
/// <param name="lastResort">Null when the run has none: its only agent is that machine already, or its user wants none
/// of it there.</param>
/// <param name="beside">Where its slots work.</param>
internal sealed class LastResortUse(LastResort? lastResort, WorkBeside beside)
{
    private bool _isServing;

    /// <param name="requirements">In canonical form.</param>
    public bool Serves(string requirements) => lastResort?.Part.Has(requirements) == true;

    /// <param name="requirements">What no living agent offers.</param>
    /// <param name="whyNot">For a person; empty when there is nothing to add.</param>
    public bool TryServe(RequirementSet requirements, out string whyNot)
    {
        whyNot = "";
        if (lastResort is null)
            return false;
        if (!requirements.IsMetBy(CapabilitySet.Of(lastResort.Machine)))
        {
            whyNot = $"Nor can this machine: {UnmetRequirements.Tell(requirements, lastResort.Machine)}.";
            return false;
        }

        lastResort.Part.Add(requirements.Canonical);
        if (!_isServing)
            beside.Start(lastResort.ServeAsync, "The slots of this machine cannot run tests");
        _isServing = true;
        return true;
    }
}
