using System.Text;

namespace TestFlock.Core.Settings;

/// <summary>What bounds the environment variables of tests on other machines.</summary>
public sealed record VariableOptions
{
    /// <summary>
    /// Names to hand on from the caller's environment; <c>*</c> stands for any characters. Default: none. A wide
    /// pattern saves listing, and hands on what was never meant to leave.
    /// </summary>
    public IReadOnlyList<string> Pass { get; init; } = [];

    /// <summary>
    /// Names and values for the test process, over what is passed. Default: none. Values may be secret.
    /// </summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Names, <c>*</c> for any characters, whose values are masked in whatever the tests say; beside those that sound
    /// like secrets, such as
    /// <c>SHOP_PASSWORD</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> Secret { get; init; } = [];

    /// <summary>Names alone: a value may be a secret.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Pass = ").AppendJoin(", ", Pass).Append("; Set = ").AppendJoin(", ", Set.Keys);
        return true;
    }
}
