using System.Globalization;
using TestFlock.Contracts;
using TestFlock.Core.Runs;
using TestFlock.Core.Servers;

namespace TestFlock.Agent.Run;

/// <summary>Tells the user which server is waited for, and that it is back, in one line each.</summary>
internal sealed class OutageNotes : IServerWatcher
{
    private volatile RunCoordinator? _reader;

    /// <summary>Who passes the notes on; until it is set there is nobody to read them.</summary>
    public RunCoordinator Reader
    {
        set => _reader = value;
    }

    public void Lost(string server, string why) => _reader?.Note(
        NoteLevel.Warning, $"Waiting for {server}, which cannot be reached ({why}). Tests that "
            + "run go on; nothing is lost.");

    public void Back(string server, TimeSpan awayFor) => _reader?.Note(
        NoteLevel.Warning,
        string.Create(
            CultureInfo.InvariantCulture, $"{server} is back after {awayFor.TotalSeconds:0} s; the run goes on."));
}
