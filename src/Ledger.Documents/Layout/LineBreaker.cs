namespace Ledger.Documents.Layout;

/// <summary>
/// Cuts measured text into lines (避头尾): no forbidden character begins or ends one. A mark that would begin a line is
/// drawn in by squeezing (推入) when the line's marks have enough blank, else the character before it goes down with it
/// (推出); on the character grid the other way round. Only text without any allowed place to break is cut where the line is full.
/// </summary>
/// <param name="cell">The width of a full-width mark, in points.</param>
internal sealed class LineBreaker(PageStyle style, double cell)
{
    private const double Rounding = 0.01;

    // The line above a lonely character gives up one only while it stays this full.
    private const double MostSlack = 3;

    /// <param name="firstIndent">Blank before the first line, in points.</param>
    /// <param name="indent">Blank before the others.</param>
    /// <param name="width">The frame's width, indents included.</param>
    /// <param name="rigid">How many pieces at the start of the first line are not stretched.</param>
    public List<Line> Break(Cluster[] text, double firstIndent, double indent, double width, bool justify, int rigid = 0)
    {
        var lines = new List<Line>();
        for (var start = 0; start < text.Length;)
        {
            var left = lines.Count == 0 ? firstIndent : indent;
            var (end, squeeze) = EndOfLine(text, start, width - left, onGrid: justify);
            if (justify && end < text.Length && IsLonely(text, end) && EarlierBreak(text, start, end, width - left) is { } earlier) (end, squeeze) = (earlier, 0);
            var piece = new ArraySegment<Cluster>(text, start, end - start);
            var stretch = justify && end < text.Length ? width : 0;
            lines.Add(LineSetter.Set(piece, left, squeeze, stretch, squeeze > 0 ? Capacities(piece) : [], lines.Count == 0 ? rigid : 0, justify ? cell / 2 : 0));
            start = end;
        }

        return lines;
    }

    // 孤字: a last line of a single character, with or without its mark, gets another from the line above.
    private bool IsLonely(Cluster[] text, int at)
    {
        double words = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] is { IsSpace: false, MayStart: true } && text[i].Glyphs[0].CodePoint is not ('…' or '—')) words += text[i].Width;
        }

        return words < cell + Rounding;
    }

    private int? EarlierBreak(Cluster[] text, int start, int end, double room)
    {
        var back = end - 1;
        while (back > start && !IsBreak(text, back)) back--;
        return back > start && room - Width(text, start, back) <= MostSlack * cell ? back : null;
    }

    private (int End, double Squeeze) EndOfLine(Cluster[] text, int start, double room, bool onGrid)
    {
        var (full, used) = Fill(text, start, room);
        if (full == text.Length) return (full, 0);
        var back = full;
        while (back > start && !IsBreak(text, back)) back--;
        if (back == full && room - used < Rounding) return (full, 0);
        var slack = back > start ? room - Width(text, start, back) : double.PositiveInfinity;

        var ahead = full + 1;
        while (ahead < text.Length && !IsBreak(text, ahead)) ahead++;
        var need = Width(text, start, ahead) - room;
        var blank = Capacities(new ArraySegment<Cluster>(text, start, ahead - start)).Sum();
        if (need <= blank + Rounding && need <= slack && !(onGrid && back > start && Seams.Hold(new ArraySegment<Cluster>(text, start, back - start), slack, cell / 2))) return (ahead, Math.Max(0, need));
        return back > start ? (back, 0) : (Math.Max(full, start + 1), 0);
    }

    // Spaces may hang over the line's end; they print nothing there.
    private static (int End, double Used) Fill(Cluster[] text, int start, double room)
    {
        double pen = 0, used = 0;
        var end = start;
        for (; end < text.Length; end++)
        {
            if (!text[end].IsSpace && pen + text[end].Width > room + Rounding) break;
            pen += text[end].Width;
            if (!text[end].IsSpace) used = pen;
        }

        return (end, used);
    }

    private static bool IsBreak(Cluster[] text, int at) =>
        at > 0 && at < text.Length && text[at].MayStart && LastInk(text, at) is { MayEnd: true };

    private static Cluster? LastInk(Cluster[] text, int at)
    {
        var last = at - 1;
        while (last > 0 && text[last].IsSpace) last--;
        return text[last];
    }

    private static double Width(Cluster[] text, int start, int end)
    {
        while (end > start && text[end - 1].IsSpace) end--;
        double width = 0;
        for (var i = start; i < end; i++) width += text[i].Width;
        return width;
    }

    /// <summary>How much each piece can give up.</summary>
    private double[] Capacities(IReadOnlyList<Cluster> line)
    {
        var capacities = new double[line.Count];
        for (var i = 0; i < capacities.Length; i++) capacities[i] = line[i].Mark == 0 ? 0 : style.Squeeze * cell;
        return capacities;
    }
}
