using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using TestFlock.Contracts;
using VsCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;
using VsResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.Translation;

/// <summary>A test result on its way between VSTest and the wire.</summary>
internal static class VsTestResult
{
    /// <exception cref="NotSupportedException">A property's value has no text form; the message names it.</exception>
    public static Contracts.TestResult ToWire(VsResult result) => new()
    {
        Outcome = VsOutcome.ToWire(result.Outcome),
        DisplayName = result.DisplayName,
        ErrorMessage = result.ErrorMessage,
        ErrorStackTrace = result.ErrorStackTrace,
        Messages = [.. result.Messages.Select(m => new ResultMessage { Category = m.Category ?? "", Text = m.Text })],
        Duration = result.Duration,
        StartTime = result.StartTime,
        EndTime = result.EndTime,
        ComputerName = result.ComputerName,
        Attachments = VsAttachments.ToWire(result.Attachments),
        Traits = VsTraits.ToWire(result),
        Properties = VsProperties.ToWire(result),
    };

    /// <exception cref="FormatException">A property's value cannot be read; the message names it.</exception>
    public static VsResult FromWire(VsCase testCase, Contracts.TestResult result)
    {
        var target = new VsResult(testCase)
        {
            Outcome = VsOutcome.FromWire(result.Outcome),
            DisplayName = result.DisplayName,
            ErrorMessage = result.ErrorMessage,
            ErrorStackTrace = result.ErrorStackTrace,
            Duration = result.Duration,
            StartTime = result.StartTime,
            EndTime = result.EndTime,
            ComputerName = result.ComputerName,
        };
        foreach (var message in result.Messages)
            target.Messages.Add(new TestResultMessage(message.Category, message.Text));
        foreach (var set in result.Attachments)
            target.Attachments.Add(VsAttachments.FromWire(set));
        VsTraits.FromWire(result.Traits, target);
        VsProperties.FromWire(result.Properties, target);
        return target;
    }
}
