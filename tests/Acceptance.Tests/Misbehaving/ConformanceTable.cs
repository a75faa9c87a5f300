namespace TestFlock.Acceptance.Tests.Misbehaving;

/// <summary>
/// All that can go wrong in a class, by what is tried again and whether the class is incremental, for each framework
/// and each isolation.
/// </summary>
/// <remarks>
/// The whole table is run by who sets <c>TESTFLOCK_WHOLE_TABLE=1</c>. Without it each cell is tried in one of the
/// frameworks, and each row in one of its columns in process isolation.
/// </remarks>
public static class ConformanceTable
{
    private static readonly (string Scope, bool IsIncremental)[] Columns =
        [("test", false), ("class", false), ("test", true), ("class", true)];

    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable("TESTFLOCK_WHOLE_TABLE") == "1";

    public static IReadOnlyList<MisbehavingClass> Of(Dialect dialect, string isolation) =>
    [
        .. Rows(dialect, isolation).Select(cell =>
            Misbehaviour.All[cell.Row].ToClass(Columns[cell.Column].Scope, Columns[cell.Column].IsIncremental, isolation)),
        .. PluginExamples.In(isolation).Where((_, example) => IsWhole || IsKept(dialect, example, 0, isolation == "warm")),
    ];

    private static IEnumerable<(int Row, int Column)> Rows(Dialect dialect, string isolation) =>
        from row in Enumerable.Range(0, Misbehaviour.All.Count)
        from column in Enumerable.Range(0, Columns.Length)
        let isOfProcess = row % Columns.Length == column
        where IsWhole || IsKept(dialect, row, column, isOfProcess == (isolation == "process"))
        select (row, column);

    private static bool IsKept(Dialect dialect, int row, int column, bool isOfIsolation)
    {
        var framework = Dialect.All.ToList().IndexOf(dialect);
        return isOfIsolation && (row + column) % 3 == framework;
    }
}
