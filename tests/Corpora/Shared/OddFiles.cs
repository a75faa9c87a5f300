namespace Corpus;

/// <summary>Files to attach, each in a directory of its own, so that tests on several slots do not meet.</summary>
public static class OddFiles
{
    public static IEnumerable<string> Names =>
    [
        "plain.txt",
        "no extension",
        ".hidden",
        "two  blanks and 'quotes' \"double\".txt",
        "percent%20 #hash ?query &amp; = + ;.txt",
        "[brackets] {braces} (parens) <angles>.txt",
        "測試 שלום é e\u0301 😀.txt",
        "back\\slash.txt",
        new string('n', 200) + ".txt",
    ];

    public static string Write(string name, string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("corpus-").FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
