using System.Text.RegularExpressions;

namespace TestFlock.Core.Settings.Reading;

/// <summary><c>&lt;Retry&gt;&lt;Only|Never Message Exception Trait&gt;</c></summary>
internal static class RetryRulesElement
{
    private const int LongestName = 500;

    public static readonly Setting<Regex> OnlyMessage = Message("Retry/Only");
    public static readonly Setting<string> OnlyException = Exception("Retry/Only");
    public static readonly Setting<TraitPattern> OnlyTrait = Trait("Retry/Only");
    public static readonly Setting<Regex> NeverMessage = Message("Retry/Never");
    public static readonly Setting<string> NeverException = Exception("Retry/Never");
    public static readonly Setting<TraitPattern> NeverTrait = Trait("Retry/Never");

    public static IReadOnlyList<Setting> All =>
        [OnlyMessage, OnlyException, OnlyTrait, NeverMessage, NeverException, NeverTrait];

    public static IReadOnlyList<RetryRule> ReadOnly(SettingsSheet sheet) =>
        Read(sheet, OnlyMessage, OnlyException, OnlyTrait);

    public static IReadOnlyList<RetryRule> ReadNever(SettingsSheet sheet) =>
        Read(sheet, NeverMessage, NeverException, NeverTrait);

    private static Setting<Regex> Message(string path) =>
        new(path, "Message", RetryKinds.Expression, "any") { Repeats = true };

    private static Setting<string> Exception(string path) =>
        new(path, "Exception", ValueKinds.Name(LongestName), "any") { Repeats = true };

    private static Setting<TraitPattern> Trait(string path) =>
        new(path, "Trait", RetryKinds.Trait, "any") { Repeats = true };

    private static IReadOnlyList<RetryRule> Read(
        SettingsSheet sheet, Setting<Regex> message, Setting<string> exception, Setting<TraitPattern> trait)
    {
        var elements = sheet.FindAll(message.Element);
        foreach (var empty in elements.Where(element => element.Values.Count == 0))
            sheet.Refuse(
                empty, message, "the rule names no failure.", "Give Message, Exception or Trait, or take it out.");
        return elements.Count == 0 ? [] : [.. elements.Select(ReadRule)];

        RetryRule ReadRule(RawElement element) => new()
        {
            Message = sheet.Read(element, message, null!),
            Exception = sheet.Read(element, exception, null!),
            Trait = sheet.Read(element, trait, null!),
        };
    }
}
