using System.Text.Json;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;

namespace Ledger.Api.Reports;

/// <summary>The report model as an official document: the one place where the ledger meets the document engine.</summary>
public static class ReportDocument
{
    public static OfficialDocument Of(ReportModel report, LayoutProfile profile)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new OfficialDocument
        {
            Title = report.Title,
            TitleIssuer = report.Unit.Name,
            Addressees = report.Addressees,
            Body = [.. report.Blocks.Select(Body)],
            Signature = new Signature(report.Unit.Name, report.IssuedOn),
            Annexes = [Statistics(report), Rules(report)],
            SampleMark = report.Unit.Sample ? "样例数据（虚构）" : null,
            Author = report.Unit.Name,
            IssuedAt = new DateTimeOffset(report.IssuedOn, TimeOnly.MinValue, TimeSpan.FromHours(8)),
            Identifier = $"{report.Unit.Id}/{report.Year}/{(report.Edition is { } n ? $"{n}" : "draft")}@{report.Sequence}",
            Files = [Figures(report)],
            Profile = profile,
            Head = new Head($"{report.Unit.Name}文件", report.DocumentNumber is { } number ? DocumentNumber.Parse(number) : null)
            {
                Signers = report.Signer is { } signer ? [signer] : [],
            },
            Imprint = new Imprint(report.Unit.Name, report.IssuedOn),
        };
    }

    private static Block Body(ReportBlock block) => block.Level > 0
        ? new Heading(block.Level, [.. block.Runs.Select(Run)])
        : new Paragraph([.. block.Runs.Select(Run)]);

    private static Run Run(ReportRun run) => new(run.Text)
    {
        FigureCode = run.Figure?.Split('/')[0],
        Strong = run.Strong,
    };

    private static Annex Statistics(ReportModel report) => new($"{report.Year}年度法治政府建设统计表",
    [
        new Table
        {
            Columns =
            [
                new TableColumn("指标", 4.2),
                new TableColumn("单位", 1.1, ColumnAlignment.Center),
                new TableColumn("本年", 1.5, ColumnAlignment.Decimal),
                new TableColumn("上年", 1.3, ColumnAlignment.Decimal),
                new TableColumn("增减", 1.3, ColumnAlignment.Decimal),
                new TableColumn("说明", 2, ColumnAlignment.Center),
            ],
            Rows = [.. report.Figures.GroupBy(f => Catalogue.FindFigure(f.Figure.Code)!.Group).SelectMany(g => g.Select(Row).Prepend(GroupRow(g.Key)))],
            Note = $"注：本表据截至第{report.Sequence}号事件的登记汇总；“零报告”经专人确认为零，“未登记”表示没有登记也未确认；上年数取自上年定稿，未定稿的以“—”表示。",
        },
    ]);

    private static TableRow GroupRow(KindGroup group) =>
        new([new TableCell([new Run(Codes.LabelOf(group)) { Strong = true }]) { ColumnSpan = 6, Alignment = ColumnAlignment.Left }]) { KeepWithNext = true };

    private static TableRow Row(ReportFigure row)
    {
        var (now, before) = (row.Figure, row.LastYear);
        var known = now.State != FigureState.NeverEntered;
        return new TableRow(
        [
            new TableCell([new Run(now.Name) { Place = EntryAnnexes.PlaceOf(Catalogue.FindFigure(now.Code)!.Kind) }]),
            new TableCell(now.Unit),
            new TableCell([new Run(known ? FigureText.Of(now) : "—") { FigureCode = now.Code }]),
            new TableCell(before is null ? "—" : FigureText.Of(before)),
            new TableCell(before is { Value: { } then } && now.Value is { } value ? Change(value - then) : "—"),
            new TableCell(now.State switch
            {
                FigureState.Zero => "登记为零",
                FigureState.NilConfirmed => "零报告",
                FigureState.NeverEntered => "未登记",
                _ => now.Approximate ? "含约数" : "",
            }),
        ])
        {
            Anchor = $"figure:{now.Code}",
            Headed = true,
        };
    }

    private static string Change(decimal change) => change > 0 ? $"+{FigureText.Number(change, false)}" : FigureText.Number(change, false);

    private static Annex Rules(ReportModel report) => new("指标口径",
    [
        new Table
        {
            Columns = [new TableColumn("指标", 2), new TableColumn("版本", 0.6, ColumnAlignment.Center), new TableColumn("口径", 5.1)],
            Rows = [.. report.Figures.Select(f => TableRow.Of(f.Figure.Name, $"{f.Figure.Rule.Version}", f.Figure.Rule.Text))],
            Note = "注：" + RuleText.ForAll,
        },
    ]);

    private static AttachedFile Figures(ReportModel report) => new(
        "figures.json",
        JsonSerializer.SerializeToUtf8Bytes(
            new { unit = report.Unit.Id, year = report.Year, edition = report.Edition, sequence = report.Sequence, figures = report.Figures.Select(f => f.Figure) },
            LedgerJson.Options),
        "application/json",
        "本报告各项指标的数值、分项和口径");
}
