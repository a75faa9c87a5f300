using System.Text.Json;
using TestFlock.Contracts;
using TestFlock.Translation;
using VsCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;
using VsResult = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestResult;

namespace TestFlock.TestAdapter.Tests.Translation;

/// <summary>Sends what VSTest knows through the bytes of the wire and back.</summary>
internal static class WireTrip
{
    public static VsCase Of(VsCase testCase)
    {
        var selection = new Selection { Cases = [VsTestCase.ToWire(testCase)] };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(selection, WireJson.Default.Selection);
        return VsTestCase.FromWire(JsonSerializer.Deserialize(bytes, WireJson.Default.Selection)!.Cases[0]);
    }

    public static VsResult Of(VsResult result)
    {
        HostMessage message = new HostTestResult
        {
            CaseId = result.TestCase.Id,
            FullyQualifiedName = result.TestCase.FullyQualifiedName,
            Result = VsTestResult.ToWire(result),
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, WireJson.Default.HostMessage);
        bytes.ShouldNotContain((byte)'\n');
        var read = (HostTestResult)JsonSerializer.Deserialize(bytes, WireJson.Default.HostMessage)!;
        return VsTestResult.FromWire(result.TestCase, read.Result);
    }
}
