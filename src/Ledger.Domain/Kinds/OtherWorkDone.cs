using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>Work for the rule of law that no other kind names (其他法治工作), with counters of one's own.</summary>
[Kind("other-work", "其他法治工作", "Other work", KindGroup.Z, 1)]
[Words(Sure = ["其他法治工作"])]
public sealed record OtherWorkDone : Activity
{
    [Field("类别", "Category", MaxLength = 40), Holds(Personal.Nothing)]
    public required string Category { get; init; }

    [Field("计数项", "Counters", MaxItems = 20)]
    public IReadOnlyList<NamedCounter>? Counters { get; init; }

    public static readonly FigureDefinition Times =
        FigureDefinition.Entries("other-work", "其他法治工作", "Other work", "次").By("category");

    public override IEnumerable<Line> Lines() =>
    [
        .. Times.One(Category),
        .. (Counters ?? []).SelectMany(c => CounterOf(c.Name, c.Unit).Sum(c.Value)),
    ];

    /// <summary>The figure of one counter name: <c>other-work:名称（单位）</c>. Other units are other figures.</summary>
    private static FigureDefinition CounterOf(string name, string unit) =>
        FigureDefinition.New($"other-work:{name}（{unit}）", name, name, unit, new CountingRule { Measure = Measure.Counters, Field = "counters" })
            with
        { Kind = "other-work", Group = KindGroup.Z };

    internal static FigureDefinition? CounterFigure(string code)
    {
        var open = code.LastIndexOf('（');
        return code.StartsWith("other-work:", StringComparison.Ordinal) && open > 11 && code.EndsWith('）')
            ? CounterOf(code[11..open], code[(open + 1)..^1])
            : null;
    }
}

/// <summary>A count under a name and unit that the catalogue does not have.</summary>
public sealed record NamedCounter
{
    [Field("名称", "Name", MaxLength = 40, Without = "（）|"), Holds(Personal.Nothing)]
    public required string Name { get; init; }

    [Field("单位", "Unit", MaxLength = 10, Without = "（）|"), Holds(Personal.Nothing)]
    public required string Unit { get; init; }

    [Field("数量", "Value")]
    public required Count Value { get; init; }
}
