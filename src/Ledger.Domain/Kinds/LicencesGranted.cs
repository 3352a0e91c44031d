using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Licences were granted or facts confirmed (行政许可、行政确认): one entry is one batch and counts its cases, in 件.</summary>
[Kind("licence", "行政许可/确认", "Licences", KindGroup.H, 3)]
[Words("行政许可", "行政确认", "许可证", "行政审批", "许可", "办理…许可", "发放许可证", "发证", "办证", "准予许可", Not = ["行政许可法"])]
public sealed record LicencesGranted : Activity
{
    [Field("办理件数", "Cases", Unit = "件", Max = 1_000_000)]
    [Words("许可", "许可证", "确认", "审批", "发证", "办证", "办了", "发了")]
    public required int Cases { get; init; }

    public static readonly FigureDefinition Licences =
        FigureDefinition.Sum("licences", "行政许可/确认", "Licences", "件", "cases");

    public override IEnumerable<Line> Lines() => Licences.Sum(Cases);
}
