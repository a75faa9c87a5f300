namespace TestFlock.Core.Settings;

/// <summary>What runs again when a test failed.</summary>
public enum RetryScope
{
    /// <summary>The test alone: cheapest, wrong where tests of a class build on each other.</summary>
    Test,

    /// <summary>Its class whole, from a clean state: right where they do, and as dear as the class.</summary>
    Class,
}
