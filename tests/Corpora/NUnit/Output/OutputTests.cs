namespace Corpus.Output;

public sealed class OutputTests
{
    [Test]
    public void Writes_to_standard_output() => Console.WriteLine("standard output");

    [Test]
    public void Writes_to_standard_error() => Console.Error.WriteLine("standard error");

    [Test]
    public void Writes_to_the_context() => TestContext.Out.WriteLine("the context's output");

    [Test]
    public void Writes_errors_to_the_context() => TestContext.Error.WriteLine("the context's error");

    [Test]
    public void Reports_progress() => TestContext.Progress.WriteLine("progress");

    [Test]
    public void Writes_to_all_and_fails()
    {
        Console.WriteLine("standard output");
        Console.Error.WriteLine("standard error");
        TestContext.Out.WriteLine("the context's output");
        Assert.Fail("fails after it wrote");
    }

    [Test]
    public void Writes_no_last_line_end() => Console.Write("no line end");

    [Test]
    public void Writes_blanks() => Console.Write(" \n\t\n ");

    [Test]
    public void Writes_100_kB() => Console.WriteLine(string.Concat(Enumerable.Repeat("0123456789", 10_240)));

    [Test]
    public void Writes_1000_lines()
    {
        for (var line = 0; line < 1000; line++)
            Console.WriteLine($"line {line}");
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.Worst))]
    public void Writes_hostile_text(string text) => Console.WriteLine(text);

    [TestCaseSource(typeof(HostileText), nameof(HostileText.Worst))]
    public void Writes_hostile_progress(string text) => TestContext.Progress.WriteLine(text);

    [Test]
    public async Task Writes_after_an_await()
    {
        await Task.Yield();
        await Task.Run(() => Console.WriteLine("from another thread"));
    }

    [Test]
    public void Writes_to_trace() => System.Diagnostics.Trace.WriteLine("trace");
}
