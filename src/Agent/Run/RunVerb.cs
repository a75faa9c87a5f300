using System.CommandLine;

namespace TestFlock.Agent.Run;

/// <summary>
/// <c>testflock run</c>: the coordinator of one run. The adapter in the test host starts it and talks to it over
/// standard input and output; a person has no use for it.
/// </summary>
internal static class RunVerb
{
    public static Command Create()
    {
        var command = new Command(
            "run", "Coordinates one run for the test adapter, which starts it by itself and talks to it over "
                + "standard input and output.");
        var resume = new Option<string?>("--resume")
        {
            Description = "The id of an earlier run, or last: what passed there is not run again. With dotnet test, "
                + "write <Resume> into the run settings, or set TESTFLOCK_RESUME.",
        };
        command.Add(resume);
        command.SetAction((parsed, _) => RunAsync(parsed.GetValue(resume)));
        return command;
    }

#pragma warning disable RS0030 // Standard input and output are this verb's channel to the adapter.
    private static async Task<int> RunAsync(string? resume)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();

        // Whatever writes to the console by mistake must not tear the channel.
        Console.SetOut(Console.Error);
        return await new CoordinatorProcess(input, output, resume, TimeProvider.System).RunAsync();
    }
#pragma warning restore RS0030
}
