using Marten;

namespace Ledger.Api.Setup;

/// <summary>What begins a stream that may exist only once is done one after the other, on however many nodes.</summary>
public static class InTurn
{
    /// <summary>Waits until no one else holds this name; it is held until the session's transaction ends.</summary>
    public static async Task HoldAsync(this IDocumentSession session, string name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.BeginTransactionAsync(ct);
        await session.AdvancedSql.QueryAsync<int>("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))", ct, name);
    }

    /// <summary>Adds to a stream that begins with whatever happens to it first.</summary>
    public static async Task AppendInTurnAsync<T>(this IDocumentSession session, string name, Guid id, object e, CancellationToken ct) where T : class
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.HoldAsync($"{name}/{id}", ct);
        var stream = await session.Events.FetchForWriting<T>(id, ct);
        if (stream.CurrentVersion is null or 0)
            session.Events.StartStream<T>(id, e);
        else
            stream.AppendOne(e);
    }
}
