using System.Buffers.Binary;

namespace Ledger.Documents.Flate;

/// <summary>One step of compressed data: a byte as it is, or a piece repeated from before.</summary>
/// <param name="Length">0 for a byte, else how many bytes are repeated.</param>
/// <param name="Value">The byte, or how far back the repeated piece begins.</param>
internal readonly record struct Step(int Length, int Value);

/// <summary>Finds repeated pieces (LZ77) with chains of places that begin with the same three bytes.</summary>
internal static class Matches
{
    private const int Shortest = 3, Longest = 258, Window = 32768, HashBits = 16, Tries = 24;

    /// <summary>Places are read four bytes at a time: nothing is looked for in the very last ones.</summary>
    private const int Tail = 3;

    public static List<Step> In(ReadOnlySpan<byte> data)
    {
        var steps = new List<Step>(data.Length + 1);
        var latest = new int[1 << HashBits];
        Array.Fill(latest, -1);
        var earlier = new int[Window];
        for (var at = 0; at < data.Length;)
        {
            var found = at < data.Length - Tail ? Longer(data, at, latest, earlier) : default;
            steps.Add(found.Length > 0 ? found : new Step(0, data[at]));
            var (end, last) = (at + Math.Max(1, found.Length), data.Length - Tail);
            for (; at < end && at < last; at++)
            {
                ref var place = ref latest[Hash(Four(data, at))];
                (earlier[at & (Window - 1)], place) = (place, at);
            }

            at = end;
        }

        return steps;
    }

    private static Step Longer(ReadOnlySpan<byte> data, int at, int[] latest, int[] earlier)
    {
        var (length, distance) = (0, 0);
        var here = Four(data, at);
        var limit = Math.Min(Longest, data.Length - at);
        var candidate = latest[Hash(here)];
        for (var tries = 0; tries < Tries && candidate >= 0 && at - candidate < Window; tries++, candidate = earlier[candidate & (Window - 1)])
        {
            // Only a piece that also agrees where the best one ends can be longer.
            if (((Four(data, candidate) ^ here) & 0xFFFFFF) != 0 || (length > 0 && data[candidate + length] != data[at + length])) continue;
            var common = data.Slice(at, limit).CommonPrefixLength(data.Slice(candidate, limit));
            if (common <= length) continue;
            (length, distance) = (common, at - candidate);
            if (length == limit) break;
        }

        return length >= Shortest ? new Step(length, distance) : default;
    }

    private static int Hash(uint four) => (int)((four & 0xFFFFFF) * 2654435761u >> (32 - HashBits));

    private static uint Four(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
}
