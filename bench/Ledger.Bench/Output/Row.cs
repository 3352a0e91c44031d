namespace Ledger.Bench.Output;

/// <summary>A line of the table: one measurement at every size.</summary>
internal sealed record Row(string Name, string Unit, IReadOnlyList<string> Values, string Target, string Met)
{
    public static IReadOnlyList<Row> Of(Results results) =>
    [
        .. results.All.GroupBy(r => r.Name).Select(g => new Row(
            g.Key,
            g.First().Unit,
            [.. results.Options.Sizes.Select(size => g.LastOrDefault(r => r.Size == size) is { } r ? Numbers.Text(r.Value) : "")],
            Targets.Of(g.Key)?.ToString() ?? "",
            MetBy(g, Targets.Of(g.Key)))),
    ];

    private static string MetBy(IEnumerable<Result> results, Target? target)
    {
        var meant = results.Where(r => target is not null && r.Size >= target.FromSize).ToList();
        if (meant.Count == 0)
            return "";
        var missed = meant.Where(r => !target!.IsMet(r.Value)).Select(r => r.Size.ToString("#,0", null)).ToList();
        return missed.Count == 0 ? "met" : missed.Count == meant.Count ? "not met" : "not met at " + string.Join(", ", missed);
    }
}
