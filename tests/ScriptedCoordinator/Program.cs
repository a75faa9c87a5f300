using TestFlock.Contracts;
using TestFlock.ScriptedCoordinator;

// Speaks the coordinator's side of the protocol, and misbehaves as the run settings' <Script> says.
var adapter = new MessageReader<AdapterMessage>(Console.OpenStandardInput(), WireFormats.Adapter);
using var stage = new Stage(Console.OpenStandardOutput());
await foreach (var message in adapter.ReadAllAsync())
{
    switch (message)
    {
        case OpenRun open:
            await stage.OpenAsync(open);
            break;
        case AddTestCases add:
            stage.Add(add.Cases);
            break;
        case StartRun:
            await stage.PlayAsync();
            break;
        case CancelRun:
            await stage.CancelAsync();
            break;
    }
}

return 0;
