namespace TestFlock.TestAdapter.Flock.Coordinator;

/// <summary>The coordinator cannot be started; the message names what was looked for, where, and the cure.</summary>
internal sealed class CoordinatorStartException : Exception
{
    private CoordinatorStartException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    public static CoordinatorStartException NoProgram(IEnumerable<string> lookedAt) => new(
        "TestFlock's program testflock.dll was not found. Looked at: " + string.Join(", ", lookedAt)
            + ". Build the test " +
        "project again with the package TestFlock.TestAdapter; if the output folder was copied here, set " +
        "<TestFlockCopyProgram>true</TestFlockCopyProgram> in the project, so that the program travels along.");

    public static CoordinatorStartException NoDotnet(IEnumerable<string> lookedAt) => new(
        "No dotnet was found to start TestFlock's program with. Looked at: " + string.Join(", ", lookedAt) +
        ". Set DOTNET_ROOT to the folder of a .NET 10 runtime or SDK, or put dotnet on the PATH.");

    public static CoordinatorStartException NotStartable(string dotnet, string program, Exception inner) => new(
        $"TestFlock's program could not be started ({dotnet} {program}): {inner.Message} Check that both files can " +
        "be read and executed by this user.",
        inner);
}
