using Ledger.Documents.Layout;

namespace Ledger.Documents.Pdf;

/// <summary>The step from one glyph to the next that occurs most often, beyond the glyph's own width.</summary>
internal static class UsualSpacing
{
    /// <returns>Of steps that are equally frequent the one nearest to none.</returns>
    public static double Of(TextMark text, int from, int to)
    {
        // A line has few different steps: looking through them is quicker than a dictionary.
        var (steps, counts, known) = (new double[to - from], new int[to - from], 0);
        for (var i = from + 1; i < to; i++)
        {
            var (glyph, before) = (text.Glyphs[i], text.Glyphs[i - 1]);
            var step = Math.Round(glyph.X - before.X - before.Glyph.Advance * text.Size, 3);
            var place = 0;
            while (place < known && steps[place] != step) place++;
            if (place == known) steps[known++] = step;
            counts[place]++;
        }

        var usual = 0;
        for (var i = 1; i < known; i++)
        {
            if (counts[i] > counts[usual] || (counts[i] == counts[usual] && IsNearer(steps[i], steps[usual]))) usual = i;
        }

        return steps[usual];
    }

    private static bool IsNearer(double one, double other) =>
        Math.Abs(one) < Math.Abs(other) || (Math.Abs(one) == Math.Abs(other) && one < other);
}
