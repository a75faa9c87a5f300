namespace TestFlock.Contracts;

/// <summary>One piece of a result's output; <see cref="Category"/> is VSTest's, such as <c>StdOutMsgs</c>.</summary>
public sealed record ResultMessage
{
    /// <summary>VSTest's word for what console and TRX show beside output and errors.</summary>
    public const string AdditionalInfo = "AdtnlInfo";

    public required string Category { get; init; }

    /// <summary>Null when the adapter gave none.</summary>
    public string? Text { get; init; }
}
