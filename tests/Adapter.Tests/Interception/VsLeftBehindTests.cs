namespace TestFlock.TestAdapter.Tests.Interception;

public sealed class VsLeftBehindTests : IDisposable
{
    private readonly string _output = Directory.CreateTempSubdirectory("testflock-").FullName;

    [Fact]
    public void TryDescribe_with_every_adapter_out_of_sight_says_nothing() => Speakers().ShouldBeEmpty();

    [Fact]
    public void TryDescribe_with_adapters_left_behind_names_them_once()
    {
        foreach (var framework in new[] { VsFramework.NUnit, VsFramework.MSTest4 })
            File.WriteAllText(Path.Combine(_output, framework.AdapterFile), "");

        var description = Speakers().ShouldHaveSingleItem();

        description.ShouldContain("'NUnit3.TestAdapter.dll', 'MSTest.TestAdapter.dll'");
        description.ShouldContain(_output);
    }

    public void Dispose() => Directory.Delete(_output, recursive: true);

    private List<string> Speakers()
    {
        var descriptions = new List<string>();
        foreach (var framework in VsFramework.All)
        {
            if (VsLeftBehind.TryDescribe(framework, _output, out var description))
                descriptions.Add(description);
        }

        return descriptions;
    }
}
