using TestFlock.Core.Coordination;

namespace TestFlock.Redis.Agents;

/// <summary>The scripts' words for <see cref="ClaimAnswer"/>.</summary>
internal static class ClaimAnswers
{
    public static ClaimAnswer Read(string? word) => word switch
    {
        "granted" => ClaimAnswer.Granted,
        "done" => ClaimAnswer.Done,
        "held" => ClaimAnswer.Held,
        _ => throw new InvalidOperationException($"'{word}' is no answer to a claim."),
    };
}
