using DocumentFormat.OpenXml;
using Ledger.Documents.Layout;
using static Ledger.Documents.Word.Measure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Word;

/// <summary>
/// 版头 (7.2): the mark's top 35 mm below the type area's, the number two blank lines below it, the red line 4 mm below the
/// number, the title two blank lines below the line. On pre-printed paper mark and line keep their room and stay blank.
/// </summary>
internal static class HeadFlow
{
    /// <summary>7.2.7: 4 mm.</summary>
    public const int RuleGap = 227;

    // 7.2.4: 35 mm; the size is left open: 初号, less when the name would not fit on one line, never below the title's 2号.
    private const int MarkTop = 1984, Largest = 42, Smallest = 22;

    // The mark's line is this much of its size tall, and the letters' ink begins about this part of it below the line's top.
    public const double LineHeight = 1.2, Inset = 0.15;

    // A blank between two names, and between label and edge.
    private const int Blank = Cell;

    public static void Add(Flow flow, Head head, bool isPreprinted)
    {
        var above = AddCorner(flow, head);
        var size = MarkSize(head.Mark);
        var mark = flow.Add(StyleId.Mark, isPreprinted ? [] : [Sized(WordText.Run(head.Mark), size)]).ParagraphProperties!;
        mark.SpacingBetweenLines = new()
        {
            Before = $"{MarkTop - above * Pitch - Twips(size * Inset)}",
            After = $"{2 * Pitch}",
            Line = $"{Twips(size * LineHeight)}",
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        AddNumber(flow, head);
        var rule = flow.Add(StyleId.RedRule).ParagraphProperties!;
        if (isPreprinted) return;
        rule.ParagraphBorders = new W.ParagraphBorders(new W.BottomBorder { Val = W.BorderValues.Single, Size = 12, Space = 0, Color = "FF0000" });
    }

    /// <summary>How tall all of it is, in twips, with the blank lines above the title.</summary>
    public static int Height(Head head) =>
        MarkTop + Twips(MarkSize(head.Mark)) + (2 + Math.Max(1, (head.Signers.Count + 1) / 2) + 2) * Pitch + RuleGap;

    private static int AddCorner(Flow flow, Head head)
    {
        var lines = new[] { (StyleId.CopyNumber, head.CopyNumber), (StyleId.Secrecy, head.Secrecy), (StyleId.Secrecy, head.Urgency) };
        var given = lines.Where(line => !string.IsNullOrEmpty(line.Item2)).ToList();
        foreach (var (style, text) in given) flow.Add(style, WordText.Run(text!));
        return given.Count;
    }

    // 7.2.5, 7.2.6: centred; upward, one character in on the last signers' line, and the signers end one character in.
    private static void AddNumber(Flow flow, Head head)
    {
        var number = head.Number?.ToString() ?? "";
        if (head.Signers.Count == 0)
        {
            var centred = flow.Add(StyleId.Number, WordText.Run(number)).ParagraphProperties!;
            centred.Justification = Looks.Aligned(W.JustificationValues.Center);
            return;
        }

        const string label = "签发人：";
        var lines = head.Signers.Chunk(2).ToList();
        var second = lines.Max(line => Body(line[0])) + Blank;
        var names = Width - Cell - lines.Max(line => line.Length == 1 ? Body(line[0]) : second + Body(line[1]));
        for (var i = 0; i < lines.Count; i++)
        {
            OpenXmlElement[] left = i == lines.Count - 1 && number.Length > 0 ? [WordText.Run(number), Tab()] : [Tab()];
            OpenXmlElement[] lead = i == 0 ? [WordText.Run(label)] : [];
            OpenXmlElement[] two = lines[i].Length == 1 ? [] : [Tab(), WordText.Run(lines[i][1], StyleId.Signer)];
            var line = flow.Add(StyleId.Number, [.. left, .. lead, WordText.Run(lines[i][0], StyleId.Signer), .. two]).ParagraphProperties!;
            line.Indentation = new() { Left = $"{Cell}", LeftChars = 100 };
            line.Tabs = new(Stop(i == 0 ? names - Body(label) : names), Stop(names + second));
        }
    }

    private static W.Run Tab() => new(new W.TabChar());

    private static W.TabStop Stop(int position) => new() { Val = W.TabStopValues.Left, Position = position };

    public static double MarkSize(string mark) =>
        Math.Clamp(Math.Floor(PageStyle.Standard.Width / Math.Max(1, WordText.Clean(mark).Length)), Smallest, Largest);

    public static W.Run Sized(W.Run run, double size)
    {
        run.RunProperties ??= new W.RunProperties();
        run.RunProperties.FontSize = Looks.Size(size);
        return run;
    }
}
