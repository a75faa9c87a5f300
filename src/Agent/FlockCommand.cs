using System.CommandLine;
using TestFlock.Agent.Cancelling;
using TestFlock.Agent.Checking;
using TestFlock.Agent.Dashboard;
using TestFlock.Agent.Draining;
using TestFlock.Agent.Provisioning;
using TestFlock.Agent.Run;
using TestFlock.Agent.Serving;
using TestFlock.Agent.Starting;
using TestFlock.Agent.Watching;

namespace TestFlock.Agent;

/// <summary>The command line of <c>testflock</c>: one verb, one file.</summary>
internal static class FlockCommand
{
    public static RootCommand Create() => new("TestFlock runs .NET tests on many machines as if they ran on one.")
    {
        RunVerb.Create(),
        AgentVerb.Create(),
        ProvisionVerb.Create(),
        StatusVerb.CreateStatus(),
        StatusVerb.CreateRuns(),
        DashboardVerb.Create(),
        CancelVerb.Create(),
        AwaitRunVerb.Create(),
        DrainVerb.Create(),
        DoctorVerb.Create(),
        InitVerb.Create(),
    };
}
