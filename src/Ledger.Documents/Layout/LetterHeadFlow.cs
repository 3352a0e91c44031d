using Ledger.Documents.Fonts;

namespace Ledger.Documents.Layout;

/// <summary>
/// A letter's head (10.1): the mark, a red double line below it and another at the sheet's foot; below the first, 份号, 密级
/// and 紧急程度 at the left and 发文字号 at the right; the title two lines below the last of them.
/// </summary>
internal static class LetterHeadFlow
{
    private const int BlankLines = 2;

    public static void Add(Flow flow, Head head)
    {
        var style = flow.Style;
        var mark = HeadMark.Set(flow, head.Mark, style.LetterMarkTop - style.Top);
        var upper = LetterRules.Upper(style, mark.Bottom + style.HeadRuleGap);
        var lower = LetterRules.Lower(style);
        var top = LetterRules.Bottom(upper) + style.LetterRuleGap;
        var corner = Corner(flow, head).ToList();
        var number = head.Number is { } written ? NumberOf(flow, written, corner) : null;
        var lines = corner.Select((line, i) => line with { Baseline = Baseline(i) });
        if (number is not null) lines = lines.Append(number with { Baseline = Baseline(0) });
        var bottom = top + Math.Max(0, corner.Count - 1) * style.Pitch + style.BodySize;
        flow.Add(new FixedItem([.. mark.Lines, .. lines], [.. upper, .. lower], bottom) { KeepWithNext = true });
        for (var i = 0; i < BlankLines; i++) flow.Add(new BlankItem { KeepWithNext = true });

        double Baseline(int index) => top + index * style.Pitch + style.Ascent * style.BodySize;
    }

    // 7.2.1 to 7.2.3, one below the other in this order.
    private static IEnumerable<FixedLine> Corner(Flow flow, Head head)
    {
        (string? Text, FontRole Role)[] parts = [(head.CopyNumber, FontRole.Body), (head.Secrecy, FontRole.Hei), (head.Urgency, FontRole.Hei)];
        foreach (var (text, role) in parts)
        {
            if (!string.IsNullOrEmpty(text))
                yield return new FixedLine(flow.OneLine(text, role), flow.Style.BodySize, 0, 0, new StructNode("P", flow.Root));
        }
    }

    private static FixedLine NumberOf(Flow flow, DocumentNumber number, List<FixedLine> corner)
    {
        var line = flow.OneLine(number.ToString(), FontRole.Body);
        var left = flow.Frame.Width - line.Width;
        var taken = corner.Count == 0 ? 0 : corner[0].Line.Width + flow.Style.Cell;
        if (left >= taken) return new FixedLine(line, flow.Style.BodySize, left, 0, new StructNode("P", flow.Root));
        throw new DocumentException(
            $"发文字号“{number}”与其左边的要素在一行内排不下，请核对二者。",
            $"The document number {number} and what stands left of it do not fit on one line. Check both.");
    }
}
