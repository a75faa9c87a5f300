namespace TestFlock.Contracts;

/// <summary>A message that says how old its reader may be; see <see cref="ProtocolVersion"/>.</summary>
public interface IVersioned
{
    /// <summary>The version that wrote it.</summary>
    int Protocol { get; }

    /// <summary>The oldest version whose readers understand it.</summary>
    int Needs { get; }
}
