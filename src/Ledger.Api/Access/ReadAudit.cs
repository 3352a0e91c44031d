using Ledger.Api.Setup;
using Npgsql;
using NpgsqlTypes;
using Wolverine.Http;

namespace Ledger.Api.Access;

/// <summary>A row of the audit log.</summary>
public sealed record AuditRow(long Id, DateTimeOffset At, string Kind, string Who, string? Unit, string? Subject, int? Status, string? Origin);

/// <summary>Rows from the newest on; more lie before <see cref="Next"/> if it is there.</summary>
public sealed record AuditPage(IReadOnlyList<AuditRow> Items, long? Next);

/// <summary>Read the audit log.</summary>
public static class ReadAudit
{
    [WolverineGet("/api/audit")]
    public static async Task<IResult> Get(string? who, string? what, string? of, DateTimeOffset? since, DateTimeOffset? until, long? before, int? size, HttpContext http, NpgsqlDataSource database, CancellationToken ct)
    {
        if (size is < 1 or > 500)
            return Results.Problem(http.Invalid([new("size", "每页 1 至 500 条", "A page has 1 to 500 rows")]));
        var most = size ?? 100;
        await using var command = database.CreateCommand(
            """
            select id, at, kind, who, unit, subject, status, origin from audit.log
            where ($1 is null or who = $1) and ($2 is null or kind = $2) and ($3 is null or unit = $3)
              and ($4 is null or at >= $4) and ($5 is null or at < $5) and ($6 is null or id < $6)
            order by id desc limit $7
            """);
        Add(NpgsqlDbType.Text, who);
        Add(NpgsqlDbType.Text, what);
        Add(NpgsqlDbType.Text, of);
        Add(NpgsqlDbType.TimestampTz, since?.ToUniversalTime());
        Add(NpgsqlDbType.TimestampTz, until?.ToUniversalTime());
        Add(NpgsqlDbType.Bigint, before);
        Add(NpgsqlDbType.Integer, most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<AuditRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new AuditRow(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3),
                Text(4), Text(5), reader.IsDBNull(6) ? null : reader.GetInt32(6), Text(7)));
        }

        return Results.Ok(new AuditPage(rows, rows.Count == most ? rows[^1].Id : null));

        void Add(NpgsqlDbType type, object? value) => command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
    }
}
