using System.Xml.Linq;
using TestFlock.TestAdapter.Warm;

namespace TestFlock.TestAdapter.Selected;

/// <summary>
/// Run settings under which a framework runs nothing more after a failed test. xUnit then stops by itself, where it
/// would begin with the next test; for the others see <see cref="NUnitFailureStop"/> and
/// <see cref="MSTestFailureStop"/>.
/// </summary>
internal static class StopAtFailure
{
    public static string In(string? settingsXml)
    {
        // What runs beside the failing test could not be stopped.
        var document = XDocument.Parse(OneAtATime.In(settingsXml));
        document.Root!.Element("xUnit")!.SetElementValue("StopOnFail", "true");
        return document.ToString(SaveOptions.DisableFormatting);
    }
}
