using System.Text.Json;

namespace TestFlock.Contracts;

/// <summary>How messages of one kind stand on the wire, each a JSON value of one line.</summary>
public abstract class WireFormat<T>
    where T : class
{
    private protected WireFormat()
    {
    }

    public abstract void Write(Utf8JsonWriter writer, T message);

    /// <returns>Null when the line says null.</returns>
    /// <exception cref="JsonException">The line holds no such message.</exception>
    public abstract T? Read(ReadOnlySpan<byte> line);
}
