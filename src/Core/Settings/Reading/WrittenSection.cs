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
            var settings = SettingsCatalog.FindValues(PathOf(element, shown));
            foreach (var attribute in element.Attributes())
            {
                var setting = settings.FirstOrDefault(s => s.Attribute == attribute.Name.LocalName);
                attribute.Value = Masked(setting, attribute.Value);
            }

            foreach (var text in element.Nodes().OfType<XText>())
                text.Value = Masked(settings.FirstOrDefault(s => s.Attribute is null), text.Value);
        }

        shown.DescendantNodes().OfType<XComment>().Remove();
        return shown.ToString();
    }

    private static string Masked(Setting? setting, string written) =>
        setting is null ? SecretMask.Hide(written) : ShownValue.Of(setting, written.Trim());

    private static string PathOf(XElement element, XElement section) => string.Join('/', element
        .AncestorsAndSelf()
        .TakeWhile(ancestor => ancestor != section)
        .Reverse()
        .Select(ancestor => ancestor.Name.LocalName));
}
