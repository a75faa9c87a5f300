using System.CommandLine;
using TestFlock.Agent.Cancelling;
using TestFlock.Agent.Run;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent;

/// <summary>The command line of <c>testflock</c>: one verb, one file.</summary>
internal static class FlockCommand
{
    public static RootCommand Create() => new("TestFlock runs .NET tests on many machines as if they ran on one.")
    {
        RunVerb.Create(),
        AgentVerb.Create(),
        CancelVerb.Create(),
        AwaitRunVerb.Create(),
    };
}
