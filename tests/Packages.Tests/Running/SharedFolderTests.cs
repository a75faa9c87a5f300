using TestFlock.Contracts;
using TestFlock.Core.Packages;
using TestFlock.Packages.Running;
using TestFlock.Packages.Tests.Support;

namespace TestFlock.Packages.Tests.Running;

public sealed class SharedFolderTests : IDisposable
{
    private readonly ScratchFolder _output = new();

    public SharedFolderTests() => _output.Write("Suite.dll", "code");

    public void Dispose() => _output.Dispose();

    [Fact]
    public Task What_the_caller_found_is_accepted() => CheckAsync("Suite.dll", "code");

    [Fact]
    public async Task What_was_built_anew_is_told_also_to_an_agent_that_knew_it()
    {
        var shared = new SharedFolder();
        await CheckAsync("Suite.dll", "code", shared);
        _output.Write("Suite.dll", "built anew");

        (await Should.ThrowAsync<PackageException>(CheckAsync("Suite.dll", "code", shared)))
            .Message.ShouldContain("is not what the tests were discovered in");
        await CheckAsync("Suite.dll", "built anew", shared);
    }

    [Fact]
    public async Task A_path_that_this_machine_does_not_see_is_told_with_the_cure() =>
        (await Should.ThrowAsync<PackageException>(CheckAsync("Gone.dll", "code"))).Message.ShouldContain(
            "Source=\"upload\"");

    [Fact]
    public async Task A_path_that_leads_elsewhere_is_not_even_read() =>
        (await Should.ThrowAsync<PackageException>(CheckAsync("../../etc/passwd", "code"))).Message.ShouldContain(
            "leads elsewhere");

    private Task CheckAsync(string path, string content, SharedFolder? shared = null) =>
        (shared ?? new SharedFolder()).CheckAsync(
        new RunPackage
        {
            Origin = PackageOrigin.Shared,
            Folder = _output.Path,
            Hashes = new Dictionary<string, string> { [path] = ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(content)).Hex },
        },
        default);
}
