namespace Ledger.Documents.Layout;

/// <summary>
/// Cuts a title into lines (7.3.1): as few as hold it without tearing a word, cut where the sense allows, first of
/// all behind the issuer's name, in the shape of a trapezoid or a diamond.
/// </summary>
internal static class TitleBreaker
{
    private const int MostLines = 4;
    private const double Impossible = double.PositiveInfinity;
    private const double PerLine = 400, InsideWord = 500, UnknownPlace = 60, BeforeDe = 40, WordEnd = 8, BeforeAbout = 1;

    /// <summary>The lines as ranges of pieces.</summary>
    /// <param name="width">The room of a line.</param>
    public static IReadOnlyList<Range> Break(IReadOnlyList<Cluster> title, string? issuer, double width)
    {
        if (title.Count == 0) return [];
        var costs = PlaceCosts(title, issuer);
        var best = (Cost: Impossible, Lines: new List<Range>());
        for (var lines = 1; lines <= MostLines; lines++)
        {
            var tried = Search(title, costs, width, 0, lines, []);
            if (tried.Cost < best.Cost) best = tried;
            if (best.Cost < PerLine * best.Lines.Count + InsideWord) break;
        }

        return best.Cost < Impossible ? best.Lines : Fill(title, costs, width);
    }

    // A title of more lines than any office writes: filled line by line, only the forbidden places respected.
    private static List<Range> Fill(IReadOnlyList<Cluster> title, double[] costs, double width)
    {
        var lines = new List<Range>();
        for (var start = 0; start < title.Count;)
        {
            var (end, used) = (start, 0.0);
            while (end < title.Count && (end == start || used + title[end].Width <= width)) used += title[end++].Width;
            var back = end;
            while (back < title.Count && back > start + 1 && double.IsInfinity(costs[back])) back--;
            lines.Add(start..back);
            start = back;
        }

        return lines;
    }

    private static (double Cost, List<Range> Lines) Search(
        IReadOnlyList<Cluster> title, double[] costs, double width, int start, int linesLeft, List<Range> before)
    {
        var best = (Cost: Impossible, Lines: new List<Range>());
        double used = 0;
        for (var end = start + 1; end <= title.Count; end++)
        {
            used += title[end - 1].Width;
            if (used > width + 0.01) break;
            if (linesLeft == 1 && end < title.Count) continue;
            var lines = before.Append(start..end).ToList();
            var tried = end == title.Count ? (Cost: Shape(title, lines) + PerLine * lines.Count, Lines: lines)
                : linesLeft > 1 ? Search(title, costs, width, end, linesLeft - 1, lines)
                : (Cost: Impossible, Lines: lines);
            if (end < title.Count) tried.Cost += costs[end];
            if (tried.Cost < best.Cost) best = tried;
        }

        return best;
    }

    /// <summary>What it costs to cut before each piece.</summary>
    private static double[] PlaceCosts(IReadOnlyList<Cluster> title, string? issuer)
    {
        var texts = title.Select(c => string.Concat(c.Glyphs.Select(g => char.ConvertFromUtf32(g.CodePoint)))).ToList();
        var text = string.Concat(texts);
        var issuerEnd = issuer is { Length: > 0 } && text.StartsWith(issuer, StringComparison.Ordinal) ? issuer.Length : -1;
        var (edges, insides) = WordPlaces(text);
        var costs = new double[title.Count + 1];
        for (int i = 1, at = texts[0].Length; i < title.Count; at += texts[i].Length, i++)
        {
            costs[i] = !title[i].MayStart || !title[i - 1].MayEnd ? Impossible
                : at == issuerEnd ? 0
                : insides.Contains(at) || at < issuerEnd ? InsideWord
                : string.CompareOrdinal(text, at, "关于", 0, 2) == 0 ? BeforeAbout
                : text[at] == '的' ? BeforeDe
                : edges.Contains(at) ? WordEnd
                : UnknownPlace;
        }

        return costs;
    }

    private static (HashSet<int> Edges, HashSet<int> Insides) WordPlaces(string text)
    {
        var (edges, insides) = (new HashSet<int>(), new HashSet<int>());
        for (var at = 0; at < text.Length;)
        {
            var length = TitleWords.LengthAt(text, at);
            if (length > 0)
            {
                edges.UnionWith([at, at + length]);
                insides.UnionWith(Enumerable.Range(at + 1, length - 1));
            }

            at += Math.Max(1, length);
        }

        return (edges, insides);
    }

    // A title narrows or widens steadily, or is widest in the middle; an hourglass and a lone short last line are bad form.
    private static double Shape(IReadOnlyList<Cluster> title, List<Range> lines)
    {
        var widths = lines.Select(line => title.Skip(line.Start.Value).Take(line.End.Value - line.Start.Value).Sum(c => c.Width)).ToList();
        double cost = 0;
        for (var i = 1; i < widths.Count; i++)
        {
            if (Math.Abs(widths[i] - widths[i - 1]) < 1) cost += 2;
            if (i + 1 < widths.Count && widths[i] < widths[i - 1] && widths[i] < widths[i + 1]) cost += 100;
        }

        if (widths.Count > 1 && widths[^1] < 0.25 * widths.Max()) cost += 50;
        return cost + (widths.Max() - widths.Min()) / 100;
    }
}
