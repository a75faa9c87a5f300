using VsCase = Microsoft.VisualStudio.TestPlatform.ObjectModel.TestCase;

namespace TestFlock.Translation;

/// <summary>
/// A test case on its way between VSTest and the wire. Everything travels but <c>LocalExtensionData</c>, which VSTest
/// itself does not carry to another process either.
/// </summary>
internal static class VsTestCase
{
    /// <exception cref="NotSupportedException">A property's value has no text form; the message names it.</exception>
    public static Contracts.TestCase ToWire(VsCase testCase) => new()
    {
        Id = testCase.Id,
        FullyQualifiedName = testCase.FullyQualifiedName,
        DisplayName = testCase.DisplayName,
        Source = testCase.Source,
        ExecutorUri = testCase.ExecutorUri.OriginalString,
        CodeFilePath = testCase.CodeFilePath,
        LineNumber = testCase.LineNumber,
        Traits = VsTraits.ToWire(testCase),
        Properties = VsProperties.ToWire(testCase),
    };

    /// <summary>
    /// The case as the adapter that discovered it knows it. The id is set, not computed: adapters may choose their own.
    /// </summary>
    /// <exception cref="FormatException">A property's value cannot be read; the message names it.</exception>
    public static VsCase FromWire(Contracts.TestCase testCase)
    {
        var target = new VsCase
        {
            FullyQualifiedName = testCase.FullyQualifiedName,
            ExecutorUri = new Uri(testCase.ExecutorUri),
            Source = testCase.Source,
            DisplayName = testCase.DisplayName,
            CodeFilePath = testCase.CodeFilePath,
            LineNumber = testCase.LineNumber,
            Id = testCase.Id,
        };
        VsTraits.FromWire(testCase.Traits, target);
        VsProperties.FromWire(testCase.Properties, target);
        return target;
    }
}
