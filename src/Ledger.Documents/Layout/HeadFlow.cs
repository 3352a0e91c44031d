using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// 版头 (7.2): what stands above the red line, on the lines of the first page's grid. Two of them stay blank below the mark
/// and two below the red line.
/// </summary>
internal static class HeadFlow
{
    private const int BlankLines = 2;

    /// <param name="isOnPaper">The mark and the red line are on the paper already: their room is left (套打).</param>
    public static void Add(Flow flow, Head head, bool isOnPaper)
    {
        var style = flow.Style;
        var lines = new List<FixedLine>();
        AddCorner(flow, head, lines);
        var mark = HeadMark.Set(flow, head.Mark, style.MarkTop);
        if (!isOnPaper) lines.AddRange(mark.Lines);
        var signers = SignersFlow.Set(flow, head);
        var numberLine = (int)Math.Ceiling(mark.Bottom / style.Pitch) + BlankLines + Math.Max(0, signers.Count - 1);
        for (var i = 0; i < signers.Count; i++) lines.AddRange(signers[i].Select(part => OnLine(part, numberLine - signers.Count + 1 + i)));
        if (head.Number is { } number) lines.Add(OnLine(NumberOf(flow, number, signers), numberLine));

        // 7.2.7: four millimetres below the number, as wide as the type area.
        var bottom = numberLine * style.Pitch + style.BodySize;
        var rule = new FixedRule(bottom + style.HeadRuleGap + style.HeadRuleWidth / 2, style.HeadRuleWidth) { Ink = Ink.HeadRed };
        flow.Add(new FixedItem(lines, isOnPaper ? [] : [rule], (numberLine + 1) * style.Pitch) { KeepWithNext = true });
        for (var i = 0; i < BlankLines; i++) flow.Add(new BlankItem { KeepWithNext = true });

        FixedLine OnLine(FixedLine line, int index) => line with { Baseline = index * style.Pitch + style.Ascent * style.BodySize };
    }

    // 7.2.1 to 7.2.3: 份号 on the first line, 密级 on the second, 紧急程度 below what is there.
    private static void AddCorner(Flow flow, Head head, List<FixedLine> lines)
    {
        var index = 0;
        AddLine(head.CopyNumber, FontRole.Body, 0);
        AddLine(head.Secrecy, FontRole.Hei, 1);
        AddLine(head.Urgency, FontRole.Hei, index);

        void AddLine(string? text, FontRole role, int at)
        {
            if (string.IsNullOrEmpty(text)) return;
            var line = flow.OneLine(text, role);
            lines.Add(new FixedLine(line, flow.Style.BodySize, 0, at * flow.Style.Pitch + flow.Style.Ascent * flow.Style.BodySize, new("P", flow.Root)));
            index = at + 1;
        }
    }

    // 7.2.5: centred; one character in from the left when the document goes upward.
    private static FixedLine NumberOf(Flow flow, DocumentNumber number, IReadOnlyList<IReadOnlyList<FixedLine>> signers)
    {
        var line = flow.OneLine(number.ToString(), FontRole.Body);
        var left = signers.Count == 0 ? (flow.Frame.Width - line.Width) / 2 : flow.Style.Cell;
        var room = signers.Count == 0 ? flow.Frame.Width : signers.Min(parts => parts[0].Left) - flow.Style.Cell;
        if (left >= 0 && left + line.Width <= room + 0.01)
            return new FixedLine(line, flow.Style.BodySize, left, 0, new StructNode("P", flow.Root));
        throw new DocumentException(
            $"发文字号“{line.Text}”与签发人在一行内排不下，请核对二者。",
            $"The document number {line.Text} and the signers do not fit on one line. Check both.");
    }
}
