namespace TestFlock.Contracts;

/// <summary>The protocol versions that one side understands.</summary>
/// <param name="Oldest">At least 0.</param>
/// <param name="Newest">Not below <paramref name="Oldest"/>.</param>
public readonly record struct ProtocolRange(int Oldest, int Newest)
{
    /// <summary>What this build understands.</summary>
    public static ProtocolRange Own { get; } = new(ProtocolVersion.Oldest, ProtocolVersion.Current);

    public bool Understands(IVersioned message) => Understands(message.Writer, message.Protocol);

    /// <param name="writer">The version that wrote a message; 0: it does not say.</param>
    /// <param name="protocol">The oldest version that understands it.</param>
    public bool Understands(int writer, int protocol) => Math.Max(writer, protocol) >= Oldest && protocol <= Newest;

    /// <summary>For a peer whose message is not understood: names both sides and the cure.</summary>
    public string Refusal(string peer, IVersioned message) => Refusal(peer, message.Writer, message.Protocol);

    /// <inheritdoc cref="Refusal(string, IVersioned)"/>
    public string Refusal(string peer, int writer, int protocol) => protocol > Newest
        ? $"{peer} needs protocol {protocol}, this TestFlock understands {this}. Upgrade this side."
        : $"{peer} speaks protocol {Math.Max(writer, protocol)}, this TestFlock understands {this}. Upgrade {peer}.";

    /// <summary>Such as <c>1 to 2</c>.</summary>
    public override string ToString() => Oldest == Newest ? $"{Oldest}" : $"{Oldest} to {Newest}";
}
