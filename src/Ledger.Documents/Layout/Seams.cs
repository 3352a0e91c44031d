namespace Ledger.Documents.Layout;

/// <summary>
/// Where a line on the character grid takes up its slack: half a cell at a time, before and behind words and numbers first,
/// then behind pauses, so that every character stays on a half of the grid and the edge is straight all the same.
/// </summary>
internal static class Seams
{
    /// <summary>The blank behind each piece, in points; null when the line has too few seams for its slack.</summary>
    public static double[]? Fill(IReadOnlyList<Cluster> line, int from, int ink, double slack, double half)
    {
        var halves = (int)Math.Round(slack / half);
        if (Math.Abs(slack - halves * half) > 0.01) return null;
        List<int> words = [], pauses = [];
        for (var i = from; i < ink - 1; i++)
        {
            if (IsWord(line[i], last: true) != IsWord(line[i + 1], last: false) && line[i].Mark == 0 && line[i + 1].Mark == 0 && !line[i].IsSpace) words.Add(i);
            else if (Kinsoku.IsClosing(line[i].Mark) && line[i + 1].Mark == 0) pauses.Add(i);
        }

        if (words.Count + pauses.Count < halves) return null;
        var gaps = new double[line.Count];
        var first = Math.Min(halves, words.Count);
        foreach (var i in Spread(words, first).Concat(Spread(pauses, halves - first))) gaps[i] = half;
        return gaps;
    }

    private static bool IsWord(Cluster piece, bool last) => new Character((last ? piece.Glyphs[^1] : piece.Glyphs[0]).CodePoint, piece.Glyphs[0].Run).IsLatin;

    private static IEnumerable<int> Spread(List<int> seams, int count) =>
        Enumerable.Range(0, count).Select(i => seams[(2 * i + 1) * seams.Count / (2 * count)]);
}
