using System.Runtime.CompilerServices;

namespace Hostile;

[Suite]
public class FailFastTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_fails_fast() => Environment.FailFast("the ground gave way");

    [Act]
    public void C_passes_after()
    {
    }
}

[Suite]
public class StackOverflowTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_overflows_the_stack() => Descend(0);

    [Act]
    public void C_passes_after()
    {
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    private static int Descend(int depth) => Descend(depth + 1) + depth;
}

[Suite]
public class ExitTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_exits_with_zero() => Environment.Exit(0);

    [Act]
    public void C_passes_after()
    {
    }
}

[Suite]
public class ForeignThreadTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    [Mark("TestFlock.Timeout", "00:00:20")]
    public void B_throws_on_a_foreign_thread()
    {
        var thread = new Thread(() => throw new InvalidOperationException("the thread gave way"));
        thread.Start();
        thread.Join();
        Thread.Sleep(Timeout.Infinite);
    }

    [Act]
    public void C_passes_after()
    {
    }
}

/// <summary>B's thread ends the process while C runs, if it runs in the same; C is innocent.</summary>
[Suite]
public class LateThrowTests
{
    private static readonly ManualResetEventSlim NeighbourRuns = new();
    private static volatile bool _isThreadLeft;

    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    public void B_leaves_a_thread_that_throws()
    {
        _isThreadLeft = true;
        new Thread(() =>
        {
            NeighbourRuns.Wait();
            throw new InvalidOperationException("the thread gave way late");
        }) { IsBackground = true }.Start();
    }

    [Act]
    [Mark("TestFlock.Timeout", "00:00:20")]
    public void C_is_running_then()
    {
        NeighbourRuns.Set();
        if (_isThreadLeft)
            Thread.Sleep(Timeout.Infinite);
    }
}

[Suite]
public class EndlessTests
{
    [Act]
    public void A_passes_before()
    {
    }

    [Act]
    [Mark("TestFlock.Timeout", "00:00:05")]
    public void B_never_ends()
    {
        while (true)
            Thread.SpinWait(1000);
    }

    [Act]
    public void C_passes_after()
    {
    }
}
