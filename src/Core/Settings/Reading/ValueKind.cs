using System.Diagnostics.CodeAnalysis;

namespace TestFlock.Core.Settings.Reading;

/// <summary>What a value may be.</summary>
/// <param name="Range">Completes "… is not" and "write", such as <c>a whole number from 1 to 5</c>.</param>
/// <param name="TryRead">Takes the trimmed text.</param>
internal sealed record ValueKind<T>(string Range, ValueKind<T>.Reading TryRead)
{
    /// <summary>
    /// On failure, <c>problem</c> is what is wrong with the text where the range alone does not tell.
    /// </summary>
    public delegate bool Reading(string text, [NotNullWhen(true)] out T? value, out string? problem);
}
