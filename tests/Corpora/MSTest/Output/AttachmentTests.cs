namespace Corpus.Output;

[TestClass]
public sealed class AttachmentTests
{
    public static IEnumerable<object[]> Unserializable => [[new Row(1)], [new Row(2)]];

    public TestContext TestContext { get; set; }

    [TestMethod]
    [DynamicData(nameof(Rows.OddFileNames), typeof(Rows))]
    public void Attaches_an_odd_file(string name) => TestContext.AddResultFile(OddFiles.Write(name, name));

    [TestMethod]
    public void Attaches_two_files_of_one_name()
    {
        TestContext.AddResultFile(OddFiles.Write("twin.txt", "the first"));
        TestContext.AddResultFile(OddFiles.Write("twin.txt", "the second"));
    }

    [TestMethod]
    public void Attaches_one_file_twice()
    {
        var file = OddFiles.Write("again.txt", "again");
        TestContext.AddResultFile(file);
        TestContext.AddResultFile(file);
    }

    [TestMethod]
    public void Attaches_an_empty_file() => TestContext.AddResultFile(OddFiles.Write("empty.txt", ""));

    [TestMethod]
    public void Attaches_2_MB() =>
        TestContext.AddResultFile(OddFiles.Write("large.txt", new string('x', 2 * 1024 * 1024)));

    [TestMethod]
    public void Attaches_and_fails()
    {
        TestContext.AddResultFile(OddFiles.Write("evidence.txt", "evidence"));
        Assert.Fail("fails with an attachment");
    }

    [TestMethod]
    public void Attaches_nothing_at_all() =>
        Assert.ThrowsExactly<ArgumentException>(() => TestContext.AddResultFile(""));

    [TestMethod]
    public void Attaches_and_is_inconclusive()
    {
        TestContext.AddResultFile(OddFiles.Write("evidence.txt", "evidence"));
        Assert.Inconclusive("inconclusive with an attachment");
    }

    [TestMethod]
    [DynamicData(nameof(Unserializable))]
    public void Attaches_from_folded_rows(object row) =>
        TestContext.AddResultFile(OddFiles.Write($"{row}.txt", $"{row}"));

    private sealed class Row(int number)
    {
        public override string ToString() => $"row {number}";
    }
}
