namespace TestFlock.Core.Settings.Reading;

/// <summary>
/// <c>&lt;Variables&gt;</c> with any number of <c>&lt;Pass&gt;</c>, <c>&lt;Secret&gt;</c> and <c>&lt;Set Name
/// Value&gt;</c>.
/// </summary>
internal static class VariablesElement
{
    public static readonly Setting<string> Pass =
        new("Variables/Pass", null, ValueKinds.VariablePattern, "none") { Repeats = true };
    public static readonly Setting<string> SetName =
        new("Variables/Set", "Name", ValueKinds.VariableName, null) { Repeats = true };
    public static readonly Setting<string> SetValue =
        new("Variables/Set", "Value", ValueKinds.Text, null) { Repeats = true, IsSecret = true };

    public static readonly Setting<string> Secret =
        new("Variables/Secret", null, ValueKinds.VariablePattern, "none") { Repeats = true };

    public static IReadOnlyList<Setting> All => [Pass, SetName, SetValue, Secret];

    public static VariableOptions Read(SettingsSheet sheet)
    {
        var set = new Dictionary<string, string>();
        foreach (var element in sheet.FindAll("Variables/Set"))
        {
            var name = sheet.Read(element, SetName, "");
            if (!set.TryAdd(name, sheet.Read(element, SetValue, "")) && name.Length > 0)
                sheet.Refuse(element, SetName, "the variable is set a second time.", "Keep one of them.");
        }

        return new VariableOptions
        {
            Pass = [.. sheet.FindAll("Variables/Pass").Select(element => sheet.Read(element, Pass, ""))],
            Set = set,
            Secret = [.. sheet.FindAll("Variables/Secret").Select(element => sheet.Read(element, Secret, ""))],
        };
    }
}
