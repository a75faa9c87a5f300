using TestFlock.Contracts;

namespace TestFlock.Core.Transport;

/// <summary>
/// The queue of one run for one requirement set; <see cref="Requirements"/> in canonical form, empty for none.
/// </summary>
public readonly record struct QueueName(RunId Run, string Requirements)
{
    public override string ToString() => Requirements.Length == 0 ? Run.Value : $"{Run.Value} ({Requirements})";
}
