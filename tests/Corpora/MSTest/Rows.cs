namespace Corpus;

/// <summary>Texts of the shared part of the corpora, as rows.</summary>
public static class Rows
{
    public static IEnumerable<object[]> AllTexts => HostileText.All.Select(text => new object[] { text });

    public static IEnumerable<object[]> WorstTexts => HostileText.Worst.Select(text => new object[] { text });

    public static IEnumerable<object[]> FailureNames => Failures.Names.Select(name => new object[] { name });

    public static IEnumerable<object[]> OddFileNames => OddFiles.Names.Select(name => new object[] { name });
}
