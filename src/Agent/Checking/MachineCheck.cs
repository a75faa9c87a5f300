using System.Runtime.InteropServices;
using TestFlock.Agent.Machine;
using TestFlock.Contracts;

namespace TestFlock.Agent.Checking;

/// <summary>The program and the .NET around it.</summary>
internal static class MachineCheck
{
    public static IEnumerable<Finding> Examine()
    {
        yield return Finding.Good(
            "TestFlock",
            $"{ProgramVersion.Text}, protocol {ProtocolVersion.Current}, understands {ProtocolVersion.Oldest}; "
            + $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.RuntimeIdentifier}");
        var sdks = InstalledDotnet.Find().Sdks;
        yield return sdks.Count > 0
            ? Finding.Good(".NET SDK", string.Join(", ", sdks))
            : Finding.Bad(
                ".NET SDK",
                "there is none beside the .NET that runs this program. An agent runs tests with `dotnet test`: install "
                + "the SDK (https://dot.net), or start testflock with the dotnet that has one.");
    }
}
