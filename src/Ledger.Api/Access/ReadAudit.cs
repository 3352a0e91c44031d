using Ledger.Api.Setup;
using Npgsql;
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
    public static async Task<IResult> Get(string? who, string? what, string? of, DateTimeOffset? since, DateTimeOffset? until, long? before, int? size, HttpContext http, NpgsqlDataSource database, CancellationToken ct) =>
        size is < 1 or > 500
            ? Results.Problem(http.Invalid([new("size", "每页 1 至 500 条", "A page has 1 to 500 rows")]))
            : Results.Ok(await AuditSearch.FindAsync(database, new(who, what, of, since, until, before, size ?? 100), ct));
}
