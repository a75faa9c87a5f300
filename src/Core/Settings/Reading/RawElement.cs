namespace TestFlock.Core.Settings.Reading;

/// <summary>One known element as it stands in the text.</summary>
/// <param name="Path">As in <see cref="Setting.Element"/>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Values">By attribute; the element's own text under the empty name.</param>
internal sealed record RawElement(string Path, int Line, IReadOnlyDictionary<string, RawValue> Values)
{
    public RawValue? Find(Setting setting) => Values.GetValueOrDefault(setting.Attribute ?? "");
}
