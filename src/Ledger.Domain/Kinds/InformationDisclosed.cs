using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Government information disclosed of one's own accord (主动公开信息): one entry is one batch and counts its items, in 条.</summary>
[Kind("information-disclosed", "主动公开信息", "Information disclosed", KindGroup.F, 2)]
[Words("政务公开", "公开…信息", "公开…文件", "公开…条", Sure = ["主动公开"], Not = ["依申请公开", "信息公开申请", "信息公开答复"])]
public sealed record InformationDisclosed : Activity
{
    [Field("信息类别", "Category", MaxLength = 40), Holds(Personal.Text)]
    [Named(After = ["主动公开", "公开", "主要是"], Stops = ["了", "指南"], Not = ["信息"])]
    public string? Category { get; init; }

    [Field("公开条数", "Items", Unit = "条", Max = 100_000)]
    [Words("公开", "信息")]
    public required int Items { get; init; }

    [Field("链接", "URL", MaxLength = 500), Holds(Personal.Nothing)]
    public string? Url { get; init; }

    public static readonly FigureDefinition Disclosed =
        FigureDefinition.Sum("information-disclosed", "主动公开信息", "Information disclosed", "条", "items");

    public override IEnumerable<Line> Lines() => Disclosed.Sum(Items);
}
