using Ledger.Documents.Sheets;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Tables;

/// <summary>
/// The figures of a year as a table: a row for each figure and, below it, one for each of its parts. What nobody entered
/// has no value; a zero has, and the state says which zero it is.
/// </summary>
public static class FiguresTable
{
    private static readonly IReadOnlyList<SheetColumn> Columns =
    [
        new("指标代码", 26),
        new("类别", 14),
        new("指标", 28),
        new("分列", 16),
        new("分列项", 20),
        new("本年", 12) { Kind = CellKind.Number },
        new("约数", 8),
        new("单位", 8),
        new("状态", 12),
        new("上年", 12) { Kind = CellKind.Number },
        new("上年状态", 12),
        new("增减", 10) { Kind = CellKind.Number },
        new("分子", 10) { Kind = CellKind.Number },
        new("分母", 10) { Kind = CellKind.Number },
        new("登记条数", 10) { Kind = CellKind.Number },
        new("零报告说明", 30),
        new("口径版本", 10) { Kind = CellKind.Number },
        new("统计口径", 48),
    ];

    /// <param name="book">The year, now or as it was known.</param>
    /// <param name="lastYear">The year before as it was frozen; null if it never was.</param>
    /// <param name="enforcement">Whether the unit enforces law.</param>
    public static Sheet Of(YearBook book, IReadOnlyDictionary<string, Figure>? lastYear, bool enforcement)
    {
        ArgumentNullException.ThrowIfNull(book);
        var rows = Figure.ReadAll(book, enforcement).SelectMany(f => Rows(f, book, lastYear)).ToList();
        return new Sheet($"{book.Id}年指标", Columns, SealedRows.Of(Columns, rows.ToAsyncEnumerable(), book.Sequence, rows.Count));
    }

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(Figure figure, YearBook book, IReadOnlyDictionary<string, Figure>? lastYear)
    {
        var definition = Catalogue.FindFigure(figure.Code)!;
        var before = lastYear?.GetValueOrDefault(figure.Code);
        var (now, then) = (ValueOf(figure), before is null ? null : ValueOf(before));
        var nil = book.NilReturns.GetValueOrDefault(figure.Code);
        yield return
        [
            SheetCell.Of(figure.Code), SheetCell.Of(Codes.LabelOf(definition.Group)), SheetCell.Of(figure.Name), SheetCell.Empty, SheetCell.Empty,
            SheetCell.Of(now), SheetCell.Of(figure.Approximate ? "余" : null), SheetCell.Of(figure.Unit), SheetCell.Of(StateOf(figure)),
            SheetCell.Of(then), SheetCell.Of(before is null ? "上年未定稿" : StateOf(before)), SheetCell.Of(now - then),
            SheetCell.Of(figure.Numerator), SheetCell.Of(figure.Denominator), SheetCell.Of(figure.Entries),
            SheetCell.Of(figure.State == FigureState.NilConfirmed && nil is not null ? $"{nil.ConfirmedBy}：{nil.Reason}" : null),
            SheetCell.Of(figure.Rule.Version), SheetCell.Of(figure.Rule.Text),
        ];
        foreach (var (dimension, parts) in figure.Breakdown)
        {
            foreach (var (part, value) in parts)
            {
                yield return
                [
                    SheetCell.Of(figure.Code), SheetCell.Of(Codes.LabelOf(definition.Group)), SheetCell.Of(figure.Name),
                    SheetCell.Of(FigureWords.Dimension(figure.Code, dimension)), SheetCell.Of(FigureWords.Part(figure.Code, dimension, part)),
                    SheetCell.Of(value), SheetCell.Empty, SheetCell.Of(figure.Unit), .. Enumerable.Repeat(SheetCell.Empty, 10),
                ];
            }
        }
    }

    /// <summary>Nobody can say what was never entered, and over nothing there is no rate.</summary>
    private static decimal? ValueOf(Figure figure) => figure.State == FigureState.NeverEntered ? null : figure.Value;

    private static string StateOf(Figure figure) => figure.State switch
    {
        FigureState.Zero => "登记为零",
        FigureState.NilConfirmed => "零报告",
        FigureState.NeverEntered => "未登记",
        _ => "有数",
    };
}
