namespace Ledger.Documents.Layout;

/// <summary>
/// Where a line on the character grid takes up its slack: half a cell at a time, before and behind words and numbers first,
/// then behind pauses, then beside brackets and quotes, so that every character stays on a half of the grid and the edge is
/// straight all the same. A last character's room that finds no seam stays blank at the line's end.
/// </summary>
internal static class Seams
{
    private const int MostLeftBlank = 2;

    /// <summary>Whether the pieces can take up so much without leaving the grid.</summary>
    public static bool Hold(IReadOnlyList<Cluster> line, double slack, double half)
    {
        var ink = line.Count;
        while (ink > 0 && line[ink - 1].IsSpace) ink--;
        return slack / half < Of(line, 0, ink).Sum(kind => kind.Count) + MostLeftBlank + 0.01;
    }

    /// <summary>The blank behind each piece, in points; null when the line has too few seams for its slack.</summary>
    public static double[]? Fill(IReadOnlyList<Cluster> line, int from, int ink, double slack, double half)
    {
        var left = (int)Math.Round(slack / half);
        if (Math.Abs(slack - left * half) > 0.01) return null;
        var gaps = new double[line.Count];
        foreach (var kind in Of(line, from, ink))
        {
            var taken = Math.Min(left, kind.Count);
            foreach (var i in Spread(kind, taken)) gaps[i] = half;
            left -= taken;
        }

        return left <= MostLeftBlank ? gaps : null;
    }

    /// <summary>The pieces with a seam behind them, the kinds in the order in which they are used.</summary>
    private static List<int>[] Of(IReadOnlyList<Cluster> line, int from, int ink)
    {
        List<int> words = [], pauses = [], brackets = [];
        for (var i = from; i < ink - 1; i++)
        {
            var (here, next) = (line[i], line[i + 1]);
            if (here.Mark == 0 && next.Mark == 0)
            {
                if (!here.IsSpace && !next.IsSpace && IsWord(here.Glyphs[^1]) != IsWord(next.Glyphs[0])) words.Add(i);
            }
            else if (next.Mark == 0 && here.Mark is '，' or '。' or '；' or '：' or '、')
            {
                pauses.Add(i);
            }
            else if (Kinsoku.MayEnd(here.Glyphs[^1].CodePoint) && next.MayStart)
            {
                brackets.Add(i);
            }
        }

        return [words, pauses, brackets];
    }

    private static bool IsWord(PlacedGlyph glyph) => new Character(glyph.CodePoint, glyph.Run).IsLatin;

    private static int[] Spread(List<int> seams, int count)
    {
        var spread = new int[count];
        for (var i = 0; i < count; i++) spread[i] = seams[(2 * i + 1) * seams.Count / (2 * count)];
        return spread;
    }
}
