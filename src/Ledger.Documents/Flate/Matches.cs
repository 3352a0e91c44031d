using System.Buffers.Binary;

namespace Ledger.Documents.Flate;

/// <summary>One step of compressed data: a byte as it is, or a piece repeated from before.</summary>
/// <param name="Length">0 for a byte, else how many bytes are repeated.</param>
/// <param name="Value">The byte, or how far back the repeated piece begins.</param>
internal readonly record struct Step(int Length, int Value);

/// <summary>Finds repeated pieces (LZ77) with chains of places that begin with the same three bytes.</summary>
/// <remarks>Half a megabyte of tables, for one thread at a time and one run of data after another.</remarks>
internal sealed class Matches
{
    private const int Shortest = 3, Longest = 258, Window = 32768, HashBits = 16, Tries = 32;

    /// <summary>A piece this long is taken without a look at the next place.</summary>
    private const int Enough = 32;

    /// <summary>Three bytes from farther back than this cost more than the bytes themselves.</summary>
    private const int FarForShortest = 4096;

    /// <summary>Places are read four bytes at a time: nothing is looked for in the very last ones.</summary>
    private const int Tail = 3;

    private readonly int[] latest = new int[1 << HashBits];
    private readonly int[] earlier = new int[Window];

    /// <summary>How far the data has been cut into steps.</summary>
    public int Reached { get; private set; }

    /// <summary>Begins with other data.</summary>
    public void Start()
    {
        Array.Fill(latest, -1);
        Reached = 0;
    }

    /// <summary>The next steps, as many as there is room for; returns their number.</summary>
    public int Next(ReadOnlySpan<byte> data, Step[] steps)
    {
        var (at, count, last) = (Reached, 0, data.Length - Tail);
        while (at < data.Length && count < steps.Length)
        {
            var found = at < last ? Longer(data, at) : default;
            Remember(data, at, last);
            // A byte given as it is pays where the next place begins a longer piece.
            if (found.Length is > 0 and < Enough && at + 1 < last && Longer(data, at + 1).Length > found.Length) found = default;
            steps[count++] = found.Length > 0 ? found : new Step(0, data[at]);
            var end = at + Math.Max(1, found.Length);
            for (at++; at < end && at < last; at++) Remember(data, at, last);

            at = end;
        }

        Reached = at;
        return count;
    }

    private void Remember(ReadOnlySpan<byte> data, int at, int last)
    {
        if (at >= last) return;
        ref var place = ref latest[Hash(Four(data, at))];
        earlier[at & (Window - 1)] = place;
        place = at;
    }

    private Step Longer(ReadOnlySpan<byte> data, int at)
    {
        var (length, distance) = (0, 0);
        var here = Four(data, at);
        var limit = Math.Min(Longest, data.Length - at);
        var candidate = latest[Hash(here)];
        for (var tries = 0; tries < Tries && candidate >= 0 && at - candidate < Window; tries++, candidate = earlier[candidate & (Window - 1)])
        {
            // Only a piece that also agrees where the best one ends can be longer.
            if (((Four(data, candidate) ^ here) & 0xFFFFFF) != 0 || (length > 0 && data[candidate + length] != data[at + length])) continue;
            var common = Common(data.Slice(at, limit), data.Slice(candidate, limit));
            if (common <= length) continue;
            (length, distance) = (common, at - candidate);
            if (length == limit) break;
        }

        return length > Shortest || (length == Shortest && distance <= FarForShortest) ? new Step(length, distance) : default;
    }

    // Eight bytes at a time: most pieces are short, and the two overlap when the piece repeats itself.
    private static int Common(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var at = 0;
        for (; at + 8 <= one.Length; at += 8)
        {
            var differing = BinaryPrimitives.ReadUInt64LittleEndian(one[at..]) ^ BinaryPrimitives.ReadUInt64LittleEndian(other[at..]);
            if (differing != 0) return at + System.Numerics.BitOperations.TrailingZeroCount(differing) / 8;
        }

        while (at < one.Length && one[at] == other[at]) at++;
        return at;
    }

    private static int Hash(uint four) => (int)((four & 0xFFFFFF) * 2654435761u >> (32 - HashBits));

    private static uint Four(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
}
