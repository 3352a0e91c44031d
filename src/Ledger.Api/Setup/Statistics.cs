using Npgsql;

namespace Ledger.Api.Setup;

/// <summary>
/// What PostgreSQL knows of its tables and plans by, renewed at once where much was written at once: of its own accord it
/// looks at them up to a minute later, and would plan for small tables until then.
/// </summary>
public static class Statistics
{
    // By pages, which are known at once; counters of rows come later than what they count.
    private const string Grown = $"""
        select format('analyze %I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('{Store.Schema}', 'log', 'audit') and c.relkind = 'r'
          and pg_relation_size(c.oid) / current_setting('block_size')::int > 64 + 1.25 * greatest(c.relpages, 0)
        """;

    /// <returns>How many tables had grown.</returns>
    public static async Task<int> RenewAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        var commands = new List<string>();
        await using (var find = database.CreateCommand(Grown))
        await using (var rows = await find.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                commands.Add(rows.GetString(0));
        }

        foreach (var command in commands)
        {
            await using var analyze = database.CreateCommand(command);
            analyze.CommandTimeout = 0;
            await analyze.ExecuteNonQueryAsync(ct);
        }

        return commands.Count;
    }
}
