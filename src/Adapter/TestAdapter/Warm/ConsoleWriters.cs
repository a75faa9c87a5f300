namespace TestFlock.TestAdapter.Warm;

#pragma warning disable RS0030 // Nothing is written: tests and frameworks put writers of their own in place, and may forget them there.

/// <summary>Where the console writes to, as it was when this was made.</summary>
internal sealed class ConsoleWriters
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;

    public void Restore()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
    }
}
