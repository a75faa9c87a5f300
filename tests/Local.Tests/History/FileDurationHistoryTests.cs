using TestFlock.Core.History;
using TestFlock.Local.History;
using TestFlock.Testing;

namespace TestFlock.Local.Tests.History;

public sealed class FileDurationHistoryTests : IDisposable
{
    private static readonly TestKey Key = new(0xFEDC_BA98_7654_3210);

    private readonly string _folder = Directory.CreateTempSubdirectory("testflock-history-").FullName;
    private readonly FileDurationHistory _history;

    public FileDurationHistoryTests() =>
        _history = new FileDurationHistory(Path.Combine(_folder, "new"), new ManualTime());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Read_suite_that_never_ran_is_unknown() =>
        (await ReadAsync("shop")).Tests.ShouldBeEmpty();

    [Fact]
    public async Task Record_is_read_again_to_the_microsecond()
    {
        await RecordAsync("shop", 1_234_567);
        await RecordAsync("shop", 7);

        (await ReadAsync("shop")).Tests[Key].Durations.Select(d => d.TotalMicroseconds).ShouldBe([1_234_567, 7]);
    }

    [Fact]
    public async Task Suites_with_names_that_look_alike_as_files_are_kept_apart()
    {
        await RecordAsync("shop/a", 1);
        await RecordAsync("shop?a", 2);

        (await ReadAsync("shop/a")).Tests[Key].Expected.TotalMicroseconds.ShouldBe(1);
    }

    [Fact]
    public async Task Read_damaged_file_takes_the_lines_that_are_whole()
    {
        await RecordAsync("shop", 5);
        var file = Directory.GetFiles(Path.Combine(_folder, "new")).ShouldHaveSingleItem();
        await File.AppendAllLinesAsync(
            file, ["", "no key", "0123456789abcdef 20260101", "0123456789abcdef 20260101 -1", "0123456789abcdef 2026"]);

        (await ReadAsync("shop")).Tests.Keys.ShouldBe([Key]);
    }

    [Fact]
    public async Task Record_leaves_nothing_but_the_file()
    {
        await RecordAsync("shop", 1);
        await RecordAsync("shop", 2);

        Directory.GetFileSystemEntries(Path.Combine(_folder, "new")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Record_where_nothing_can_be_written_says_so_and_how_to_help()
    {
        // A file where the folder should be: no user, not even root, can write there.
        await File.WriteAllTextAsync(Path.Combine(_folder, "new"), "");

        var failure = await Should.ThrowAsync<HistoryException>(() => RecordAsync("shop", 1));

        failure.Message.ShouldContain("cannot be written");
        failure.Message.ShouldContain(_folder);
    }

    private Task<SuiteDurations> ReadAsync(string suite) => _history.ReadAsync(suite, CancellationToken.None);

    private Task RecordAsync(string suite, long microseconds) => _history.RecordAsync(
        suite,
        new Dictionary<TestKey, TimeSpan> { [Key] = TimeSpan.FromMicroseconds(microseconds) },
        CancellationToken.None);
}
