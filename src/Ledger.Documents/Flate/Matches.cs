namespace Ledger.Documents.Flate;

/// <summary>One step of compressed data: a byte as it is, or a piece repeated from before.</summary>
/// <param name="Length">0 for a byte, else how many bytes are repeated.</param>
/// <param name="Value">The byte, or how far back the repeated piece begins.</param>
internal readonly record struct Step(int Length, int Value);

/// <summary>Finds repeated pieces (LZ77) with chains of places that begin with the same three bytes.</summary>
internal static class Matches
{
    private const int Shortest = 3, Longest = 258, Window = 32768, HashBits = 15, Tries = 24;

    public static List<Step> In(ReadOnlySpan<byte> data)
    {
        var steps = new List<Step>(data.Length / 2 + 16);
        var latest = new int[1 << HashBits];
        Array.Fill(latest, -1);
        var earlier = new int[data.Length];
        for (var at = 0; at < data.Length;)
        {
            var found = Longer(data, at, latest, earlier);
            steps.Add(found.Length > 0 ? found : new Step(0, data[at]));
            for (var end = at + Math.Max(1, found.Length); at < end; at++) Remember(data, at, latest, earlier);
        }

        return steps;
    }

    private static Step Longer(ReadOnlySpan<byte> data, int at, int[] latest, int[] earlier)
    {
        var best = default(Step);
        if (at + Shortest > data.Length) return best;
        var limit = Math.Min(Longest, data.Length - at);
        var candidate = latest[Hash(data, at)];
        for (var tries = 0; tries < Tries && candidate >= 0 && at - candidate <= Window; tries++, candidate = earlier[candidate])
        {
            // Only a piece that also agrees where the best one ends can be longer.
            if (best.Length > 0 && (best.Length == limit || data[candidate + best.Length] != data[at + best.Length])) continue;
            var length = data.Slice(at, limit).CommonPrefixLength(data.Slice(candidate, limit));
            if (length >= Shortest && length > best.Length) best = new Step(length, at - candidate);
        }

        return best;
    }

    private static void Remember(ReadOnlySpan<byte> data, int at, int[] latest, int[] earlier)
    {
        if (at + Shortest > data.Length) return;
        var hash = Hash(data, at);
        (earlier[at], latest[hash]) = (latest[hash], at);
    }

    private static int Hash(ReadOnlySpan<byte> data, int at) =>
        (int)((uint)(data[at] << 16 | data[at + 1] << 8 | data[at + 2]) * 2654435761u >> (32 - HashBits));
}
