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
}
