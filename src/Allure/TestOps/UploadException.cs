namespace TestFlock.Allure.TestOps;

/// <summary>The upload program is not there, or refused.</summary>
internal sealed class UploadException(string message) : Exception(message)
{
    /// <summary>Whether another try would end in the same way.</summary>
    public bool IsFinal { get; init; }
}
