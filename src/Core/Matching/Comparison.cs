namespace TestFlock.Core.Matching;

/// <summary>What a requirement asks of a capability's value.</summary>
public enum Comparison
{
    /// <summary>That there is one.</summary>
    Present,

    Equal,

    /// <summary>Also met by an agent that lacks the capability.</summary>
    NotEqual,

    AtLeast,

    AtMost,

    Above,

    Below,
}
