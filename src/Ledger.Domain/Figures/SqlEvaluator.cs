using Npgsql;
using NpgsqlTypes;

namespace Ledger.Domain.Figures;

/// <summary>
/// The second of the three evaluators: PostgreSQL adds up a unit's years from the event table alone, by the counting
/// rules as data. It reads no projection and runs no kind's <c>Lines()</c>; only totals leave the database.
/// </summary>
public static class SqlEvaluator
{
    /// <param name="database">Where the events are.</param>
    /// <param name="unit">Code of the unit.</param>
    /// <param name="year">One year, or null for every year the unit has events of.</param>
    /// <param name="upTo">The last sequence number that counts, or null for all there are.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="after">Only what comes after this sequence number; null for all from the first.</param>
    /// <returns>Year → cell → tally, cells that come to nothing left out.</returns>
    public static async Task<IReadOnlyDictionary<int, IReadOnlyDictionary<string, Tally>>> EvaluateAsync(
        NpgsqlDataSource database, string unit, int? year, long? upTo, CancellationToken ct, long? after = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = Command(connection, EvaluatorSql.Totals, unit, year, upTo, await StatedRules.ReadFiguresAsync(connection, ct), after);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var years = new Dictionary<int, Dictionary<string, Tally>>();
        while (await reader.ReadAsync(ct))
        {
            var number = reader.GetInt32(0);
            if (!years.TryGetValue(number, out var cells))
                years[number] = cells = [];
            cells[reader.GetString(1)] = new Tally(reader.GetDecimal(2), reader.GetInt32(3), reader.GetInt32(4));
        }

        return years.ToDictionary(y => y.Key, y => (IReadOnlyDictionary<string, Tally>)y.Value);
    }

    /// <summary>
    /// The entries that ever fed a figure of a unit's year, oldest first, those since taken back among them; where the
    /// rule finds none, all entries of the figure's kind.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> EntriesAsync(
        NpgsqlDataSource database, string unit, int year, string figure, long? upTo, int atMost, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = Command(connection, EvaluatorSql.Entries, unit, year, upTo, await StatedRules.ReadFiguresAsync(connection, ct));
        command.Parameters.Add(new() { Value = figure });
        command.Parameters.Add(new() { Value = atMost });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var entries = new List<Guid>();
        while (await reader.ReadAsync(ct))
            entries.Add(reader.GetGuid(0));
        return entries;
    }

    /// <summary>The figures whose zero stands confirmed, by year.</summary>
    public static async Task<ILookup<int, string>> NilReturnsAsync(
        NpgsqlDataSource database, string unit, int? year, long? upTo, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var command = Command(connection, EvaluatorSql.NilReturns, unit, year, upTo, null);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var confirmed = new List<(int Year, string Figure)>();
        while (await reader.ReadAsync(ct))
            confirmed.Add((reader.GetInt32(0), reader.GetString(1)));
        return confirmed.ToLookup(c => c.Year, c => c.Figure);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string unit, int? year, long? upTo, string? rules, long? after = null)
    {
        var command = new NpgsqlCommand(sql, connection);
        // A million events take their time; a default of half a minute is for pages, not for proofs.
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = unit, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)year ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = (object?)upTo ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        if (rules is not null)
        {
            command.Parameters.Add(new() { Value = StatedRules.KindsJson, NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = rules, NpgsqlDbType = NpgsqlDbType.Jsonb });
            command.Parameters.Add(new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        }

        return command;
    }
}
