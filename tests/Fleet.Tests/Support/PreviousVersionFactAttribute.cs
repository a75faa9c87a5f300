namespace TestFlock.Fleet.Tests.Support;

/// <summary>A test that is skipped, with the reason, where the previous version cannot be built.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PreviousVersionFactAttribute : FactAttribute
{
    public PreviousVersionFactAttribute() => Skip = PreviousVersion.WhyMissing;
}
