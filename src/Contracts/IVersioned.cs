namespace TestFlock.Contracts;

/// <summary>A message that says how old its reader may be; see <see cref="ProtocolVersion"/>.</summary>
public interface IVersioned
{
    /// <summary>
    /// The oldest version whose readers understand it. Readers of version 1 look at nothing else, and refuse what is
    /// not 1.
    /// </summary>
    int Protocol { get; }

    /// <summary>The version that wrote it; those of version 1 do not say.</summary>
    int Writer { get; }
}
