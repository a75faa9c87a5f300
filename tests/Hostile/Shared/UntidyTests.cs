using System.Diagnostics;
using System.Globalization;

namespace Hostile;

[Suite]
public class LeftoverTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_leaves_threads_and_a_process()
    {
        for (var i = 0; i < 20; i++)
            new Thread(() => Thread.Sleep(Timeout.Infinite)) { IsBackground = i % 2 == 0 }.Start();
        using var child = Process.Start("sleep", "600");
        File.WriteAllText(
            Path.Combine(Path.GetTempPath(), "left-behind.pid"), child.Id.ToString(CultureInfo.InvariantCulture));
    }

    [Act]
    public void C_passes_after()
    {
    }
}

[Suite]
public class TempFolderTests
{
    [Act]
    public void A_passes_before()
    {
    }

    /// <summary>As far as a shared machine bears it.</summary>
    [Act]
    public void B_fills_the_temp_folder()
    {
        var megabyte = new byte[1024 * 1024];
        using var file = File.Create(Path.Combine(Path.GetTempPath(), "filled.bin"));
        for (var i = 0; i < 64; i++)
            file.Write(megabyte);
    }

    [Act]
    public void C_passes_after()
    {
    }
}

[Suite]
public class TalkativeTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_writes_100_megabytes_to_the_console()
    {
        var line = new string('x', 1023);
        for (var i = 0; i < 100 * 1024; i++)
            Console.WriteLine(line);
    }

    [Act]
    public void C_passes_after()
    {
    }
}

[Suite]
public class PlaceTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_changes_directory_culture_and_environment()
    {
        Environment.CurrentDirectory = Path.GetTempPath();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        Environment.SetEnvironmentVariable("PATH", "");
        Environment.SetEnvironmentVariable("HOME", null);
        Environment.SetEnvironmentVariable("HOSTILE", "yes");
    }

    [Act]
    public void C_passes_after()
    {
    }
}
