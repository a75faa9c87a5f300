namespace Shop.Client;

public sealed class OrdersPage(HttpClient http)
{
    private static readonly TimeSpan PollingInterval = TimeSpan.FromMilliseconds(100);

    public async Task<Order> TrackAsync(string id)
    {
        using var response = await http.GetAsync($"orders/{id}");
        return await response.ReadAsync<Order>();
    }

    public async Task<string> InvoiceAsync(string id)
    {
        using var response = await http.GetAsync($"orders/{id}/invoice");
        await response.ThrowIfRefusedAsync();
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Looks again and again, as an impatient customer does, until the order is on its way.</summary>
    public async Task<Order> WaitUntilShippedAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var order = await TrackAsync(id);
            if (order.Status == OrderStatus.Shipped)
                return order;
            await Task.Delay(PollingInterval, cancellationToken);
        }
    }
}
