using System.Globalization;
using Ledger.Api.Reports;
using Ledger.Documents;
using Ledger.Domain.Figures;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;

namespace Ledger.Api.InspectionPacks;

/// <summary>The pack's index as an official document: what was asked for, the figures, the entries, the evidence.</summary>
public static class PackDocument
{
    public static OfficialDocument Of(Unit unit, PackSelection selection, YearBook book, IReadOnlyList<IndexedEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(selection);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(entries);
        var day = DateOnly.FromDateTime((book.KnownAt ?? new DateTimeOffset(selection.Year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))).DateTime);
        var evidence = entries.Sum(e => e.Entry.Evidence.Count);
        return new OfficialDocument
        {
            Title = $"{unit.Name}{selection.Year}年度法治建设工作检查档案目录",
            TitleIssuer = unit.Name,
            Body =
            [
                new Paragraph($"本档案收录{Day(selection.From)}至{Day(selection.To)}{Asked(selection)}的登记{Number(entries.Count)}条、佐证材料{Number(evidence)}份，数据截至第{book.Sequence}号事件。"),
                new Paragraph("登记的编号为首次登记的事件序号。档案包内每个文件的SHA-256列于manifest.sha256，可用sha256sum -c逐一核对；佐证材料以编号开头命名。"),
            ],
            Annexes = [Figures(selection, book, unit), .. entries.Count == 0 ? [] : Lists(entries, evidence)],
            Signature = new Signature(unit.Name, day),
            SampleMark = unit.Sample ? "样例数据（虚构）" : null,
            Author = unit.Name,
            IssuedAt = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(8)),
            Identifier = $"{unit.Id}/{selection.Year}/inspection@{book.Sequence}",
            Profile = LayoutProfile.Public,
        };
    }

    private static IEnumerable<Annex> Lists(IReadOnlyList<IndexedEntry> entries, int evidence)
    {
        List<IndexedEntry> shown = [.. entries];
        yield return EntryAnnexes.Index(shown, "注：编号为首次登记的事件序号，已作废的不列；参与性工作不计入主指标。");
        if (evidence > 0)
            yield return EntryAnnexes.Evidence(shown, "注：编号同登记索引；SHA-256全值见manifest.sha256。");
    }

    private static Annex Figures(PackSelection selection, YearBook book, Unit unit)
    {
        var figures = selection.Figures.Count == 0 ? Figure.ReadAll(book, unit.Enforcement).Where(f => f.Entries > 0) : selection.Figures.Select(f => Figure.Read(f, book));
        return new Annex("全年指标",
        [
            new Table
            {
                Columns = [new TableColumn("指标", 3), new TableColumn("单位", 0.8, ColumnAlignment.Center), new TableColumn("全年", 1.2, ColumnAlignment.Decimal), new TableColumn("口径", 5)],
                Rows = [.. figures.Select(f => TableRow.Of(f.Name, f.Unit, f.State == FigureState.NeverEntered ? "未登记" : FigureText.Of(f), f.Rule.Text))],
                Note = "注：全年数不受所选日期限制。" + RuleText.ForAll,
            },
        ]);
    }

    private static string Asked(PackSelection selection) =>
        selection.Figures.Count == 0 ? "" : $"计入{string.Join("、", selection.Figures.Select(f => f.Name))}";

    private static string Day(DateOnly day) => FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
