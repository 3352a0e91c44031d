using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Units;
using Ledger.Domain.Years;
using Marten;
using Npgsql;

namespace Ledger.Api.Importing;

/// <summary>What an import would do, row by row, held against the ledger as it stands.</summary>
public sealed record ImportPlan(string Sha256, KindDefinition Kind, string Sheet, int HeadingRow, IReadOnlyList<ImportRow> Rows, IReadOnlyList<Problem> Notes)
{
    public int Count(ImportState state) => Rows.Count(r => r.State == state);

    public IEnumerable<CellProblem> Problems => Rows.SelectMany(r => r.Problems);

    internal static async Task<ImportPlan> MakeAsync(ImportTable table, KindDefinition kind, string unit, IQuerySession session, UnitDatabase database, Freshness freshness, TimeProvider clock, CancellationToken ct)
    {
        var rows = new ImportReader(table, kind, unit, ChinaCalendar.Today(clock)).Rows().ToList();
        var frozen = await FrozenAsync(session, unit, rows, ct);
        var there = await ThereAsync(database, unit, rows, ct);
        rows = [.. rows.Select(r => r.State != ImportState.Ready ? r
            : there.Contains(r.Id) ? r with { State = ImportState.Repeated }
            : r.Activity!.LateReason is null && frozen.Contains(r.Activity.OccurredOn.Year) ? Late(r, table.Headings)
            : r)];
        rows = await JointAsync(session, unit, rows, table.Headings, ct);
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        var near = await NearEntries.FindAsync(session, kind, [.. rows.Where(r => r.State == ImportState.Ready)], ct);
        rows = [.. rows.Select(r => near.TryGetValue(r.Id, out var alike) && r.State == ImportState.Ready ? r with { State = ImportState.Alike, Alike = alike } : r)];
        return new ImportPlan(table.Sha256, kind, table.Sheet.Name, table.Headings.Row, rows, [.. table.Notes, .. Told(rows)]);
    }

    /// <summary>What people should know of rows that will be logged, said once for all of them.</summary>
    private static IEnumerable<Problem> Told(IReadOnlyList<ImportRow> rows) => rows
        .Where(r => r.State is ImportState.Ready or ImportState.Alike && r.Note is not null)
        .GroupBy(r => r.Note!)
        .Select(g => (Note: g.Key, Numbers: string.Join("、", g.Take(10).Select(r => r.Number)), Count: g.Count()))
        .Select(g => new Problem("", $"第{g.Numbers}行{(g.Count > 10 ? $"等 {g.Count} 行" : "")}{g.Note.Message}", $"Row(s) {g.Numbers}{(g.Count > 10 ? $" and more, {g.Count} in all" : "")}: {g.Note.EnglishMessage}"));

    private static ImportRow Late(ImportRow row, ImportHeadings headings)
    {
        var (at, column) = headings.Columns.FirstOrDefault(c => c.Value.Field.Name == "lateReason");
        return row with
        {
            State = ImportState.Faulty,
            Problems = [new CellProblem(row.Number, column is null ? null : Documents.Sheets.SheetColumns.Name(at), "补录原因", LogEntry.Late(row.Activity!.OccurredOn.Year))],
        };
    }

    /// <summary>The joint units of a row are held to the same rule as those of a form.</summary>
    private static async Task<List<ImportRow>> JointAsync(IQuerySession session, string unit, List<ImportRow> rows, ImportHeadings headings, CancellationToken ct)
    {
        if (!rows.Exists(r => r.Activity?.JointUnits is { Count: > 0 }))
            return rows;
        // The units themselves are no unit's rows.
        await using var all = session.DocumentStore.QuerySession();
        if (await all.LoadAsync<Unit>(unit, ct) is not { } host)
            return rows;
        var peers = (await all.Query<Unit>().Where(u => u.County == host.County).Select(u => u.Id).ToListAsync(ct)).ToHashSet();
        var (at, column) = headings.Columns.FirstOrDefault(c => c.Value.Field.Name == "jointUnits");
        return [.. rows.Select(r => r.State == ImportState.Ready && JointRules.Check(r.Activity!, host, peers, []).ToList() is { Count: > 0 } wrong
            ? r with { State = ImportState.Faulty, Problems = [.. wrong.Select(p => new CellProblem(r.Number, column is null ? null : Documents.Sheets.SheetColumns.Name(at), "联合单位", p))] }
            : r)];
    }

    private static async Task<HashSet<int>> FrozenAsync(IQuerySession session, string unit, List<ImportRow> rows, CancellationToken ct)
    {
        var frozen = new HashSet<int>();
        foreach (var year in rows.Select(r => r.Activity?.OccurredOn.Year).OfType<int>().Distinct())
        {
            if (await session.LoadAsync<Year>(Year.StreamOf(unit, year), ct) is { Frozen: true })
                frozen.Add(year);
        }

        return frozen;
    }

    /// <summary>Asked of the streams themselves, which are never behind.</summary>
    private static async Task<HashSet<Guid>> ThereAsync(UnitDatabase database, string unit, List<ImportRow> rows, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(unit, ct);
        await using var command = new NpgsqlCommand("select id from ledger.mt_streams where tenant_id = $1 and id = any($2)", connection);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = rows.Where(r => r.Id != default).Select(r => r.Id).ToArray() });
        var there = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            there.Add(reader.GetGuid(0));
        return there;
    }
}
