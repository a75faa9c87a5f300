using System.Net.Http.Json;

namespace Shop.Client;

/// <summary>Reads what the shop answered; a refusal becomes a <see cref="ShopRefusedException"/>.</summary>
internal static class Answer
{
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response)
    {
        await response.ThrowIfRefusedAsync();
        return await response.Content.ReadFromJsonAsync<T>()
            ?? throw new InvalidOperationException($"{response.RequestMessage?.RequestUri} answered with nothing.");
    }

    public static async Task ThrowIfRefusedAsync(this HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return;

        var refusal = await response.Content.ReadFromJsonAsync<Refusal>();
        throw new ShopRefusedException(response.StatusCode, refusal?.Reason ?? "(no reason given)");
    }
}
