using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>Measures text into pieces, on the character grid or by the faces' own widths.</summary>
/// <param name="size">The type size in points.</param>
/// <param name="cell">One Han character's room on the grid; null sets everything by its own width.</param>
internal sealed class Clusterer(GlyphLookup find, double size, double? cell)
{
    // A word longer than this is cut where an address may be cut, or it would tear the line before it open.
    private const double LongestWord = 10;

    // What each character of a word may give up or take in, in em, before the eye sees it.
    private const double MostTight = 0.03;
    private const double MostLoose = 0.1;

    /// <exception cref="DocumentException">No face has one of the characters.</exception>
    public Cluster[] Split(IEnumerable<StyledRun> runs)
    {
        var text = Character.Of(runs);
        var clusters = new List<Cluster>(text.Count);
        for (var at = 0; at < text.Count;)
        {
            var end = ClusterSplitter.End(text, at);
            var cluster = Measure(text, at, end);
            if (cluster.Width <= LongestWord * size || end - at == 1) clusters.Add(cluster);
            else clusters.AddRange(CutLong(text, at, end));
            at = end;
        }

        return [.. clusters];
    }

    private IEnumerable<Cluster> CutLong(List<Character> text, int at, int end)
    {
        for (var start = at; start < end;)
        {
            var stop = start + 1;
            while (stop < end && text[stop - 1].CodePoint is not ('/' or '-' or '.' or '_' or '&' or '?' or '=' or ',')) stop++;
            var piece = Measure(text, start, stop);
            if (piece.Width <= LongestWord * size) yield return piece;
            else
                for (var i = start; i < stop; i++) yield return Measure(text, i, i + 1);
            start = stop;
        }
    }

    private Cluster Measure(List<Character> text, int at, int end)
    {
        var glyphs = new List<PlacedGlyph>(end - at);
        double x = 0;
        while (at + glyphs.Count < end)
        {
            var from = at + glyphs.Count;
            var to = from;
            while (to < end && text[to].IsLatin) to++;
            x += to > from ? AddWord(text, from, to, x, glyphs) : AddOne(text, from, x, glyphs);
        }

        var first = text[at];
        var mark = end - at == 1 && Kinsoku.IsSqueezable(first.CodePoint) && x > 0.9 * (cell ?? size) ? first.CodePoint : 0;
        return new Cluster(glyphs, x, first.IsSpace, mark);
    }

    private double AddOne(List<Character> text, int at, double x, List<PlacedGlyph> glyphs)
    {
        var glyph = Find(text, at);
        var natural = glyph.Advance * size;
        var isFull = glyph.Advance > 0.75 || text[at].CodePoint == 0x3000;
        var width = cell is not { } full ? (isFull ? size : natural) : isFull ? full : OnHalfCells(natural, full);
        var inset = isFull ? 0 : (width - natural) / 2;
        glyphs.Add(new(glyph, text[at].CodePoint, x + inset, text[at].Run));
        return width;
    }

    // Digits take half a cell each; the rest its own width, the word as a whole a round number of half cells, so that
    // the Han characters after it stand on the grid again. What is left over is shared by its characters: a blank on its
    // two sides would part a number from the mark behind it.
    private double AddWord(List<Character> text, int from, int to, double x, List<PlacedGlyph> glyphs)
    {
        double Width(int i, Glyph glyph) => cell is { } full && text[i].IsDigit ? full / 2 : glyph.Advance * size;
        var found = new List<Glyph>(to - from);
        for (var i = from; i < to; i++) found.Add(Find(text, i));
        double natural = 0;
        for (var i = from; i < to; i++) natural += Width(i, found[i - from]);
        var width = cell is { } room ? OnHalfCells(natural, room, (to - from - 1) * MostTight * size) : natural;
        var each = (width - natural) / Math.Max(1, to - from - 1);
        var (share, pen) = to - from > 1 && each <= MostLoose * size ? (each, x) : (0, x + (width - natural) / 2);
        for (var i = from; i < to; i++)
        {
            glyphs.Add(new(found[i - from], text[i].CodePoint, pen, text[i].Run));
            pen += Width(i, found[i - from]) + share;
        }

        return width;
    }

    private static double OnHalfCells(double natural, double full, double give = 0) =>
        Math.Max(1, Math.Ceiling((natural - give) / (full / 2) - 0.05)) * (full / 2);

    private Glyph Find(List<Character> text, int at)
    {
        var (codePoint, role) = (text[at].CodePoint, text[at].Role);
        if (find(role, codePoint) is { } glyph) return glyph;
        // A face may do without a drawing for the full-width space: an ordinary space draws the same.
        if (text[at].IsSpace && find(role, ' ') is { } space) return space;
        throw MissingCharacter.In(text, at);
    }
}
