namespace Ledger.Documents.Layout;

/// <summary>Gives the pieces of one line their places: squeezed, stretched to the right edge, or as they are.</summary>
internal static class LineSetter
{
    private const double Rounding = 0.01;

    /// <param name="left">Where the line begins.</param>
    /// <param name="squeeze">How much of its width the line has to give up, taken from the last marks first.</param>
    /// <param name="stretchTo">Where the right edge has to be; 0 leaves the line as wide as it is.</param>
    /// <param name="blanks">How much each piece can give up; read only when squeezing.</param>
    /// <param name="rigid">How many pieces at the start are not stretched: a label that lines below hang behind.</param>
    /// <param name="half">Half a cell of the grid the line is to stay on; 0 stretches evenly.</param>
    public static Line Set(
        IReadOnlyList<Cluster> line,
        double left,
        double squeeze,
        double stretchTo,
        double[] blanks,
        int rigid = 0,
        double half = 0)
    {
        var ink = line.Count;
        while (ink > 0 && line[ink - 1].IsSpace) ink--;
        var given = squeeze > 0 ? Spread(squeeze, blanks) : new double[line.Count];
        double natural = 0;
        for (var i = 0; i < ink; i++) natural += line[i].Width - given[i];
        var slack = stretchTo - left - natural;
        var even = ink > rigid + 1 && slack > Rounding ? slack / (ink - 1 - rigid) : 0;
        var gaps = half > 0 && even > 0 ? Seams.Fill(line, rigid, ink, slack, half) : null;

        var glyphs = new List<PlacedGlyph>(line.Count);
        var (pen, right) = (left, left);
        for (var i = 0; i < line.Count; i++)
        {
            // An opening mark's blank is on its left: the drawing moves into it.
            var origin = Kinsoku.IsOpening(line[i].Mark) ? pen - given[i] : pen;
            if (i == 0 && rigid == 0) origin -= Inset(line[i], line[i].Glyphs[0].CodePoint);
            if (i == ink - 1 && stretchTo > 0) origin += Inset(line[i], line[i].Glyphs[^1].CodePoint);
            foreach (var glyph in line[i].Glyphs) glyphs.Add(glyph with { X = origin + glyph.X });
            if (i < ink) right = pen + line[i].Width - given[i];
            pen = i < ink - 1 && i >= rigid ? right + (gaps is null ? even : gaps[i]) : right;
        }

        return new Line(glyphs, right);
    }

    // A word on half cells stands in their middle, but at the line's edges flush with them.
    private static double Inset(Cluster piece, int edge) => piece.Mark == 0 && edge < 0x250 ? Math.Max(0, piece.Glyphs[0].X) : 0;

    // The marks at the end give first: what stands before them stays on the character grid.
    private static double[] Spread(double squeeze, double[] blanks)
    {
        var given = new double[blanks.Length];
        for (var i = blanks.Length - 1; i >= 0 && squeeze > 0; i--)
        {
            given[i] = Math.Min(squeeze, blanks[i]);
            squeeze -= given[i];
        }

        return given;
    }
}
