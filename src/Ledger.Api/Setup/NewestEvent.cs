using Ledger.Domain.Figures;
using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// The newest event that changes what a unit sees: one of its own, or a joint one of others that names it. What was worked
/// out over a unit's log is kept until this moves on.
/// </summary>
public sealed class NewestEvent(NpgsqlDataSource database)
{
    // Asked as the owner: as the role that sees one unit alone, PostgreSQL takes the policies for a reason to walk the log
    // of all units backwards, which is long for a unit that has been quiet. The joint ones are set apart for the same end.
    private const string Sql = $"""
        with joint as materialized (select seq_id from ledger.mt_events where {JointEvents.NamingFirst})
        select greatest(
            (select coalesce(max(seq_id), 0) from ledger.mt_events where tenant_id = $1),
            (select coalesce(max(seq_id), 0) from joint))
        """;

    public async Task<long> OfAsync(string unit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = unit });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
