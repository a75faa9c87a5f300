using System.Xml.Linq;

namespace TestFlock.Core.Settings.Reading;

/// <summary>The section as the user wrote it, with secrets masked.</summary>
internal static class WrittenSection
{
    public static string Show(XElement section)
    {
        var shown = new XElement(section);
        foreach (var element in shown.DescendantsAndSelf())
        {
            var path = PathOf(element, shown);
            foreach (var attribute in element.Attributes())
                attribute.Value = Masked(Find(path, attribute.Name.LocalName), attribute.Value);
            foreach (var text in element.Nodes().OfType<XText>())
                text.Value = Masked(FindForText(element, path, shown), text.Value);
        }

        shown.DescendantNodes().OfType<XComment>().Remove();
        return shown.ToString();
    }

    private static Setting? Find(string path, string? attribute) =>
        SettingsCatalog.FindValues(path).FirstOrDefault(setting => setting.Attribute == attribute);

    /// <summary>The text's own setting, or the attribute that the element stands for.</summary>
    private static Setting? FindForText(XElement element, string path, XElement section) =>
        Find(path, null)
        ?? (element.Parent is { } parent ? Find(PathOf(parent, section), element.Name.LocalName) : null);

    private static string Masked(Setting? setting, string written) =>
        setting is null ? SecretMask.Hide(written) : ShownValue.Of(setting, written.Trim());

    private static string PathOf(XElement element, XElement section) => string.Join('/', element
        .AncestorsAndSelf()
        .TakeWhile(ancestor => ancestor != section)
        .Reverse()
        .Select(ancestor => ancestor.Name.LocalName));
}
