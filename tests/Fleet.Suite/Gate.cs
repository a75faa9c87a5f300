namespace Fleet.Suite;

/// <summary>
/// Where all tests of one agent wait until the test of the flock lets them pass: when a file is there.
/// </summary>
internal static class Gate
{
    public static async Task PassAsync(string file)
    {
        while (!File.Exists(file))
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }
}
