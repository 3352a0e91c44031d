using Npgsql;
using static Ledger.Api.Erasures.ErasureOfName;

namespace Ledger.Api.Erasures;

/// <summary>
/// A database that changed a row keeps the old one in its files until the room is needed, in its write-ahead log, and as a
/// frequent value in its statistics. Tables are written anew by VACUUM FULL and looked at anew; of the log every segment is
/// ended and none used again.
/// </summary>
internal static class OldPages
{
    private const int MostRounds = 50;

    private const string Current = "pg_walfile_name(pg_current_wal_insert_lsn())";
    private const string Segments = "select count(*) from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$'";

    /// <param name="database">As its owner.</param>
    /// <param name="tables">What was made from events and has changed, beside the events and their leaves.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Null when nothing is left; otherwise why it could not be done, for whoever administers the server.</returns>
    public static async Task<string?> WipeAsync(NpgsqlDataSource database, IEnumerable<string> tables, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        try
        {
            foreach (var table in new SortedSet<string>(["ledger.mt_events", "log.leaves", "ledger.mt_doc_erasurerequest", .. tables], StringComparer.Ordinal))
                await ExecuteAsync(connection, $"vacuum (full, analyze) {table}", ct);
            await ExecuteAsync(connection, "vacuum (full) pg_catalog.pg_statistic", ct);
            await ExecuteAsync(connection, "alter system set wal_recycle = off", ct);
            await ExecuteAsync(connection, "select pg_reload_conf()", ct);
            return await EndLogAsync(connection, ct) ? null : "pg_wal";
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return refused.MessageText;
        }
        finally
        {
            await RestoreAsync(connection);
        }
    }

    /// <summary>Segments made ready before still hold what was last written in them: each is filled and ended, until only the current one is left.</summary>
    private static async Task<bool> EndLogAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            do
            {
                await ExecuteAsync(connection, "select pg_logical_emit_message(false, 'ledger', 'erased')", ct);
                await ExecuteAsync(connection, "select pg_switch_wal()", ct);
            }
            while (await CountAsync(connection, $"{Segments} and name > {Current}", ct) > 0);
            await ExecuteAsync(connection, "checkpoint", ct);
            if (await CountAsync(connection, $"{Segments} and name <> {Current}", ct) == 0)
                return true;
            // The archiver, or the new setting, takes a moment.
            await Task.Delay(100, ct);
        }

        return false;
    }

    private static async Task RestoreAsync(NpgsqlConnection connection)
    {
        try
        {
            await ExecuteAsync(connection, "alter system reset wal_recycle", CancellationToken.None);
            await ExecuteAsync(connection, "select pg_reload_conf()", CancellationToken.None);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Then it was never set.
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
#pragma warning disable CA2100 // fixed text
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
