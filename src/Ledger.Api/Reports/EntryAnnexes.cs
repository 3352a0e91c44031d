using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;

namespace Ledger.Api.Reports;

/// <summary>
/// What stands behind the figures, in print: every entry with what it counts for, every piece of evidence with its hash,
/// and the entries themselves as a file. A copy for the public holds the entries that are marked public.
/// </summary>
public static class EntryAnnexes
{
    public static OfficialDocument With(OfficialDocument document, IReadOnlyList<IndexedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(entries);
        List<IndexedEntry> shown = document.Profile == LayoutProfile.Public
            ? [.. entries.Where(e => e.Entry.Activity.Openness == Openness.Public)]
            : [.. entries];
        var file = Lines(shown);
        var annexes = document.Annexes.Append(EntryCharts.Of(shown)).Append(Index(shown, NoteOf(entries.Count - shown.Count, file)));
        if (shown.Exists(e => e.Entry.Evidence.Count > 0))
            annexes = annexes.Append(Evidence(shown, "注：编号同登记索引；SHA-256全值见附带文件。"));
        return document with { Annexes = [.. annexes], Files = [.. document.Files, file] };
    }

    /// <summary>Where the index begins to list a kind: the row of each of its figures leads there.</summary>
    public static string PlaceOf(string kind) => $"entries:{kind}";

    private static string NoteOf(int hidden, AttachedFile file) =>
        "注：编号为首次登记的事件序号，已作废的不列；参与性工作不计入主指标。"
        + (hidden > 0 ? $"另有{hidden}条登记为内部，不在公开版中列出。" : "")
        + $"全文见附带文件{file.Name}，其SHA-256为{InGroups(Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)))}。";

    internal static Annex Index(List<IndexedEntry> shown, string note) => new("登记索引",
    [
        new Table
        {
            Columns =
            [
                new TableColumn("编号", 1.0, ColumnAlignment.Center),
                new TableColumn("日期", 1.85, ColumnAlignment.Center),
                new TableColumn("事项", 4.15),
                new TableColumn("计入指标", 4.6),
                new TableColumn("佐证", 0.9, ColumnAlignment.Center),
            ],
            Rows = [.. shown.GroupBy(e => Catalogue.KindOf(e.Entry.Activity)).SelectMany(kind => kind.Select(Row).Prepend(KindRow(kind.Key, kind.Count())))],
            Note = note,
        },
    ]);

    private static TableRow KindRow(KindDefinition kind, int count) => new(
    [
        new TableCell([new Run($"{kind.Name}（{count.ToString(CultureInfo.InvariantCulture)}条）") { Strong = true }]) { ColumnSpan = 5, Alignment = ColumnAlignment.Left },
    ])
    {
        Anchor = PlaceOf(kind.Code),
        KeepWithNext = true,
    };

    private static TableRow Row(IndexedEntry indexed)
    {
        var (entry, activity) = (indexed.Entry, indexed.Entry.Activity);
        return TableRow.Of(
            indexed.Number.ToString(CultureInfo.InvariantCulture),
            FormattableString.Invariant($"{activity.OccurredOn.Month}月{activity.OccurredOn.Day}日"),
            activity.Title ?? Catalogue.KindOf(activity).Name,
            activity.Role == Role.Participant ? "参与" : string.Join("；", activity.Lines().Select(Counted)),
            entry.Evidence.Count == 0 ? "" : entry.Evidence.Count.ToString(CultureInfo.InvariantCulture))
            with
        { Headed = true };
    }

    private static string Counted(Line line)
    {
        var figure = Catalogue.FindFigure(line.Figure)!;
        return line switch
        {
            { Denominator: { } of } => $"{figure.Name} {FigureText.Number(line.Amount, line.Inexact)}/{FigureText.Number(of, false)}",
            { Key: { } name } => $"{figure.Name}：{name}",
            _ => $"{figure.Name} {FigureText.Number(line.Amount, line.Inexact)}{figure.Unit}",
        };
    }

    internal static Annex Evidence(List<IndexedEntry> shown, string note) => new("佐证材料目录",
    [
        new Table
        {
            Columns =
            [
                new TableColumn("编号", 1.1, ColumnAlignment.Center),
                new TableColumn("材料", 5),
                new TableColumn("大小", 1.6, ColumnAlignment.Right),
                new TableColumn("SHA-256（前16位）", 3, ColumnAlignment.Center),
            ],
            Rows =
            [
                .. shown.SelectMany(e => e.Entry.Evidence.Select(file => TableRow.Of(
                    e.Number.ToString(CultureInfo.InvariantCulture), file.FileName, Size(file.Size), file.Sha256[..16]))),
            ],
            Note = note,
        },
    ]);

    private static string Size(long bytes) => bytes < 1_000_000
        ? FormattableString.Invariant($"{(bytes + 999) / 1000} KB")
        : FormattableString.Invariant($"{bytes / 1e6:0.0} MB");

    /// <summary>In groups of eight: a line may end between them.</summary>
    private static string InGroups(string hash) => string.Join(' ', hash.Chunk(8).Select(group => new string(group)));

    private static AttachedFile Lines(List<IndexedEntry> entries)
    {
        var lines = new StringBuilder();
        foreach (var (number, entry) in entries)
            lines.Append(JsonSerializer.Serialize(new { number, kind = Catalogue.KindOf(entry.Activity).Code, entry }, LedgerJson.Options)).Append('\n');
        return new AttachedFile("entries.jsonl", Encoding.UTF8.GetBytes(lines.ToString()), "application/x-ndjson", "各项指标背后的登记，每行一条");
    }
}
