using System.Globalization;
using System.Text;

namespace TestFlock.Execution.ProcessTrees;

/// <summary>A line of the kernel's list of processes.</summary>
internal sealed record LinuxProcess(int Id, int ParentId, int SessionId)
{
    private bool? _isMarked;

    /// <summary>All that live, without those that only wait for their parent to take note of their death.</summary>
    public static List<LinuxProcess> All()
    {
        var all = new List<LinuxProcess>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && TryRead(id) is { } process)
            {
                all.Add(process);
            }
        }

        return all;
    }

    /// <summary>Whether it was started with this <c>NAME=value</c>; asked once, the answer is kept.</summary>
    public bool HasInEnvironment(string variable) => _isMarked ??= ReadEnvironment(variable);

    private static LinuxProcess? TryRead(int id)
    {
        try
        {
            // "1 (a name) with (anything) S 0 1 1 …": state, parent, group and session follow the last parenthesis.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 5);
            return fields[0] is "Z" or "X"
                ? null
                : new LinuxProcess(id, Number(fields[1]), Number(fields[3]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone since it was listed.
            return null;
        }
    }

    private static int Number(string field) => int.Parse(field, CultureInfo.InvariantCulture);

    private bool ReadEnvironment(string variable)
    {
        try
        {
            var environment = File.ReadAllBytes($"/proc/{Id}/environ").AsSpan();
            ReadOnlySpan<byte> wanted = Encoding.UTF8.GetBytes($"\0{variable}\0");
            return environment.StartsWith(wanted[1..]) || environment.IndexOf(wanted) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's process, or gone.
            return false;
        }
    }
}
