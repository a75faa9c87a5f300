namespace TestFlock.Execution.ProcessIsolation;

/// <summary>A call with all that a message about it has to name.</summary>
internal sealed record StartedCall(TestCall Call, CallFolder Folder, CallCommand Command);
