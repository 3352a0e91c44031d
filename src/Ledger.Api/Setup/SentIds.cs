using JasperFx.Events;
using IEventStoreOperations = Marten.Events.IEventStoreOperations;

namespace Ledger.Api.Setup;

/// <summary>Streams by an id that somebody sent.</summary>
public static class SentIds
{
    /// <summary>The stream to be written to; null for an id of zeros, which is nobody's and by which none may be asked for.</summary>
    public static async Task<IEventStream<T>?> FindForWritingAsync<T>(this IEventStoreOperations events, Guid id, CancellationToken ct) where T : class
    {
        ArgumentNullException.ThrowIfNull(events);
        return id == Guid.Empty ? null : await events.FetchForWriting<T>(id, ct);
    }
}
