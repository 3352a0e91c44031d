using System.Runtime.CompilerServices;
using Ledger.Api.Erasures;
using Ledger.Api.Pages;
using Ledger.Documents.Sheets;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tables;

/// <summary>
/// Entries as a table. Of one kind, every field has its column, as in the kind's import template; of several kinds, the
/// common fields have theirs and each kind's own are told in one.
/// </summary>
public static class EntriesTable
{
    /// <summary>First column of ours and of templates; what stands in it is not data.</summary>
    public const string Ordinal = "序号";

    /// <summary>Where an entry stands: an entry made void is not logged again by an import.</summary>
    public const string Status = "状态";

    private static readonly IReadOnlyList<(SheetColumn Column, Func<EntryCard, SheetCell> Cell)> Standing =
    [
        (new(Status, 10), c => SheetCell.Of(Codes.LabelOf(c.Status))),
        (new("更正次数", 10) { Kind = CellKind.Number }, c => SheetCell.Of(c.Entry.Corrections)),
        (new("佐证份数", 10) { Kind = CellKind.Number }, c => SheetCell.Of(c.Entry.Evidence.Count)),
        (new("登记时间", 20) { Kind = CellKind.Time }, c => SheetCell.Of(ChinaCalendar.InChina(c.Entry.RecordedAt))),
        (new("登记人", 12), c => SheetCell.Of(c.Entry.RecordedBy)),
        (new("晚登天数", 10) { Kind = CellKind.Number }, c => SheetCell.Of(c.Entry.LateDays)),
        (new("登记版本", 10) { Kind = CellKind.Number }, c => SheetCell.Of(c.Entry.Version)),
        (new("登记编号", 38), c => SheetCell.Of(c.Id.ToString())),
    ];

    /// <summary>Headings that an import passes over, because they say where an entry stands and not what was done.</summary>
    public static IReadOnlyList<string> Aside { get; } = [Ordinal, "类别", .. Standing.Select(s => s.Column.Heading)];

    /// <param name="snapshot">The entries.</param>
    /// <param name="masks">How names are hidden; null where they are shown.</param>
    /// <param name="kind">Null where they are of several kinds.</param>
    public static Sheet Of(EntrySnapshot snapshot, Masks? masks, KindDefinition? kind)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var ordinal = new SheetColumn(Ordinal, 8) { Kind = CellKind.Number };
        var activity = kind is null ? [] : ActivityColumn.Of(kind);
        SheetColumn[] columns = [ordinal, .. kind is null ? Mixed.Select(m => m.Column) : activity.Select(c => c.Sheet with { Required = false }), .. Standing.Select(s => s.Column)];
        return new Sheet(kind?.Name ?? "台账", columns, SealedRows.Of(columns, Rows(snapshot, masks, activity), snapshot.Sequence, snapshot.Total));
    }

    private static async IAsyncEnumerable<IReadOnlyList<SheetCell>> Rows(EntrySnapshot snapshot, Masks? masks, IReadOnlyList<ActivityColumn> activity, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var number = 0;
        await foreach (var stored in snapshot.ReadAsync(ct))
        {
            var card = masks?.Of(stored) ?? stored;
            var cells = new List<SheetCell>(activity.Count + Mixed.Count + Standing.Count + 1) { SheetCell.Of(++number) };
            cells.AddRange(activity.Count > 0 ? ActivityCells.Of(card.Entry.Activity, activity) : Mixed.Select(m => m.Cell(card)));
            cells.AddRange(Standing.Select(s => s.Cell(card)));
            yield return cells;
        }
    }

    private static readonly IReadOnlyList<ActivityColumn> Common = [.. FieldDefinition.AllOf(typeof(Activity)).Select(f => new ActivityColumn(f))];

    private static readonly HashSet<string> CommonNames = [.. Common.Select(c => c.Field.Name)];

    private static readonly IReadOnlyList<(SheetColumn Column, Func<EntryCard, SheetCell> Cell)> Mixed =
    [
        (new("发生日期", 12) { Kind = CellKind.Date }, c => SheetCell.Of(c.OccurredOn)),
        (new("类别", 20), c => SheetCell.Of(Catalogue.FindKind(c.Kind)?.Name ?? c.Kind)),
        (new("标题", 28), c => SheetCell.Of(c.Title)),
        (new("具体内容", 48), c => SheetCell.Of(InWords(c.Entry.Activity))),
        .. Common.Where(c => c.Field.Name is not ("occurredOn" or "title"))
            .Select(column => (column.Sheet with { Required = false }, (Func<EntryCard, SheetCell>)(c => ActivityCells.Of(c.Entry.Activity, [column]).First()))),
    ];

    /// <summary>The fields of the kind's own, each with its label.</summary>
    private static string InWords(Activity activity) =>
        string.Join("；", FieldWords.Of(activity, english: false).Where(w => !CommonNames.Contains(w.Name)).Select(w => $"{w.Label}：{w.Text}"));
}
