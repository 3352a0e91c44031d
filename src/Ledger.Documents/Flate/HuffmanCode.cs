namespace Ledger.Documents.Flate;

/// <summary>A canonical Huffman code (RFC 1951, 3.2.2): short codes for frequent symbols, none longer than a limit.</summary>
internal sealed class HuffmanCode
{
    private readonly int[] codes;

    public HuffmanCode(int[] frequencies, int limit)
    {
        Lengths = LengthsOf(frequencies, limit);
        codes = CodesOf(Lengths, limit);
    }

    /// <summary>Each symbol's length in bits, 0 for those that do not occur.</summary>
    public int[] Lengths { get; }

    public void Write(BitWriter bits, int symbol) => bits.Write(codes[symbol], Lengths[symbol]);

    private static int[] LengthsOf(int[] frequencies, int limit)
    {
        for (var weights = (int[])frequencies.Clone(); ; weights = [.. weights.Select(weight => (weight + 1) / 2)])
        {
            var lengths = Tree(weights);
            if (lengths.Max() <= limit) return lengths;
            // Flatter weights make a flatter tree; halving them always ends, at the latest with all equal.
        }
    }

    private static int[] Tree(int[] weights)
    {
        var lengths = new int[weights.Length];
        var open = new PriorityQueue<int[], (long Weight, int Order)>();
        for (var symbol = 0; symbol < weights.Length; symbol++)
        {
            if (weights[symbol] > 0) open.Enqueue([symbol], (weights[symbol], symbol));
        }

        if (open.Count == 1) lengths[open.Peek()[0]] = 1;
        // Each node is the list of its symbols: joining two makes all of them one bit longer.
        for (var order = weights.Length; open.Count > 1; order++)
        {
            open.TryDequeue(out var one, out var first);
            open.TryDequeue(out var other, out var second);
            int[] joined = [.. one!, .. other!];
            foreach (var symbol in joined) lengths[symbol]++;
            open.Enqueue(joined, (first.Weight + second.Weight, order));
        }

        return lengths;
    }

    private static int[] CodesOf(int[] lengths, int limit)
    {
        var codes = new int[lengths.Length];
        var next = 0;
        for (var length = 1; length <= limit; length++, next <<= 1)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length) codes[symbol] = Reversed(next++, length);
            }
        }

        return codes;
    }

    // Codes go out highest bit first, everything else lowest first.
    private static int Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++) reversed |= (code >> i & 1) << (length - 1 - i);
        return reversed;
    }
}
