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
        for (var weights = (int[])frequencies.Clone(); ; Flatten(weights))
        {
            var lengths = HuffmanTree.Lengths(weights);
            if (Array.TrueForAll(lengths, length => length <= limit)) return lengths;
        }
    }

    // Flatter weights make a flatter tree; halving them always ends, at the latest with all equal.
    private static void Flatten(int[] weights)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = (weights[i] + 1) / 2;
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
