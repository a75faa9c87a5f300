namespace TestFlock.Allure.Tests.Identity;

#pragma warning disable CA1822, CA1801, IDE0060 // Only their names are read.
internal class NamedByTestNames
{
    internal sealed class Guest;

    internal sealed class Heir : NamedByTestNames;

    public void Runs()
    {
    }

    public void Adds(int a)
    {
    }

    public void Adds(int a, string? b)
    {
    }

    public void Lists(List<int> items)
    {
    }

    public void Visits(Guest guest, Uri from)
    {
    }

    public void Of<T>(T value)
    {
    }

    [AllureId(1001)]
    public void Is_known()
    {
    }
}
#pragma warning restore CA1822, CA1801, IDE0060

/// <summary>Of the shape that users' Allure has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AllureIdAttribute(int id) : Attribute
{
    public int Id => id;
}
