namespace TestFlock.Agent.Checking;

/// <summary>What one look of the doctor brought up.</summary>
/// <param name="Health">How bad it is.</param>
/// <param name="Thing">What was looked at.</param>
/// <param name="Text">What was seen; with the cure, where there is something to cure.</param>
internal sealed record Finding(Health Health, string Thing, string Text)
{
    public static Finding Good(string thing, string text) => new(Health.Good, thing, text);

    public static Finding Doubtful(string thing, string text) => new(Health.Doubtful, thing, text);

    public static Finding Bad(string thing, string text) => new(Health.Bad, thing, text);
}
