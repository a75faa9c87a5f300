namespace TestFlock.Bench.Fleet;

/// <summary>What a process has used so far.</summary>
/// <param name="Process">Its id.</param>
/// <param name="Cpu">Of all its threads.</param>
/// <param name="MostMemory">Bytes that were resident at the worst moment.</param>
internal sealed record ProcessFigures(int Process, TimeSpan Cpu, long MostMemory)
{
    public static ProcessFigures Of(int id)
    {
        using var process = System.Diagnostics.Process.GetProcessById(id);
        return new ProcessFigures(id, process.TotalProcessorTime, process.PeakWorkingSet64);
    }

    public ProcessFigures SinceThen()
    {
        var now = Of(Process);
        return now with { Cpu = now.Cpu - Cpu };
    }
}
