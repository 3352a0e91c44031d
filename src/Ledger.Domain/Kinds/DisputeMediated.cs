using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Disputes were mediated (调解纠纷): one entry is one batch and counts its cases, in 件.</summary>
[Kind("mediation", "调解纠纷", "Mediation", KindGroup.G, 3)]
[Words("调解", "调解…纠纷", "调处", "调处…纠纷", "人民调解", "矛盾纠纷", "化解…纠纷", "化解…矛盾", "调…矛盾", "调了…纠纷", "调…起", "邻里纠纷", "家庭纠纷", "宅基地纠纷", Not = ["调解结案"])]
public sealed record DisputeMediated : Activity
{
    [Field("调解件数", "Cases", Unit = "件", Max = 100_000)]
    [Words("纠纷", "调解", "调处", "化解", "矛盾", "调了")]
    public required int Cases { get; init; }

    [Field("调解成功", "Succeeded", Unit = "件", Max = 100_000, AtMost = nameof(Cases))]
    [Words("成功", "达成协议", "达成调解协议", "调成", "签了协议", All = ["签了协议", "签…协议书", "成功调解", "成功调处", "成功化解", "达成协议", "达成调解协议", "调成了", "都成了", "握手言和", "纠纷…成了", "矛盾…成了"])]
    public int? Succeeded { get; init; }

    public static readonly FigureDefinition Mediations =
        FigureDefinition.Sum("mediations", "调解纠纷", "Disputes mediated", "件", "cases");

    public static readonly FigureDefinition SuccessRate =
        FigureDefinition.Rate("mediation-success-rate", "调解成功率", "Mediation success rate", "succeeded", "cases");

    public override IEnumerable<Line> Lines() => [.. Mediations.Sum(Cases), .. SuccessRate.Rate(Succeeded, Cases)];
}
