using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Core.Settings.Reading;

/// <summary>
/// The section's known elements, from which typed values are read; what cannot be read becomes an error.
/// </summary>
internal sealed class SettingsSheet(
    IReadOnlyDictionary<string, List<RawElement>> elements, VariableExpansion expansion, ErrorList errors)
{
    public RawElement? Find(string path) => FindAll(path) is [var first, ..] ? first : null;

    public IReadOnlyList<RawElement> FindAll(string path) => elements.GetValueOrDefault(path) ?? [];

    /// <summary>The line of a setting's element; null when it was not written.</summary>
    public int? FindLine(Setting setting) => Find(setting.Element) is { } element
        ? element.Find(setting)?.Line ?? element.Line
        : null;

    public bool IsWritten(Setting setting) => Find(setting.Element)?.Find(setting) is not null;

    /// <summary>Whether the value is there and as it should be.</summary>
    public bool TryRead<T>(Setting<T> setting, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        return Find(setting.Element) is { } element && TryRead(element, setting, out value);
    }

    public T Read<T>(Setting<T> setting, T otherwise) => TryRead(setting, out var value) ? value : otherwise;

    public T Read<T>(RawElement element, Setting<T> setting, T otherwise) =>
        TryRead(element, setting, out var value) ? value : otherwise;

    public void Refuse(RawElement element, Setting setting, string problem, string cure) =>
        errors.Add(setting, element.Find(setting)?.Line ?? element.Line, problem, cure);

    private bool TryRead<T>(RawElement element, Setting<T> setting, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        var raw = element.Find(setting)
            ?? (setting.Otherwise is { } otherwise ? new RawValue(otherwise, element.Line) : null);
        if (raw is null)
        {
            if (setting.Default is null)
                Refuse(element, setting, $"{setting.Attribute} is missing.", $"Give {setting.Range}.");
            return false;
        }

        if (Expand(setting, raw) is not { } text)
            return false;
        if (setting.Kind.TryRead(text, out value, out var problem))
            return true;
        errors.Add(setting, raw.Line, Describe(setting, raw, text, problem), CureFor(setting));
        return false;
    }

    private string? Expand(Setting setting, RawValue raw)
    {
        var expanded = expansion.Expand(raw.Written);
        foreach (var name in expanded.Missing)
        {
            errors.Add(setting, raw.Line, $"the environment variable {name} is not set.",
                $"Set it before the run, or write the value in place of %{name}%.");
        }

        if (expanded.IsMalformed)
        {
            errors.Add(
                setting, raw.Line,
                $"'{ShownValue.Of(setting, raw.Written)}' has a percent sign that belongs to no %NAME%.",
                "Write %% for a percent sign.");
        }

        return expanded.Value?.Trim();
    }

    private static string Describe(Setting setting, RawValue raw, string text, string? problem)
    {
        if (text.Length == 0)
            return raw.Written.Length == 0 ? "it is empty." : $"{raw.Written} is empty.";
        var hidden = text == raw.Written ? "" : " (its content is not shown)";
        // What a reading says of its text may quote it, so it is told only of text that the user wrote here.
        var reason = problem is null || text != raw.Written || setting.IsSecret ? "" : $": {problem}";
        return $"'{ShownValue.Of(setting, raw.Written)}'{hidden} is not {setting.Range}{reason}.";
    }

    private static string CureFor(Setting setting) => setting.Default is { } otherwise
        ? $"Correct it, or leave it out for {otherwise}."
        : "Correct it.";
}
