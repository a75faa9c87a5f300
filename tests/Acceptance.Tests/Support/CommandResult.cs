namespace TestFlock.Acceptance.Tests.Support;

/// <summary>What a finished program left behind.</summary>
/// <param name="CommandLine">As a person would type it.</param>
/// <param name="ExitCode">The program's own.</param>
/// <param name="Output">Standard output and error, line by line as they came.</param>
public sealed record CommandResult(string CommandLine, int ExitCode, string Output)
{
    public IEnumerable<string> Lines => Output.Split('\n').Select(line => line.TrimEnd('\r'));

    /// <summary>Fails the test, showing the output, unless the program ended well.</summary>
    public CommandResult ShouldSucceed()
    {
        ExitCode.ShouldBe(0, ToString());
        return this;
    }

    public override string ToString() =>
        $"$ {CommandLine}{Environment.NewLine}{Output}{Environment.NewLine}[exit {ExitCode}]";
}
