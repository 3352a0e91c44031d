using CsCheck;
using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ledger.Documents.Tests.Layout;

/// <summary>Any mixed office text, read back from the finished page.</summary>
public class MixedTextTests
{
    private const string Han = "法治政府建设情况报告招商服务中心推进依法行政全年组织开展审查合同协议意见宣传企业培训会议";
    private const double Squeeze = 0.25 * 156.0 / 28;

    // A character of 16 pt is a little wider than its cell.
    private static readonly double Tolerance = 16 / PageStyle.Millimetre - 156.0 / 28 + 0.02;

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Int[0, Han.Length - 1].Array[1, 12].Select(at => string.Concat(at.Select(i => Han[i]))),
        OneOf("，", "。", "、", "；", "：", "“法治”", "（试行）", "《条例》", "——", "……", "？", "！", "（一）", "第（二）项"),
        OneOf("2023年", "20次", "98.5%", "356人次", "〔2024〕3号", "PDF", "GB/T 9704", "第3号", "1.5万元", "12月31日", "https://example.gov.cn/a-b"))
        .Array[1, 60].Select(parts => "法" + Calm(string.Concat(parts)));

    private static readonly Gen<string[]> Texts = Text.Array[1, 12];

    [Fact]
    public void no_line_on_paper_begins_or_ends_with_a_forbidden_character_and_all_text_is_read_back() => Texts.Sample(
        texts =>
        {
            using var pdf = Render(texts);
            var body = pdf.BodyText();
            if (!body.EndsWith(string.Concat(texts), StringComparison.Ordinal)) return false;
            var lines = pdf.GetPages().SelectMany(page => page.BodyLines()).SkipWhile(line => line[0].PointSize > 16.1).Skip(1).Select(line => line.Text().Trim()).ToList();
            return lines.TrueForAll(line => Kinsoku.MayStart(line[0]) && Kinsoku.MayEnd(line[^1]));
        },
        iter: 40);

    [Fact]
    public void no_character_stands_outside_the_type_area_and_no_mark_gives_up_more_than_a_quarter() => Texts.Sample(
        texts =>
        {
            using var pdf = Render(texts);
            var lines = pdf.GetPages().SelectMany(page => page.BodyLines()).SkipWhile(line => line[0].PointSize > 16.1);
            return lines.All(line => Fits(line) && Steps(line).All(step => step > -Tolerance));
        },
        iter: 40);

    // Blank halves of marks and spaces may hang over the edges; ink may not.
    private static bool Fits(List<Letter> line) =>
        line[0].Left() > 28 - Squeeze - Tolerance && line.Last(letter => letter.Value != " ").EndBaseLine.X / PageStyle.Millimetre < 184 + Squeeze + Tolerance;

    // What is left between a full-width character and the next beyond what two squeezed marks may give up.
    private static IEnumerable<double> Steps(List<Letter> line)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (line[i - 1].Value[0] < 0x2000 || line[i].Value[0] < 0x2000) continue;
            var marks = (Kinsoku.IsSqueezable(line[i - 1].Value[0]) ? 1 : 0) + (Kinsoku.IsSqueezable(line[i].Value[0]) ? 1 : 0);
            yield return line[i].Left() - line[i - 1].Left() - (156.0 / 28 - marks * Squeeze);
        }
    }

    private static PdfDocument Render(string[] texts) =>
        PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [.. texts.Select(text => new Paragraph(text))] }).Bytes);

    private static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    // Marks never more than three in a row: more than that no line can hold apart.
    private static string Calm(string text)
    {
        var calm = new System.Text.StringBuilder();
        var marks = 0;
        foreach (var c in text)
        {
            marks = Kinsoku.MayStart(c) && Kinsoku.MayEnd(c) ? 0 : marks + 1;
            if (marks <= 3) calm.Append(c);
        }

        return calm.ToString();
    }
}
