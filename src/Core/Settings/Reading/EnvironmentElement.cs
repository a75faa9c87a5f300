using TestFlock.Core.Coordination;

namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Environment Name Capacity&gt;</c></summary>
internal static class EnvironmentElement
{
    public static readonly Setting<string> Name = new("Environment", "Name", ValueKinds.Name(200), null);
    public static readonly Setting<int> Capacity = new("Environment", "Capacity", ValueKinds.Whole(1, 100_000), null);

    public static IReadOnlyList<Setting> All => [Name, Capacity];

    public static EnvironmentCapacity? Read(SettingsSheet sheet) => sheet.Find("Environment") is { } element
        ? new EnvironmentCapacity(sheet.Read(element, Name, ""), sheet.Read(element, Capacity, 1))
        : null;
}
