using TestFlock.Contracts;

namespace TestFlock.Execution.Warm;

/// <summary>One of the host's streams came to the mark; it never travels.</summary>
internal sealed record OutputMarked(string Mark) : HostMessage;
