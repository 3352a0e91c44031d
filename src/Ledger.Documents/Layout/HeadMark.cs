using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// 发文机关标志 (7.2.4): red 小标宋, centred. As large as 初号 and no wider than the type area; a name too long for one line of
/// 一号 goes on two.
/// </summary>
internal static class HeadMark
{
    private const double Leading = 1.2, HalfPoint = 0.5;

    /// <param name="inkTop">Where the first line's ink begins below the frame's top.</param>
    /// <returns>The lines, and where the last one's em box ends below the frame's top.</returns>
    public static (IReadOnlyList<FixedLine> Lines, double Bottom) Set(Flow flow, string mark, double inkTop)
    {
        var style = flow.Style;
        var pieces = flow.Natural([new StyledRun(mark, FontRole.Title)], style.MarkLeastSize);
        var ranges = TitleBreaker.Break(pieces, issuer: null, flow.Frame.Width);
        var widest = ranges.Max(range => range.Of(pieces).Sum(piece => piece.Width));
        var fitted = Math.Min(style.MarkSize, style.MarkLeastSize * flow.Frame.Width / widest);
        var size = Math.Floor(fitted / HalfPoint) * HalfPoint;
        var node = new StructNode("P", flow.Root);
        var lines = new List<FixedLine>();
        foreach (var range in ranges)
        {
            var text = string.Concat(range.Of(pieces).SelectMany(piece => piece.Glyphs).Select(glyph => char.ConvertFromUtf32(glyph.CodePoint)));
            var line = LineSetter.Set(flow.Natural([new StyledRun(text, FontRole.Title)], size), 0, 0, 0, []);
            var top = lines.Count == 0 ? inkTop + line.Glyphs.Max(glyph => glyph.Glyph.InkTop) * size : lines[^1].Baseline + Leading * size;
            lines.Add(new FixedLine(line, size, (flow.Frame.Width - line.Width) / 2, top, node) { Ink = Ink.HeadRed });
        }

        return (lines, lines[^1].Baseline + (1 - style.Ascent) * size);
    }
}
