using System.Net;
using Shop.Client;
using Shop.Server;

namespace Shop.Tests;

[Category("Smoke")]
[Property("Owner", "catalogue-team")]
public sealed class CatalogueTests : ShopTests
{
    private static IEnumerable<TestCaseData> EveryProduct =>
        Assortment.Products.Select(product => new TestCaseData(product).SetArgDisplayNames(product.Sku));

    [TestCase("tea", 4)]
    [TestCase("COFFEE", 2)]
    [TestCase("café", 1)]
    [TestCase("wine", 0)]
    public async Task Search_finds_products_by_name_and_category(string term, int count)
    {
        var found = await Customer.Catalogue.SearchAsync(term);

        Assert.That(found, Has.Count.EqualTo(count));
    }

    [TestCaseSource(nameof(EveryProduct))]
    public async Task Every_product_has_a_page(Product product)
    {
        var page = await Customer.Catalogue.OpenAsync(product.Sku);

        Assert.That(page, Is.EqualTo(product));
    }

    [Test]
    public void An_unknown_product_is_not_found()
    {
        Assert.That(
            () => Customer.Catalogue.OpenAsync("TEA-99"),
            Throws.TypeOf<ShopRefusedException>()
                .With.Property(nameof(ShopRefusedException.StatusCode)).EqualTo(HttpStatusCode.NotFound)
                .And.Message.EqualTo("There is no product 'TEA-99'."));
    }
}
