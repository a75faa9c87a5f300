namespace TestFlock.Core.Planning;

/// <summary>
/// What tests have in common, the widest last: it names a unit that is held together by several things.
/// </summary>
internal enum UnitKeyKind
{
    /// <summary>VSTest's id, by which an adapter is asked for a test and its result is known again.</summary>
    Id,

    /// <summary>Nothing: one test case by itself.</summary>
    Case,

    /// <summary>
    /// A name by which NUnit's adapter asks for several tests at once: see <see cref="NUnitSelection"/>.
    /// </summary>
    Selection,

    Method,

    Class,

    /// <summary>A collection, an order among classes, a resource: see <see cref="Declarations.Bond"/>.</summary>
    Bond,

    Assembly,

    /// <summary>The user's own word.</summary>
    Group,
}
