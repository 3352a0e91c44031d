using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Petitions and hotline calls were handled (信访、12345 办理): one entry is one batch and counts what was received, in 件.</summary>
[Kind("petition-handled", "信访/12345 办理", "Petitions handled", KindGroup.F, 5)]
[Words("信访", "12345", "热线", "工单", "投诉", "来访", "上访", Sure = ["信访件", "12345热线", "12345工单", "信访受理", "受理信访", "办理信访"], Hints = ["受理", "办结", "满意"])]
public sealed record PetitionsHandled : Activity
{
    [Field("受理", "Received", Unit = "件", Max = 1_000_000)]
    [Words("收到", "办理", "接到", "信访件", "信访", "热线", "工单", "收", "接", "处理了", "来访", "来电", "投诉")]
    public required int Received { get; init; }

    [Field("办结", "Closed", Unit = "件", Max = 1_000_000, AtMost = nameof(Received))]
    [Words("已办结", "办完", "办好", "办了", "处理完", "解决", "答复")]
    public required int Closed { get; init; }

    [Field("满意", "Satisfied", Unit = "件", Max = 1_000_000, AtMost = nameof(Closed))]
    public int? Satisfied { get; init; }

    public static readonly FigureDefinition Petitions =
        FigureDefinition.Sum("petitions", "信访、12345 受理", "Petitions received", "件", "received");

    public static readonly FigureDefinition PetitionsClosed =
        FigureDefinition.Sum("petitions-closed", "信访、12345 办结", "Petitions closed", "件", "closed");

    public static readonly FigureDefinition SatisfactionRate =
        FigureDefinition.Rate("petition-satisfaction-rate", "信访、12345 办理满意率", "Petition satisfaction rate", "satisfied", "closed");

    public override IEnumerable<Line> Lines() =>
    [
        .. Petitions.Sum(Received),
        .. PetitionsClosed.Sum(Closed),
        .. SatisfactionRate.Rate(Satisfied, Closed),
    ];
}
