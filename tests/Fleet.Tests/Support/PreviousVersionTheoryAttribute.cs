namespace TestFlock.Fleet.Tests.Support;

/// <summary>A theory that is skipped, with the reason, where the previous version cannot be built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PreviousVersionTheoryAttribute : TheoryAttribute
{
    public PreviousVersionTheoryAttribute() => Skip = PreviousVersion.WhyMissing;
}
