using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace TestFlock.Agent.Starting;

/// <summary>An MSBuild file that is changed as little as can be: blanks, comments and line ends stay.</summary>
internal sealed class TestProjectFile
{
    private readonly Encoding _encoding;
    private string _text;

    private TestProjectFile(string path, string text, Encoding encoding, XDocument document) =>
        (Path, _text, _encoding, Document) = (path, text, encoding, document);

    public string Path { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>As it was read.</summary>
    public XDocument Document { get; }

    /// <param name="path">A project file, or a folder with exactly one.</param>
    /// <exception cref="InvalidDataException">
    /// There is none, or it cannot take part; the message has the cure.
    /// </exception>
    public static TestProjectFile Find(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
            return Read(full);
        if (!Directory.Exists(full))
            throw new InvalidDataException($"There is no project at {full}. Give the path of a test project.");
        return Directory.GetFiles(full, "*.*proj") switch
        {
            [var single] => Read(single),
            [] => throw new InvalidDataException($"No project file is in {full}. Give the path of a test project."),
            var several => throw new InvalidDataException(
                $"Several project files are in {full}: "
                + $"{string.Join(", ", several.Select(System.IO.Path.GetFileName))}. Name one of them."),
        };
    }

    /// <exception cref="InvalidDataException">It is no XML.</exception>
    public static TestProjectFile Read(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        try
        {
            return new TestProjectFile(
                path, text, reader.CurrentEncoding, XDocument.Parse(text, LoadOptions.SetLineInfo));
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message} Correct it first.", e);
        }
    }

    public IEnumerable<XElement> Items(string kind) =>
        Document.Descendants().Where(element => element.Name.LocalName == kind);

    public bool Has(string property) => Document.Descendants().Any(element =>
        element.Name.LocalName == property && bool.TryParse(element.Value.Trim(), out var value) && value);

    /// <summary>Adds a line behind the last item of the same kind, or a group of its own at the end.</summary>
    /// <param name="kind">Such as PackageReference.</param>
    /// <param name="attributes">The item's, as they are written.</param>
    public void AddItem(string kind, string attributes)
    {
        var item = $"<{kind} {attributes} />";
        var lineEnd = _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        if (Items(kind).LastOrDefault(i => i.Parent?.Attribute("Condition") is null) is { } neighbour)
        {
            var begin = IndexOf(neighbour);
            var end = EndOf(neighbour, begin);
            var line = _text.LastIndexOf('\n', begin) + 1;
            _text = _text.Insert(end, $"{lineEnd}{_text[line..begin]}{item}");
            return;
        }

        var close = _text.LastIndexOf($"</{Document.Root!.Name.LocalName}>", StringComparison.Ordinal);
        if (close < 0)
            throw new InvalidDataException($"{Path} has no end tag to write before. Write <Project …></Project>.");
        _text = _text.Insert(close, $"  <ItemGroup>{lineEnd}    {item}{lineEnd}  </ItemGroup>{lineEnd}");
    }

    public void Save() => File.WriteAllText(Path, _text, _encoding);

    // Line information points behind the bracket that opens the element.
    private int IndexOf(XElement element)
    {
        var (line, column) = (((IXmlLineInfo)element).LineNumber, ((IXmlLineInfo)element).LinePosition);
        var start = 0;
        for (var i = 1; i < line; i++)
            start = _text.IndexOf('\n', start) + 1;
        return start + column - 2;
    }

    private int EndOf(XElement element, int begin)
    {
        var tag = element.IsEmpty ? "/>" : $"</{element.Name.LocalName}>";
        return _text.IndexOf(tag, begin, StringComparison.Ordinal) + tag.Length;
    }
}
