namespace Ledger.Bench.Output;

/// <summary>The table for people at a terminal.</summary>
internal static class TextTable
{
    public static string Of(Results results, Machine? machine)
    {
        IReadOnlyList<Row> rows =
        [
            new("events in the store", "", [.. results.Options.Sizes.Select(s => Numbers.Text(s))], "target", ""),
            .. Row.Of(results),
        ];
        var (name, unit, target) = (rows.Max(r => r.Name.Length), rows.Max(r => r.Unit.Length), rows.Max(r => r.Target.Length));
        return string.Join(
            '\n',
            (IEnumerable<string>)
            [
                "",
                .. machine?.Lines ?? [],
                "",
                .. rows.Select(Line),
                .. results.Failures.Select(f => $"FAILED {f.What}: {f.Why}"),
                .. results.Options.Quick ? (string[])["--quick: few requests; a check that everything runs, not numbers to quote"] : [],
            ]);

        string Line(Row row) =>
            $"{row.Name.PadRight(name)}{string.Concat(row.Values.Select(v => v.PadLeft(11)))} {row.Unit.PadRight(unit)}  {row.Target.PadRight(target)}  {row.Met}".TrimEnd();
    }
}
