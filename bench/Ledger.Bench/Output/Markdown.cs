namespace Ledger.Bench.Output;

/// <summary>The table ready for a README.</summary>
internal static class Markdown
{
    public static string Of(Results results, Machine? machine) => string.Join(
        '\n',
        (IEnumerable<string>)
        [
            string.Join("; ", machine?.Lines ?? []),
            "",
            $"| events in the store | {string.Join(" | ", results.Options.Sizes.Select(s => Numbers.Text(s)))} | | target | |",
            $"|---|{string.Concat(results.Options.Sizes.Select(_ => "--:|"))}---|---|---|",
            .. Row.Of(results).Select(r => $"| {r.Name} | {string.Join(" | ", r.Values)} | {r.Unit} | {r.Target} | {r.Met} |"),
            .. results.Failures.Select(f => $"\nFailed: {f.What}: {f.Why}"),
        ]);
}
