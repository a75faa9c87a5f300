namespace Corpus.Output;

public sealed class OutputTests(ITestOutputHelper output)
{
    [Fact]
    public void Writes_to_the_test() => output.WriteLine("the test's output");

    [Fact]
    public void Writes_to_standard_output() => Console.WriteLine("standard output");

    [Fact]
    public void Writes_to_standard_error() => Console.Error.WriteLine("standard error");

    [Fact]
    public void Writes_and_fails()
    {
        output.WriteLine("the test's output {0}", "formatted");
        Assert.Fail("fails after it wrote");
    }

    [Fact]
    public void Writes_blanks() => output.WriteLine(" \n\t\n ");

    [Fact]
    public void Writes_100_kB() => output.WriteLine(string.Concat(Enumerable.Repeat("0123456789", 10_240)));

    [Fact]
    public void Writes_1000_lines()
    {
        for (var line = 0; line < 1000; line++)
            output.WriteLine($"line {line}");
    }

    [Theory]
    [MemberData(nameof(Rows.AllTexts), MemberType = typeof(Rows))]
    public void Writes_hostile_text(string text) => output.WriteLine(text);

    [Fact]
    public async Task Writes_after_an_await()
    {
        await Task.Yield();
        await Task.Run(() => output.WriteLine("from another thread"));
    }
}

public sealed class ConstructorOutputTests : IDisposable
{
    private readonly ITestOutputHelper _output;

    public ConstructorOutputTests(ITestOutputHelper output)
    {
        _output = output;
        _output.WriteLine("from the constructor");
    }

    [Fact]
    public void Writes_between() => _output.WriteLine("from the test");

    public void Dispose() => _output.WriteLine("from the disposal");
}
