using System.Globalization;

namespace Ledger.Bench;

/// <summary>What to measure, and how often.</summary>
internal sealed record BenchOptions
{
    public const string Usage = """
        usage: ./run bench [--sizes 1000,100000,1000000] [--quick] [--only NAME,…] [--json FILE] [--markdown] [--keep FOLDER]
          --sizes     events in the store; each size has a data folder of its own, deleted afterwards
          --quick     1 000 events and few requests, under a minute: a check that everything runs, no numbers to quote
          --only      of: document raw store report compose start memory http trust visible reads pages county rebuild
          --json      writes every number to the file as well
          --markdown  prints the table ready for a README
          --keep      leaves each size's data there, and fills none that is there already: for measuring a change again and
                      again. What earlier runs logged is still in it, so that such numbers are for comparing, not for quoting.
        """;

    private static readonly string[] Known = ["document", "raw", "store", "report", "compose", "start", "memory", "http", "trust", "visible", "reads", "pages", "county", "rebuild"];

    public IReadOnlyList<int> Sizes { get; private init; } = [1_000, 100_000, 1_000_000];
    public bool Quick { get; private init; }
    public bool Markdown { get; private init; }
    public string? Json { get; private init; }
    public string? Keep { get; private init; }
    public IReadOnlyList<string> Only { get; private init; } = Known;
    public string? Error { get; private init; }
    public Volumes Volumes => Quick ? Volumes.Quick : Volumes.Full;

    public bool Asks(string measurement) => Only.Contains(measurement);

    public static BenchOptions Parse(string[] args)
    {
        var options = new BenchOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            options = (args[i], value) switch
            {
                ("--quick", _) => options with { Quick = true, Sizes = [1_000] },
                ("--markdown", _) => options with { Markdown = true },
                ("--json", { } file) => options with { Json = file },
                ("--keep", { } folder) => options with { Keep = Path.GetFullPath(folder) },
                ("--sizes", { } sizes) => options.WithSizes(sizes),
                ("--only", { } names) => options.WithOnly(names.Split(',')),
                _ => options with { Error = options.Error ?? $"not understood: {args[i]}" },
            };
            if (args[i] is "--json" or "--keep" or "--sizes" or "--only")
                i++;
        }

        return options;
    }

    private BenchOptions WithSizes(string list)
    {
        var sizes = list.Split(',').Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).ToList();
        return sizes.TrueForAll(n => n is >= 500 and <= 10_000_000) ? this with { Sizes = sizes } : this with { Error = "--sizes takes numbers from 500 to 10000000" };
    }

    private BenchOptions WithOnly(string[] names) =>
        Array.Find(names, n => !Known.Contains(n)) is { } unknown ? this with { Error = $"--only does not know {unknown}" } : this with { Only = names };
}
