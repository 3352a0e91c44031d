using Ledger.Api.Access;
using Ledger.Domain.Figures;
using Marten;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// The newest event that changes what a unit sees: one of its own, or a joint one of others that names it. What was worked
/// out over a unit's log is kept until this moves on.
/// </summary>
public sealed class NewestEvent(IDocumentStore store, UnitDatabase database)
{
    // Set apart, or PostgreSQL looks for the newest by walking the whole log backwards until one names the unit.
    private const string Joint = $"with joint as materialized (select d.seq_id from ledger.mt_events d where {JointEvents.Naming}) select coalesce(max(seq_id), 0) from joint";

    public async Task<long> OfAsync(string unit, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand("select coalesce(max(seq_id), 0) from ledger.mt_events where tenant_id = $1", connection);
        command.Parameters.Add(new() { Value = unit });
        var own = (long)(await command.ExecuteScalarAsync(ct))!;
        await using var all = store.QuerySession();
        return Math.Max(own, (await all.AdvancedSql.QueryAsync<long>(Joint, ct, JointEvents.Unit(unit)))[0]);
    }
}
