namespace Corpus.Output;

[TestClass]
public sealed class OutputTests
{
    public TestContext TestContext { get; set; }

    [TestMethod]
    public void Writes_to_standard_output() => Console.WriteLine("standard output");

    [TestMethod]
    public void Writes_to_standard_error() => Console.Error.WriteLine("standard error");

    [TestMethod]
    public void Writes_to_the_context() => TestContext.WriteLine("the context's output");

    [TestMethod]
    public void Writes_to_trace() => System.Diagnostics.Trace.WriteLine("trace");

    [TestMethod]
    public void Displays_a_message() => TestContext.DisplayMessage(MessageLevel.Warning, "a displayed message");

    [TestMethod]
    public void Writes_to_all_and_fails()
    {
        Console.WriteLine("standard output");
        Console.Error.WriteLine("standard error");
        TestContext.WriteLine("the context's output {0}", "formatted");
        System.Diagnostics.Trace.WriteLine("trace");
        Assert.Fail("fails after it wrote");
    }

    [TestMethod]
    public void Writes_no_last_line_end() => Console.Write("no line end");

    [TestMethod]
    public void Writes_blanks() => Console.Write(" \n\t\n ");

    [TestMethod]
    public void Writes_100_kB() => Console.WriteLine(string.Concat(Enumerable.Repeat("0123456789", 10_240)));

    [TestMethod]
    public void Writes_1000_lines()
    {
        for (var line = 0; line < 1000; line++)
            TestContext.WriteLine($"line {line}");
    }

    [TestMethod]
    [DynamicData(nameof(Rows.AllTexts), typeof(Rows))]
    public void Writes_hostile_text(string text) => Console.WriteLine(text);

    [TestMethod]
    [DynamicData(nameof(Rows.WorstTexts), typeof(Rows))]
    public void Writes_hostile_text_to_the_context(string text) => TestContext.WriteLine(text);

    [TestMethod]
    public async Task Writes_after_an_await()
    {
        await Task.Yield();
        await Task.Run(() => Console.WriteLine("from another thread"));
    }
}
