using Marten;

namespace Ledger.Api.Entries;

/// <summary>How many duplicates stand behind an entry: it cannot be made void and leave them all uncounted.</summary>
public static class MergedInto
{
    private const string Sql = """
        select count(*)::int from ledger.mt_events m
        where m.tenant_id = ? and m.type = 'entry_merged' and m.data ->> 'into' = ?
          and not exists (select from ledger.mt_events p where p.tenant_id = m.tenant_id and p.stream_id = m.stream_id and p.type = 'entry_parted' and p.version > m.version)
        """;

    public static async Task<int> CountAsync(IQuerySession session, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        await using var all = session.DocumentStore.QuerySession();
        return (await all.AdvancedSql.QueryAsync<int>(Sql, ct, session.TenantId, id.ToString()))[0];
    }
}
