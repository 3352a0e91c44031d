using System.Numerics;

namespace Ledger.Documents.Flate;

/// <summary>
/// Compresses into the zlib format (RFC 1950, RFC 1951). The runtime's own compressor may write other bytes after any
/// update; a filed edition has to come out the same for years, so what writes it is part of this library.
/// </summary>
internal static class Deflater
{
    private const int StepsPerBlock = 16384, EndOfBlock = 256, LongestCode = 15, LongestLengthCode = 7;
    private static readonly int[] LengthBases = Bases(29, 3, symbol => symbol < 8 ? 0 : symbol / 4 - 1);
    private static readonly int[] DistanceBases = Bases(30, 1, symbol => symbol < 4 ? 0 : symbol / 2 - 1);
    private static readonly int[] LengthCodeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    // Kept from stream to stream: a document has dozens, and tables of this size are dear to make.
    [ThreadStatic]
    private static Matches? matches;

    [ThreadStatic]
    private static Step[]? steps;

    public static byte[] Compress(ReadOnlySpan<byte> data)
    {
        var bits = new BitWriter(data.Length);
        bits.Write(0x78, 8);
        bits.Write(0x9C, 8);
        (matches ??= new()).Start();
        steps ??= new Step[StepsPerBlock];
        do
        {
            var count = matches.Next(data, steps);
            WriteBlock(bits, steps, count, isLast: matches.Reached == data.Length);
        }
        while (matches.Reached < data.Length);

        WriteAdler32(bits, data);
        return bits.Finish();
    }

    private static void WriteBlock(BitWriter bits, Step[] steps, int count, bool isLast)
    {
        var (literals, distances) = (new int[286], new int[30]);
        literals[EndOfBlock] = 1;
        // A block without repeats still has to describe a distance code.
        var isPlain = true;
        for (var i = 0; i < count; i++)
        {
            var step = steps[i];
            if (step.Length == 0)
            {
                literals[step.Value]++;
                continue;
            }

            literals[LengthSymbol(step.Length)]++;
            distances[DistanceSymbol(step.Value)]++;
            isPlain = false;
        }

        if (isPlain) distances[0] = 1;
        var (literalCode, distanceCode) = (new HuffmanCode(literals, LongestCode), new HuffmanCode(distances, LongestCode));
        bits.Write(isLast ? 1 : 0, 1);
        bits.Write(2, 2);
        WriteCodes(bits, literalCode.Lengths, distanceCode.Lengths);
        for (var i = 0; i < count; i++) WriteStep(bits, steps[i], literalCode, distanceCode);
        literalCode.Write(bits, EndOfBlock);
    }

    private static void WriteStep(BitWriter bits, Step step, HuffmanCode literals, HuffmanCode distances)
    {
        if (step.Length == 0)
        {
            literals.Write(bits, step.Value);
            return;
        }

        var length = LengthSymbol(step.Length);
        literals.Write(bits, length);
        bits.Write(step.Length - LengthBases[length - 257], LengthExtra(length - 257));
        var distance = DistanceSymbol(step.Value);
        distances.Write(bits, distance);
        bits.Write(step.Value - DistanceBases[distance], distance < 4 ? 0 : distance / 2 - 1);
    }

    // The codes' lengths are themselves in a Huffman code (3.2.7).
    private static void WriteCodes(BitWriter bits, int[] literals, int[] distances)
    {
        var lengths = new CodeLengths([.. literals, .. distances]);
        var frequencies = new int[19];
        for (var i = 0; i < lengths.Count; i++) frequencies[lengths.Symbol(i)]++;
        var code = new HuffmanCode(frequencies, LongestLengthCode);
        bits.Write(literals.Length - 257, 5);
        bits.Write(distances.Length - 1, 5);
        bits.Write(LengthCodeOrder.Length - 4, 4);
        foreach (var symbol in LengthCodeOrder) bits.Write(code.Lengths[symbol], 3);
        for (var i = 0; i < lengths.Count; i++)
        {
            code.Write(bits, lengths.Symbol(i));
            bits.Write(lengths.Extra(i), lengths.ExtraBits(i));
        }
    }

    // Two bits below the highest choose one of four lengths with equal extra bits, one bit one of two distances.
    private static int LengthSymbol(int length)
    {
        var from = length - 3;
        if (length == 258) return 285;
        if (from < 8) return 257 + from;
        var top = BitOperations.Log2((uint)from);
        return 257 + 4 * (top - 1) + (from >> (top - 2) & 3);
    }

    private static int LengthExtra(int symbol) => symbol is < 8 or 28 ? 0 : symbol / 4 - 1;

    private static int DistanceSymbol(int distance)
    {
        var from = distance - 1;
        if (from < 2) return from;
        var top = BitOperations.Log2((uint)from);
        return 2 * top + (from >> (top - 1) & 1);
    }

    private static int[] Bases(int count, int first, Func<int, int> extraBits)
    {
        var bases = new int[count];
        bases[0] = first;
        for (var i = 1; i < count; i++) bases[i] = bases[i - 1] + (1 << extraBits(i - 1));
        // The longest length has a code of its own, one below where the row would go on (3.2.5).
        if (first == 3) bases[^1] = 258;
        return bases;
    }

    private static void WriteAdler32(BitWriter bits, ReadOnlySpan<byte> data)
    {
        // The remainder is taken once for as many bytes as 32 bits can sum up.
        const int Unreduced = 5552;
        uint low = 1, high = 0;
        for (var at = 0; at < data.Length; at += Unreduced)
        {
            foreach (var b in data.Slice(at, Math.Min(Unreduced, data.Length - at)))
            {
                low += b;
                high += low;
            }

            (low, high) = (low % 65521, high % 65521);
        }

        bits.FillByte();
        bits.Write((int)(high >> 8), 8);
        bits.Write((int)(high & 0xFF), 8);
        bits.Write((int)(low >> 8), 8);
        bits.Write((int)(low & 0xFF), 8);
    }
}
