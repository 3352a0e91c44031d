using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>How far sealing is behind the log.</summary>
/// <param name="Sealed">The last event that is sealed.</param>
/// <param name="Newest">The newest event there is.</param>
/// <param name="Seconds">How long the oldest unsealed event has waited; 0 where none waits.</param>
public sealed record SealingLag(long Sealed, long Newest, double Seconds)
{
    /// <summary>Events that are not sealed yet.</summary>
    public long Events => Newest - Sealed;

    // An imported event may be older than its commit, and the last sealing older than an event that has only just come: it
    // has waited no longer than either.
    private const string Sql = """
        select p.seq, coalesce((select max(seq_id) from ledger.mt_events), p.seq),
               extract(epoch from clock_timestamp() - greatest(
                   (select timestamp from ledger.mt_events where seq_id > p.seq order by seq_id limit 1),
                   (select sealed_at from log.leaves order by seq desc limit 1)))::float8
        from log.progress p
        """;

    public static async Task<SealingLag> ReadAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand(Sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var (done, newest) = (row.GetInt64(0), row.GetInt64(1));
        return new(done, Math.Max(done, newest), newest > done && !row.IsDBNull(2) ? Math.Round(Math.Max(0, row.GetDouble(2)), 3) : 0);
    }
}
