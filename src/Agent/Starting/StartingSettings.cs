namespace TestFlock.Agent.Starting;

/// <summary>The settings file that a project begins with: short, and each line says what else it could be.</summary>
internal static class StartingSettings
{
    private const string FileName = "testflock.runsettings";

    private const string Text =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!-- dotnet test with this file's path after the option settings; or choose it in the IDE. Without it, tests run natively. -->
        <RunSettings>
          <TestFlock>
            <!-- false: everything runs natively, in one process. -->
            <Enabled>true</Enabled>

            <!-- Both embedded: on this machine, with nothing to install. On many machines: amqp://… and redis://…, from variables. -->
            <Broker>embedded</Broker>
            <Coordination>embedded</Coordination>
            <!--
            <Broker>%TESTFLOCK_BROKER%</Broker>
            <Coordination>%TESTFLOCK_COORDINATION%</Coordination>
            <Package Source="upload" />
            <Requires>os=linux</Requires>
            <Environment Name="staging-01" Capacity="100" />
            <Variables><Pass>SHOP_*</Pass></Variables>
            -->

            <!-- How many batches run at once on this machine. Default: one for each core. -->
            <!-- <Slots>4</Slots> -->

            <!-- warm: hosts that stay, milliseconds a test. process: each unit in a process of its own, about a second each. -->
            <Isolation>warm</Isolation>

            <!-- What is never split: auto, test, class, assembly. A trait TestFlock.Group=name keeps tests together, too. -->
            <Unit>auto</Unit>

            <!-- Attempts after the first. Every attempt is told, a late pass as flaky. -->
            <Retry Max="0" Scope="test" />

            <!-- Test: the longest that one test may take. Run: the longest for all. Agent: how long to look for an agent. -->
            <Timeouts Test="00:10:00" Run="02:00:00" />
          </TestFlock>
        </RunSettings>

        """;

    public static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <returns>What was done, for a person.</returns>
    public static string Write(string folder)
    {
        var path = PathIn(folder);
        if (File.Exists(path))
            return $"{FileName} is there already.";
        File.WriteAllText(path, Text.ReplaceLineEndings());
        return $"{FileName} is written; docs/configuration.md has every setting.";
    }
}
