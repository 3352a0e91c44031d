using Marten;

namespace Ledger.Api.Calendars;

/// <summary>Send a unit's deadlines of a day; kept by the bus until it was done or given up.</summary>
public sealed record DeliverDeadlines(string Unit, DateOnly Day);

/// <summary>
/// What was sent is never sent again. Only a crash between the receiver's answer and its being noted repeats a delivery, with
/// the same name and the same bytes.
/// </summary>
public static class DeliverDeadlinesHandler
{
    /// <exception cref="WebhookFailedException">Not taken; the bus tries again.</exception>
    public static async Task Handle(DeliverDeadlines message, IDocumentStore store, WebhookSender sender, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(sender);
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<WebhookDay>(WebhookDay.IdOf(message.Unit, message.Day), ct) is not { SentAt: null, Body: { } body } day
            || await session.LoadAsync<Webhook>(message.Unit, ct) is not { } hook)
            return;
        var status = await sender.SendAsync(hook, day.Id, body, ct);
        var sent = status is >= 200 and < 300;
        session.Store(day with { Tries = day.Tries + 1, Status = status, SentAt = sent ? clock.GetUtcNow() : null });
        await session.SaveChangesAsync(ct);
        if (!sent)
            throw new WebhookFailedException($"{day.Id} was not taken");
    }
}
