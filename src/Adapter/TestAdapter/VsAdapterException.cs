namespace TestFlock.TestAdapter;

/// <summary>An adapter file that this package took out of the platform's sight cannot be used.</summary>
internal sealed class VsAdapterException : Exception
{
    private VsAdapterException(string message)
        : base(message)
    {
    }

    public static VsAdapterException UnknownUri(string path, IReadOnlyCollection<string> uris) => new(
        $"TestFlock does not know the test adapter '{path}' (executor URI '{string.Join("', '", uris)}'), so its " +
        "tests cannot run. Update TestFlock.TestAdapter, or set <TestFlockEnabled>false</TestFlockEnabled> in the " +
        "test project to run them without TestFlock.");
}
