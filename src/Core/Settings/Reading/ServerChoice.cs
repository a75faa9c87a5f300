namespace TestFlock.Core.Settings.Reading;

/// <summary>A server, or null for none: <c>embedded</c>.</summary>
internal sealed record ServerChoice(ServerAddress? Address)
{
    public static ServerChoice Embedded { get; } = new((ServerAddress?)null);
}
