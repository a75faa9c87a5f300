using System.Xml;
using System.Xml.Linq;
using TestFlock.Core.Texts;

namespace TestFlock.Core.Settings.Reading;

/// <summary>Takes the section apart by the catalog: known elements out, everything else an error.</summary>
internal sealed class SectionScan(ErrorList errors)
{
    private readonly Dictionary<string, List<RawElement>> _elements = [];

    /// <summary>The known elements by path.</summary>
    public static IReadOnlyDictionary<string, List<RawElement>> Read(XElement section, ErrorList errors)
    {
        var scan = new SectionScan(errors);
        scan.ReadContent(section, "", $"<{section.Name.LocalName}>");
        return scan._elements;
    }

    private void ReadContent(XElement element, string path, string place)
    {
        var known = SettingsCatalog.FindValues(path);
        var values = new Dictionary<string, RawValue>();
        ReadAttributes(element, known, values, place);
        ReadText(element, known, values, place);
        foreach (var child in element.Elements())
            ReadChild(child, path, known, values);
        if (path.Length > 0)
            Keep(new RawElement(path, LineOf(element), values));
    }

    private void Keep(RawElement element)
    {
        if (!_elements.TryGetValue(element.Path, out var same))
            _elements[element.Path] = same = [];
        same.Add(element);
        if (same.Count > 1 && !SettingsCatalog.FindValues(element.Path).Any(setting => setting.Repeats))
        {
            errors.Add($"<{element.Path}>", element.Line, "it stands there more than once.", "Keep one of them.");
        }
    }

    private void ReadAttributes(
        XElement element, IReadOnlyList<Setting> known, Dictionary<string, RawValue> values, string place)
    {
        var names = known.Select(setting => setting.Attribute).OfType<string>().ToArray();
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
        {
            var name = attribute.Name.ToString();
            if (names.Contains(name))
                values[name] = new RawValue(attribute.Value.Trim(), LineOf(attribute));
            else
                errors.Add(place, LineOf(attribute), $"it has no attribute {name}.", CureFor(name, names, "attribute"));
        }
    }

    private void ReadText(
        XElement element, IReadOnlyList<Setting> known, Dictionary<string, RawValue> values, string place)
    {
        var texts = element.Nodes().OfType<XText>().ToArray();
        var text = string.Concat(texts.Select(node => node.Value)).Trim();
        if (known.Any(setting => setting.Attribute is null))
            values[""] = new RawValue(text, LineOf(element));
        else if (text.Length > 0)
            errors.Add(place, LineOf(element), "it holds a text, which means nothing here.", CureForText(known));
    }

    /// <summary>
    /// A value that has an attribute may stand in an element of the same name as well, and comes first there: this is
    /// how
    /// <c>dotnet test -- TestFlock.Retry.Max=0</c> arrives beside what the file says.
    /// </summary>
    private void ReadChild(
        XElement child, string path, IReadOnlyList<Setting> known, Dictionary<string, RawValue> values)
    {
        var name = child.Name.ToString();
        var children = SettingsCatalog.FindChildren(path);
        var childPath = path.Length == 0 ? name : $"{path}/{name}";
        var place = $"<{childPath}>";
        if (children.Contains(name))
            ReadContent(child, childPath, place);
        else if (known.Any(setting => setting.Attribute == name) && !child.HasElements && !child.HasAttributes)
            values[name] = new RawValue(child.Value.Trim(), LineOf(child));
        else
            errors.Add(place, LineOf(child), "there is no such element.", CureFor(name, children, "element"));
    }

    private static string CureFor(string name, IReadOnlyList<string> known, string what)
    {
        if (NearestName.Find(name, known) is { } nearest)
            return $"Write {nearest} if that is what you mean, or take it out.";
        return known.Count == 0 ? "Take it out." : $"Take it out, or use a known {what}: {string.Join(", ", known)}.";
    }

    private static string CureForText(IReadOnlyList<Setting> known) => known.Count == 0
        ? "Take it out, or put it into an element."
        : $"Take it out, or put it into an attribute: {string.Join(", ", known.Select(setting => setting.Attribute))}.";

    private static int LineOf(IXmlLineInfo node) => node.LineNumber;
}
