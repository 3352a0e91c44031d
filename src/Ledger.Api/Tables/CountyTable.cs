using Ledger.Api.Counties;
using Ledger.Documents.Sheets;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Reports;
using Ledger.Domain.Units;

namespace Ledger.Api.Tables;

/// <summary>A county's year as tables: its figures with every unit's beside them, and how far each unit's year is covered.</summary>
public static class CountyTable
{
    public static Sheet Figures(IReadOnlyList<Unit> units, CountyBook book)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(book);
        IReadOnlyList<SheetColumn> columns =
        [
            new("指标代码", 26), new("类别", 14), new("指标", 28), new("单位", 8),
            new("全县", 12) { Kind = CellKind.Number }, new("约数", 8),
            new("各单位合计", 12) { Kind = CellKind.Number }, new("其中联合重复", 12) { Kind = CellKind.Number }, new("口径版本", 10) { Kind = CellKind.Number },
            .. units.Select(u => new SheetColumn(u.ShortName, 12) { Kind = CellKind.Number }),
        ];
        var ofUnits = units.Select(u => Figure.ReadAll(book.Units[u.Id], enforcement: true).ToDictionary(f => f.Code)).ToList();
        var rows = GetCountyFigures.FiguresOf(units, book).Select(f => Row(f, ofUnits)).ToList();
        return new Sheet($"{book.Book.Id}年统计汇总", columns, SealedRows.Of(columns, rows.ToAsyncEnumerable(), book.Book.Sequence, rows.Count));
    }

    private static IReadOnlyList<SheetCell> Row(CountyFigure row, List<Dictionary<string, Figure>> units)
    {
        var figure = row.Figure;
        return
        [
            SheetCell.Of(figure.Code), SheetCell.Of(Codes.LabelOf(Catalogue.FindFigure(figure.Code)!.Group)), SheetCell.Of(figure.Name), SheetCell.Of(figure.Unit),
            SheetCell.Of(ValueOf(figure)), SheetCell.Of(figure.Approximate ? "余" : null), SheetCell.Of(row.UnitsSum), SheetCell.Of(row.JointOverlap), SheetCell.Of(figure.Rule.Version),
            .. units.Select(u => SheetCell.Of(u.GetValueOrDefault(figure.Code) is { } own ? ValueOf(own) : null)),
        ];
    }

    /// <summary>What nobody entered has no value; a zero that somebody confirmed has.</summary>
    private static decimal? ValueOf(Figure figure) => figure.State == FigureState.NeverEntered ? null : figure.Value;

    public static Sheet Coverage(IReadOnlyList<UnitCoverage> units, CountyBook book)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(book);
        IReadOnlyList<SheetColumn> columns =
        [
            new("单位代码", 20), new("单位", 30), new("性质", 12), new("登记条数", 10) { Kind = CellKind.Number }, new("最近活动", 12) { Kind = CellKind.Date }, new("最近登记", 12) { Kind = CellKind.Date },
            new("有数指标", 10) { Kind = CellKind.Number }, new("零报告", 10) { Kind = CellKind.Number }, new("未登记", 10) { Kind = CellKind.Number },
            new("定稿版次", 10) { Kind = CellKind.Number }, new("进度", 12), new("签发人", 12), new("签发日期", 12) { Kind = CellKind.Date },
            new("报送日期", 12) { Kind = CellKind.Date }, new("报送逾期天数", 12) { Kind = CellKind.Number }, new("报送", 34),
            new("公开日期", 12) { Kind = CellKind.Date }, new("公开逾期天数", 12) { Kind = CellKind.Number }, new("公开", 34), new("报送情况", 20),
        ];
        var rows = units.Select(u => (IReadOnlyList<SheetCell>)
        [
            SheetCell.Of(u.Unit), SheetCell.Of(u.Name), SheetCell.Of(u.Kind is { } kind ? Codes.LabelOf(kind) : null), SheetCell.Of(u.Entries), SheetCell.Of(u.LastDay), SheetCell.Of(u.LastLogged),
            SheetCell.Of(u.Counted), SheetCell.Of(u.NilConfirmed), SheetCell.Of(u.NeverEntered),
            .. Course(u.Report),
        ]).ToList();
        return new Sheet("报送情况", columns, SealedRows.Of(columns, rows.ToAsyncEnumerable(), book.Book.Sequence, rows.Count));
    }

    private static IEnumerable<SheetCell> Course(ReportCourse report)
    {
        var signed = report.Steps.LastOrDefault(s => s.Stage == EditionStage.Signed);
        return
        [
            SheetCell.Of(report.Editions), SheetCell.Of(report.Stage is { } stage ? Codes.LabelOf(stage) : "未定稿"), SheetCell.Of(signed?.By), SheetCell.Of(signed?.On),
            SheetCell.Of(report.Submission?.On), SheetCell.Of(report.Submission?.DaysLate), SheetCell.Of(report.Submission?.Text),
            SheetCell.Of(report.Publication?.On), SheetCell.Of(report.Publication?.DaysLate), SheetCell.Of(report.Publication?.Text), SheetCell.Of(Codes.LabelOf(report.Standing)),
        ];
    }
}
