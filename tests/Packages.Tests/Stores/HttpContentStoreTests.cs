using TestFlock.Core.Packages;
using TestFlock.Packages.Stores;
using TestFlock.Tests.Conformance.Packages;
using TestFlock.Tests.Servers;

namespace TestFlock.Packages.Tests.Stores;

public sealed class HttpContentStoreTests(NginxFixture nginx) : ContentStoreConformance, IClassFixture<NginxFixture>
{
    [Fact]
    public async Task Without_the_password_it_says_how_to_give_one()
    {
        var address = new UriBuilder(nginx.Server.Uri) { Password = "wrong" }.Uri;
        await using var store = new HttpContentStore(address, TimeProvider.System);

        var failure = await Should.ThrowAsync<PackageException>(PutAsync(store, NewName(), [1]));

        failure.Message.ShouldContain("401");
        failure.Message.ShouldContain("%NAME%");
        failure.Message.ShouldNotContain("wrong");
    }

    [Theory]
    [InlineData("small", "client_max_body_size")]
    [InlineData("read-only", "PUT")]
    [InlineData("no/such/folder", "folder must be there")]
    public async Task What_the_server_refuses_is_told_with_the_cure(string folder, string cure)
    {
        await using var store = new HttpContentStore(nginx.Server.UriOf(folder), TimeProvider.System);

        var failure = await Should.ThrowAsync<PackageException>(PutAsync(store, NewName(), new byte[2000]));

        failure.Message.ShouldContain(cure);
        failure.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_told_and_when_it_is_back_the_upload_works()
    {
        await using var server = new PrivateNginx();
        await using var store = new HttpContentStore(server.Uri, TimeProvider.System);
        var name = NewName();

        (await Should.ThrowAsync<PackageException>(PutAsync(store, name, [1]))).Message.ShouldContain(
            "cannot be reached");

        await server.StartAsync();
        await PutAsync(store, name, [1]);
        (await GetAsync(store, name)).ShouldBe([1]);
    }

    protected override Task<IContentStore> OpenAsync() =>
        Task.FromResult<IContentStore>(new HttpContentStore(nginx.Server.Uri, TimeProvider.System));
}
