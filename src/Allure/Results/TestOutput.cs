using System.Text;
using TestFlock.Allure.Folder;
using TestFlock.Allure.Format;
using TestFlock.Contracts;

namespace TestFlock.Allure.Results;

/// <summary>What a test wrote, as attached text, one for each stream.</summary>
internal static class TestOutput
{
    // VSTest's words for its streams; Allure's own adapters call the first so.
    private static readonly Dictionary<string, string> Names = new()
    {
        ["StdOutMsgs"] = "Console Output",
        ["StdErrMsgs"] = "Console Error",
        ["DbgTrcMsgs"] = "Debug Trace",
        ["AdtnlInfo"] = "Additional Information",
    };

    /// <param name="messages">In order.</param>
    /// <param name="isThere">Whether the user's own Allure has attached what goes by this name.</param>
    /// <param name="folder">Where to.</param>
    public static IReadOnlyList<AllureAttachment> Write(
        IReadOnlyList<ResultMessage> messages, Func<string, bool> isThere, ResultsFolder folder) =>
        messages.Count == 0 ? [] : [.. WriteStreams(messages, isThere, folder)];

    private static IEnumerable<AllureAttachment> WriteStreams(
        IReadOnlyList<ResultMessage> messages, Func<string, bool> isThere, ResultsFolder folder)
    {
        foreach (var stream in messages.Where(m => !string.IsNullOrEmpty(m.Text)).GroupBy(m => m.Category))
        {
            var name = Names.GetValueOrDefault(stream.Key, stream.Key);
            if (isThere(name))
                continue;
            var source = $"{folder.NewId()}-attachment.txt";
            folder.Write(source, Encoding.UTF8.GetBytes(string.Concat(stream.Select(m => m.Text))));
            yield return new AllureAttachment(name, source, MediaTypes.Text);
        }
    }
}
