namespace TestFlock.Core.Settings;

/// <summary>
/// What is never split over slots. A trait <c>TestFlock.Group</c> overrides it for the tests that carry it.
/// </summary>
public enum UnitSize
{
    /// <summary>
    /// All rows of a method; the class or collection where the framework was told of an order or a lack of parallelism.
    /// </summary>
    Auto,

    /// <summary>Each test case alone; most even spread, most start-up cost, and no order is kept.</summary>
    Test,

    /// <summary>A class whole: its one-time set-up runs once.</summary>
    Class,

    /// <summary>A test assembly whole: only useful for a run over many assemblies.</summary>
    Assembly,
}
