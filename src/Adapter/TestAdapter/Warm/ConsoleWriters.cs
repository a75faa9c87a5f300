namespace TestFlock.TestAdapter.Warm;

// Nothing is written: tests and frameworks put writers of their own in place, and may forget them there.
#pragma warning disable RS0030

/// <summary>
/// Where the console writes to, between selections. A test's writer goes with its selection. A framework's own, through
/// which it hears what tests write, stays if the framework put it there once for the life of the process (MSTest from
/// 4.4), and goes if it puts one over the other for each call (MSTest 4.0 to 4.3).
/// </summary>
internal sealed class ConsoleWriters
{
    private readonly Writers _original = Writers.Now;
    private Writers _between;
    private Writers? _ofFramework;

    public ConsoleWriters() => _between = _original;

    public void BeginSelection() => _ofFramework = null;

    /// <summary>The framework is ready, and no test has run.</summary>
    public void BeginTests() => _ofFramework = Writers.Now;

    public void Restore()
    {
        var left = Writers.Now;
        if (_ofFramework is { } framework && framework != _between && left != _between)
            _between = _between == _original ? framework : _original;
        _between.PutInPlace();
    }

    private sealed record Writers(TextWriter Out, TextWriter Error)
    {
        public static Writers Now => new(Console.Out, Console.Error);

        public void PutInPlace()
        {
            Console.SetOut(Out);
            Console.SetError(Error);
        }
    }
}
