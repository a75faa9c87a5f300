using System.Net;
using Shop.Client;
using Shop.Server;

namespace Shop.Tests;

[Trait("Category", "Smoke")]
[Trait("Owner", "catalogue-team")]
public sealed class CatalogueTests(TestedShop shop)
{
    public static TheoryData<string> EverySku => [.. Assortment.Products.Select(product => product.Sku)];

    [Theory]
    [InlineData("tea", 4)]
    [InlineData("COFFEE", 2)]
    [InlineData("café", 1)]
    [InlineData("wine", 0)]
    public async Task Search_finds_products_by_name_and_category(string term, int count)
    {
        var found = await shop.Customer.Catalogue.SearchAsync(term);

        Assert.Equal(count, found.Count);
    }

    [Theory]
    [MemberData(nameof(EverySku))]
    public async Task Every_product_has_a_page(string sku)
    {
        var page = await shop.Customer.Catalogue.OpenAsync(sku);

        Assert.Equal(Assortment.Find(sku), page);
    }

    [Fact]
    public async Task An_unknown_product_is_not_found()
    {
        var refused = await Assert.ThrowsAsync<ShopRefusedException>(
            () => shop.Customer.Catalogue.OpenAsync("TEA-99"));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal("There is no product 'TEA-99'.", refused.Message);
    }
}
