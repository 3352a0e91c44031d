using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A request for information was answered (依申请公开): one entry is one request and counts as one 件, on the day of the answer.</summary>
[Kind("disclosure-request", "依申请公开", "Disclosure request answered", KindGroup.F, 3)]
[Words(Sure = ["依申请公开", "信息公开申请", "公开申请"])]
public sealed record DisclosureRequestAnswered : Activity
{
    [Field("收到日期", "Received on", AtMost = nameof(OccurredOn))]
    [Words("收", "收到", "受理", "收悉", "收件", "提交", "提出", "递交")]
    public required DateOnly ReceivedOn { get; init; }

    [Field("是否按期答复", "On time")]
    [Words("按期", "按时", "期限内", "如期", No = ["逾期", "超期", "超时"])]
    public bool? OnTime { get; init; }

    public static readonly FigureDefinition Requests =
        FigureDefinition.Entries("disclosure-requests", "依申请公开", "Disclosure requests answered", "件");

    public override IEnumerable<Line> Lines() => Requests.One();
}
