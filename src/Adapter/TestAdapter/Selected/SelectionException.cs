using TestFlock.Contracts;

namespace TestFlock.TestAdapter.Selected;

/// <summary>A call that a slot made cannot be carried out as it stands.</summary>
internal sealed class SelectionException : Exception
{
    private SelectionException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    public static SelectionException Unreadable(string path, Exception cause) => new(
        $"The selection of test cases '{path}', which the run settings name in <TestFlock><Selection>, cannot be read: "
        + $"{cause.Message} The file lives only as long as the run that wrote it, unless something went wrong in it.",
        cause);

    public static SelectionException OfAnotherVersion(string path, Selection selection) => new(
        $"The selection of test cases '{path}': {ProtocolRange.Own.Refusal("the agent that wrote it", selection)}");

    public static SelectionException Twice() => new(
        "The run settings name a selection of test cases in <TestFlock><Selection>, and test cases were chosen as "
        + "well. Leave out one of the two.");
}
