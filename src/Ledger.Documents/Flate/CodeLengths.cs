namespace Ledger.Documents.Flate;

/// <summary>The lengths of two codes as a block's head tells them: runs of zeros shortened, each symbol with its extra bits (RFC 1951, 3.2.7).</summary>
internal sealed class CodeLengths
{
    private const int ShortRun = 17, LongRun = 18, LongestRun = 138;

    private readonly int[] symbols, extras;

    public CodeLengths(int[] lengths)
    {
        (symbols, extras) = (new int[lengths.Length], new int[lengths.Length]);
        for (int at = 0, run; at < lengths.Length; at += Math.Max(1, run))
        {
            for (run = 0; at + run < lengths.Length && run < LongestRun && lengths[at + run] == 0;) run++;
            if (run < 3) run = 0;
            symbols[Count] = run == 0 ? lengths[at] : run <= 10 ? ShortRun : LongRun;
            extras[Count++] = run == 0 ? 0 : run <= 10 ? run - 3 : run - 11;
        }
    }

    public int Count { get; private set; }

    public int Symbol(int i) => symbols[i];

    public int Extra(int i) => extras[i];

    public int ExtraBits(int i) => symbols[i] switch { ShortRun => 3, LongRun => 7, _ => 0 };
}
