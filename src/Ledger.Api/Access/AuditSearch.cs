using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Access;

/// <summary>What of the audit log is asked for; a null narrows nothing.</summary>
/// <param name="Who">A user name, <c>token:</c> and its id, or <c>guest</c>.</param>
/// <param name="What">Code of an <see cref="AuditKind"/>.</param>
/// <param name="Of">Code of a unit.</param>
/// <param name="Since">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="Before">Older than this row.</param>
/// <param name="Size">So many rows at most.</param>
public sealed record AuditFilter(string? Who = null, string? What = null, string? Of = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, long? Before = null, int Size = 100);

/// <summary>Reads the audit log, newest first; only what is asked about stands in the query, so that an index serves it.</summary>
public static class AuditSearch
{
    public static async Task<AuditPage> FindAsync(NpgsqlDataSource database, AuditFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(filter);
        await using var command = database.CreateCommand();
        var conditions = new List<string>();
        And("who =", NpgsqlDbType.Text, filter.Who);
        And("kind =", NpgsqlDbType.Text, filter.What);
        And("unit =", NpgsqlDbType.Text, filter.Of);
        And("at >=", NpgsqlDbType.TimestampTz, filter.Since?.ToUniversalTime());
        And("at <", NpgsqlDbType.TimestampTz, filter.Until?.ToUniversalTime());
        And("id <", NpgsqlDbType.Bigint, filter.Before);
        var where = conditions.Count == 0 ? "" : $"where {string.Join(" and ", conditions)}";
        // One more tells whether there are more.
        command.Parameters.Add(new() { Value = filter.Size + 1 });
#pragma warning disable CA2100 // fixed text and numbers
        command.CommandText = $"select id, at, kind, who, unit, subject, status, origin from audit.log {where} order by id desc limit ${command.Parameters.Count}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<AuditRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new AuditRow(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3),
                Text(4), Text(5), reader.IsDBNull(6) ? null : reader.GetInt32(6), Text(7)));
        }

        var more = rows.Count > filter.Size;
        return new AuditPage([.. rows.Take(filter.Size)], more ? rows[filter.Size - 1].Id : null);

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        void And(string condition, NpgsqlDbType type, object? value)
        {
            if (value is null)
                return;
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
            conditions.Add($"{condition} ${command.Parameters.Count}");
        }
    }
}
