using Npgsql;

namespace Ledger.Api.Erasures;

/// <summary>
/// A database that changed a row keeps the old one in its files until the room is needed, and in its write-ahead log. Both
/// are written anew: tables by VACUUM FULL, the log by ending its segments and letting none be used again.
/// </summary>
internal static class OldPages
{
    private const int MostSegments = 200;

    /// <returns>Null when nothing is left; otherwise why it could not be done, for whoever administers the server.</returns>
    public static async Task<string?> WipeAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            foreach (var table in await ChangedAsync(connection, ct))
                await ErasureOfName.ExecuteAsync(connection, $"vacuum (full) {table}", ct);
            await ErasureOfName.ExecuteAsync(connection, "alter system set wal_recycle = off", ct);
            await ErasureOfName.ExecuteAsync(connection, "select pg_reload_conf()", ct);
            await ErasureOfName.ExecuteAsync(connection, "checkpoint", ct);
            // Segments made ready earlier still hold what was written in them: each is filled and ended.
            for (var segments = 0; segments < MostSegments; segments++)
            {
                await ErasureOfName.ExecuteAsync(connection, "select pg_logical_emit_message(false, 'ledger', 'erased')", ct);
                await ErasureOfName.ExecuteAsync(connection, "select pg_switch_wal()", ct);
                await using var ready = new NpgsqlCommand("select count(*) from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_insert_lsn())", connection);
                if (await ready.ExecuteScalarAsync(ct) is 0L)
                    break;
            }

            await ErasureOfName.ExecuteAsync(connection, "checkpoint", ct);
            await ErasureOfName.ExecuteAsync(connection, "alter system reset wal_recycle", ct);
            await ErasureOfName.ExecuteAsync(connection, "select pg_reload_conf()", ct);
            return null;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ObjectNotInPrerequisiteState)
        {
            return refused.MessageText;
        }
    }

    private static async Task<List<string>> ChangedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('ledger', 'log', 'wolverine') and c.relkind = 'r' and c.relpersistence = 'p' order by 1", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var tables = new List<string>();
        while (await rows.ReadAsync(ct))
            tables.Add(rows.GetString(0));
        return tables;
    }
}
