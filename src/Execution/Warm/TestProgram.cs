using TestFlock.Contracts;
using TestFlock.Core.Planning;

namespace TestFlock.Execution.Warm;

/// <summary>
/// The program in which the tests of a call run, where that is not the host itself: xUnit v3's adapter starts one.
/// When it dies, the adapter waits a minute, at the cost of a processor, for words that cannot come; who sees that
/// the host has no child any more knows it in seconds.
/// </summary>
internal sealed class TestProgram(IReadOnlyList<TestCase> cases)
{
    /// <summary>How long the host is silent before it is looked at.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    // What the program had said before it ended may still be on its way through a busy adapter.
    private const int MostLooks = 5;

    // Those of a call are of one assembly.
    private readonly bool _isApart = cases.Count > 0 && XunitV3.Runs(cases[0], File.Exists);
    private int _running;
    private int _looks;

    /// <summary>Whether a test runs in it, so that its death would be one.</summary>
    public bool IsWatched => _isApart && _running > 0 && !WasFoundGone;

    public bool WasFoundGone { get; private set; }

    public IEnumerable<string> Complaints => WasFoundGone
        ? ["The test program that xUnit v3's adapter had started is gone, while the adapter still waits for it."]
        : [];

    /// <summary>Takes note of what the host said.</summary>
    public void Hear(HostMessage? message)
    {
        _looks = 0;
        _running += message switch
        {
            HostTestStarted => 1,
            HostTestEnded => -1,
            _ => 0,
        };
    }

    /// <summary>Takes a look at the silent host.</summary>
    /// <param name="hasChildren">Null when it cannot be told.</param>
    public bool IsGone(bool? hasChildren)
    {
        _looks = hasChildren == false ? _looks + 1 : 0;
        return WasFoundGone |= _looks >= MostLooks;
    }
}
