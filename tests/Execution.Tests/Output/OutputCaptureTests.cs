using TestFlock.Execution.Output;
using TestFlock.Execution.Secrets;

namespace TestFlock.Execution.Tests.Output;

public sealed class OutputCaptureTests
{
    [Fact]
    public async Task CopyAsync_a_secret_is_not_in_the_file()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("testflock-").FullName, "console.log");
        using (var capture = new OutputCapture(path, 1024, new SecretValues(["pa55word-of-the-shop"])))
        {
            capture.Write("dotnet test --password pa55word-of-the-shop\n");
            using var stream = new MemoryStream("logged in with pa55word-of-the-shop\n"u8.ToArray());
            await capture.CopyAsync(stream, lines: null, CancellationToken.None);
        }

        (await File.ReadAllTextAsync(path)).ShouldBe("dotnet test --password ***\nlogged in with ***\n");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
