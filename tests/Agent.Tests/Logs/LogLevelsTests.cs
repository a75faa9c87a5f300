using Microsoft.Extensions.Logging;
using TestFlock.Agent.Logs;

namespace TestFlock.Agent.Tests.Logs;

public sealed class LogLevelsTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(null, LogLevel.Debug)]
    [InlineData("", LogLevel.Debug)]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("Information", LogLevel.Information)]
    [InlineData("warning", LogLevel.Warning)]
    [InlineData("ERROR", LogLevel.Error)]
    public void OfCoordinator_variable_isItsLevel(string? named, LogLevel level) =>
        LogLevels.OfCoordinator(_ => named).ShouldBe(level);

    [Theory]
    [InlineData("loud")]
    [InlineData("3")]
    [InlineData("none")]
    public void OfCoordinator_noLevel_namesPlaceValueAndCure(string named) =>
        Should.Throw<InvalidDataException>(() => LogLevels.OfCoordinator(_ => named)).Message.ShouldBe(
            $"TESTFLOCK_LOG_LEVEL: '{named}' is no log level. Write one of debug, information, warning, error.");

    [Fact]
    public void File_level_leavesOutWhatIsBelow()
    {
        using (var loggers = new LoggerFactory([new FileLoggerProvider(_file, LogLevel.Warning, TimeProvider.System)]))
        {
            var logger = loggers.CreateLogger("Shop");
            foreach (var level in new[] { LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error })
                logger.Log(level, default, level, null, (said, _) => $"It is {said}.");
        }

        var lines = File.ReadAllLines(_file);
        lines.Length.ShouldBe(2);
        lines[0].ShouldEndWith(" Warning Shop[0] It is Warning.");
        lines[1].ShouldEndWith(" Error Shop[0] It is Error.");
    }
}
