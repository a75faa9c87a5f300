using System.Globalization;

namespace TestFlock.Fleet.Tests.Support;

/// <summary>What the waiting suite's tests wrote down themselves, whatever anybody reported of them.</summary>
public sealed class FleetJournal(string file)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <param name="What">begin or end.</param>
    /// <param name="Test">Its name.</param>
    /// <param name="Agent">Who ran it.</param>
    /// <param name="Process">The test process.</param>
    public sealed record Entry(string What, string Test, string Agent, int Process);

    public IReadOnlyList<Entry> All => [.. Read().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    public IEnumerable<Entry> Begun => All.Where(e => e.What == "begin");

    /// <summary>Waits until the journal is so.</summary>
    public async Task<IReadOnlyList<Entry>> UntilAsync(Func<IReadOnlyList<Entry>, bool> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var all = All;
            if (isSo(all))
                return all;
            if (limit.IsCancellationRequested)
                throw new TimeoutException($"The journal stayed\n{Read()}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    private string Read()
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)];
    }

    private static Entry Parse(string line)
    {
        var parts = line.Split(' ');
        return new Entry(parts[0], parts[1], parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture));
    }
}
