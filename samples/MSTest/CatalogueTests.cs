using System.Net;
using Shop.Client;
using Shop.Server;

namespace Shop.Tests;

[TestClass]
[TestCategory("Smoke")]
public sealed class CatalogueTests : ShopTests
{
    private static IEnumerable<string> EverySku => Assortment.Products.Select(product => product.Sku);

    [TestMethod]
    [Owner("catalogue-team")]
    [DataRow("tea", 4)]
    [DataRow("COFFEE", 2)]
    [DataRow("café", 1)]
    [DataRow("wine", 0)]
    public async Task Search_finds_products_by_name_and_category(string term, int count)
    {
        var found = await Customer.Catalogue.SearchAsync(term);

        Assert.HasCount(count, found);
    }

    [TestMethod]
    [Owner("catalogue-team")]
    [DynamicData(nameof(EverySku))]
    public async Task Every_product_has_a_page(string sku)
    {
        var page = await Customer.Catalogue.OpenAsync(sku);

        Assert.AreEqual(Assortment.Find(sku), page);
    }

    [TestMethod]
    [Owner("catalogue-team")]
    public async Task An_unknown_product_is_not_found()
    {
        var refused = await Assert.ThrowsExactlyAsync<ShopRefusedException>(
            () => Customer.Catalogue.OpenAsync("TEA-99"));

        Assert.AreEqual(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.AreEqual("There is no product 'TEA-99'.", refused.Message);
    }
}
