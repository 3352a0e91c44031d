using System.Globalization;
using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// 版记 (7.4): 4号 仿宋 one character in on both sides, one line of the grid each, between rules as wide as the type area:
/// 0.35 mm the first and the last, 0.25 mm above the office.
/// </summary>
internal static class ImprintFlow
{
    public static FixedItem Set(Flow flow, Imprint imprint)
    {
        var style = flow.Style;
        var lines = new List<FixedLine>();
        var row = AddNames(flow, lines, imprint);
        var middle = row * style.Pitch;
        row = AddOffice(flow, lines, row, imprint);
        var bottom = row * style.Pitch;
        FixedRule first = new(0, style.ImprintRule), last = new(bottom, style.ImprintRule);
        return new FixedItem(lines, middle > 0 ? [first, new(middle, style.ImprintInnerRule), last] : [first, last], bottom);
    }

    /// <summary>A letter's imprint (10.1): the names alone; null when there are none.</summary>
    public static FixedItem? SetNames(Flow flow, Imprint imprint)
    {
        var lines = new List<FixedLine>();
        var rows = AddNames(flow, lines, imprint);
        return rows == 0 ? null : new FixedItem(lines, [], rows * flow.Style.Pitch);
    }

    private static int AddNames(Flow flow, List<FixedLine> lines, Imprint imprint) =>
        AddNames(flow, lines, AddNames(flow, lines, 0, "主送：", imprint.Addressees), "抄送：", imprint.Copies);

    // 7.4.2: wrapped lines go on behind the colon; 。 at the end.
    private static int AddNames(Flow flow, List<FixedLine> lines, int row, string label, IReadOnlyList<string> names)
    {
        if (names.Count == 0) return row;
        var text = Pieces(flow, $"{label}{string.Join('，', names).TrimEnd('。')}。");
        var size = flow.Style.ImprintSize;
        var hang = text.Take(label.Length).Sum(piece => piece.Width);
        var node = new StructNode("P", flow.Root);
        foreach (var line in new LineBreaker(flow.Style, size).Break(text, size, size + hang, flow.Frame.Width - size, justify: true, label.Length))
            lines.Add(At(flow, line, 0, row++, node));
        return row;
    }

    // 7.4.3: the office on the left, the date on the right of its last line.
    private static int AddOffice(Flow flow, List<FixedLine> lines, int row, Imprint imprint)
    {
        var size = flow.Style.ImprintSize;
        var printedOn = imprint.PrintedOn.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
        var date = LineSetter.Set(Pieces(flow, $"{printedOn}印发"), 0, 0, 0, []);
        var dateLeft = flow.Frame.Width - size - date.Width;
        var node = new StructNode("P", flow.Root);
        foreach (var line in new LineBreaker(flow.Style, size).Break(Pieces(flow, imprint.Office), size, size, dateLeft - size, justify: false))
            lines.Add(At(flow, line, 0, row++, node));
        lines.Add(At(flow, date, dateLeft, row - 1, new StructNode("P", flow.Root)));
        return row;
    }

    private static Cluster[] Pieces(Flow flow, string text) => flow.Natural([new StyledRun(text, FontRole.Body)], flow.Style.ImprintSize);

    private static FixedLine At(Flow flow, Line line, double left, int row, StructNode node)
    {
        var style = flow.Style;
        var top = row * style.Pitch + (style.Pitch - style.ImprintSize) / 2;
        return new FixedLine(line, style.ImprintSize, left, top + style.Ascent * style.ImprintSize, node);
    }
}
