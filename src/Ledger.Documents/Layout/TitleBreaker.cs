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

    /// <summary>The pieces of each line.</summary>
    /// <param name="width">The room of a line.</param>
    public static IReadOnlyList<TitleLine> Break(Cluster[] title, string? issuer, double width)
    {
        if (title.Length == 0) return [];
        var costs = PlaceCosts(title, issuer);
        var best = (Cost: Impossible, Lines: new List<TitleLine>());
        for (var lines = 1; lines <= MostLines; lines++)
        {
            var tried = Search(title, costs, width, 0, lines, []);
            if (tried.Cost < best.Cost) best = tried;
            if (best.Cost < PerLine * best.Lines.Count + InsideWord) break;
        }

        return best.Cost < Impossible ? best.Lines : Fill(title, costs, width);
    }

    // A title of more lines than any office writes: filled line by line, only the forbidden places respected.
    private static List<TitleLine> Fill(Cluster[] title, double[] costs, double width)
    {
        var lines = new List<TitleLine>();
        for (var start = 0; start < title.Length;)
        {
            var (end, used) = (start, 0.0);
            while (end < title.Length && (end == start || used + title[end].Width <= width)) used += title[end++].Width;
            var back = end;
            while (back < title.Length && back > start + 1 && double.IsInfinity(costs[back])) back--;
            lines.Add(new TitleLine(start, back));
            start = back;
        }

        return lines;
    }

    private static (double Cost, List<TitleLine> Lines) Search(
        Cluster[] title, double[] costs, double width, int start, int linesLeft, List<TitleLine> before)
    {
        var best = (Cost: Impossible, Lines: new List<TitleLine>());
        double used = 0;
        for (var end = start + 1; end <= title.Length; end++)
        {
            used += title[end - 1].Width;
            if (used > width + 0.01) break;
            if (linesLeft == 1 && end < title.Length) continue;
            List<TitleLine> lines = [.. before, new TitleLine(start, end)];
            var tried = end == title.Length ? (Cost: Shape(title, lines) + PerLine * lines.Count, Lines: lines)
                : linesLeft > 1 ? Search(title, costs, width, end, linesLeft - 1, lines)
                : (Cost: Impossible, Lines: lines);
            if (end < title.Length) tried.Cost += costs[end];
            if (tried.Cost < best.Cost) best = tried;
        }

        return best;
    }

    /// <summary>What it costs to cut before each piece.</summary>
    private static double[] PlaceCosts(Cluster[] title, string? issuer)
    {
        var texts = title.Select(c => string.Concat(c.Glyphs.Select(g => char.ConvertFromUtf32(g.CodePoint)))).ToList();
        var text = string.Concat(texts);
        var issuerEnd = issuer is { Length: > 0 } && text.StartsWith(issuer, StringComparison.Ordinal) ? issuer.Length : -1;
        var (edges, insides) = WordPlaces(text);
        var costs = new double[title.Length + 1];
        for (int i = 1, at = texts[0].Length; i < title.Length; at += texts[i].Length, i++)
        {
            costs[i] = !title[i].MayStart || !title[i - 1].MayEnd ? Impossible
                : at == issuerEnd ? 0
                : insides[at] || at < issuerEnd ? InsideWord
                : string.CompareOrdinal(text, at, "关于", 0, 2) == 0 ? BeforeAbout
                : text[at] == '的' ? BeforeDe
                : edges[at] ? WordEnd
                : UnknownPlace;
        }

        return costs;
    }

    private static (bool[] Edges, bool[] Insides) WordPlaces(string text)
    {
        var (edges, insides) = (new bool[text.Length + 1], new bool[text.Length + 1]);
        for (var at = 0; at < text.Length;)
        {
            var length = TitleWords.LengthAt(text, at);
            if (length > 0)
            {
                edges[at] = edges[at + length] = true;
                insides.AsSpan(at + 1, length - 1).Fill(true);
            }

            at += Math.Max(1, length);
        }

        return (edges, insides);
    }

    // A title narrows or widens steadily, or is widest in the middle; an hourglass and a lone short last line are bad form.
    private static double Shape(Cluster[] title, List<TitleLine> lines)
    {
        var widths = new double[lines.Count];
        for (var i = 0; i < widths.Length; i++) widths[i] = lines[i].Of(title).Sum(piece => piece.Width);
        double cost = 0;
        for (var i = 1; i < widths.Length; i++)
        {
            if (Math.Abs(widths[i] - widths[i - 1]) < 1) cost += 2;
            if (i + 1 < widths.Length && widths[i] < widths[i - 1] && widths[i] < widths[i + 1]) cost += 100;
        }

        if (widths.Length > 1 && widths[^1] < 0.25 * widths.Max()) cost += 50;
        return cost + (widths.Max() - widths.Min()) / 100;
    }
}

/// <summary>A line of a title: where its pieces begin and end.</summary>
internal sealed record TitleLine(int Start, int End)
{
    public Cluster[] Of(Cluster[] title) => title[Start..End];
}
