using System.Globalization;
using TestFlock.Agent.Serving;

namespace TestFlock.Agent.Checking;

/// <summary>Whether a folder can be written, and has room.</summary>
internal static class DiskCheck
{
    private const long Megabyte = 1024 * 1024;
    private const long TooLittle = 512 * Megabyte;
    private const long Little = 5 * 1024 * Megabyte;

    public static Finding Examine(string thing, string folder, AgentSetting setting)
    {
        var cure = $"Give another with {setting.Option} or {setting.Variable}.";
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".doctor-{Guid.NewGuid():N}");
            File.WriteAllText(probe, "doctor");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Bad(
                thing,
                $"{folder} cannot be written by {Environment.UserName}: {e.Message} Allow it, or another. {cure}");
        }

        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{folder} can be written, {free / (1024.0 * Megabyte):F1} GB are free");
        return free < TooLittle ? Finding.Bad(thing, $"{text}, too little for test output. Make room. {cure}")
            : free < Little ? Finding.Doubtful(thing, $"{text}, little for test packages and output. {cure}")
            : Finding.Good(thing, text);
    }
}
