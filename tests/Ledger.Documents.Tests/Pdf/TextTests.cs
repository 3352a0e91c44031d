using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;

namespace Ledger.Documents.Tests.Pdf;

public class TextTests
{
    private static readonly Lazy<byte[]> Report = new(() => TestFonts.Render(Samples.Report).Bytes);

    [Fact]
    public void every_paragraph_comes_out_exactly_as_it_was_written()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        var text = pdf.BodyText();
        Assert.Contains(Samples.Report.Title, text, StringComparison.Ordinal);
        Assert.Contains("沈丘县人民政府：", text, StringComparison.Ordinal);
        foreach (var block in Samples.Report.Body)
        {
            var runs = block is Paragraph paragraph ? paragraph.Runs : ((Heading)block).Runs;
            Assert.Contains(string.Concat(runs.Select(run => run.Text)), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void the_order_of_the_text_is_the_order_of_reading()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        var text = pdf.BodyText();
        string[] parts = [Samples.Report.Title, "沈丘县人民政府：", "一、主要举措", "（一）", "（二）", "二、存在", "附件：1.", "2024年1月5日", "（此件公开发布）", "附件1", "附件2"];
        var places = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
    }

    [Theory]
    [InlineData("空格 半角，全角　空格与·间隔号")]
    [InlineData("Latin text with spaces, A-B/C (1) & 100%")]
    [InlineData("“引号”‘单引’《书名》〔2024〕—— …… ①②③ ㎡ ℃ ％ ～ × ÷ ±")]
    public void text_with_all_kinds_of_characters_is_copied_exactly(string text)
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [new Paragraph(text)] }).Bytes);
        Assert.Contains(text, pdf.BodyText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王镕")]
    [InlineData("李喆")]
    [InlineData("张堃")]
    [InlineData("赵赟")]
    [InlineData("周昇")]
    public void rare_name_characters_come_out_through_the_fallback_face(string name)
    {
        var rendered = TestFonts.Render(Samples.Empty with { Body = [new Paragraph($"参加人：{name}等。")] });
        using var pdf = PdfDocument.Open(rendered.Bytes);
        var letters = pdf.GetPages().SelectMany(page => page.Letters).ToList();
        Assert.Contains($"参加人：{name}等。", letters.Text(), StringComparison.Ordinal);
        var body = letters.First(letter => letter.Value == "参").Face();
        var expected = TestFonts.Library.Chain(Documents.Fonts.FontRole.Body)[0].Find(name[1]) is null;
        Assert.Equal(expected, letters.First(letter => letter.Value == name[1..]).Face() != body);
        if (expected) Assert.Contains(rendered.Log.Notices, notice => notice.Contains(name[1], StringComparison.Ordinal));
    }

    [Fact]
    public void a_character_no_face_has_is_refused_by_name_code_point_and_place()
    {
        var error = Assert.Throws<DocumentException>(() =>
            TestFonts.Render(Samples.Empty with { Body = [new Paragraph("参加人：王\U0003134A等同志。")] }));
        Assert.Contains("U+3134A", error.Message, StringComparison.Ordinal);
        Assert.Contains("\U0003134A", error.Message, StringComparison.Ordinal);
        Assert.Contains("参加人：王", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void headings_are_set_in_their_faces()
    {
        using var pdf = PdfDocument.Open(Report.Value);
        var lines = pdf.GetPages().SelectMany(page => page.BodyLines()).ToList();
        string FaceOf(string start) => lines.First(line => line.Text().StartsWith(start, StringComparison.Ordinal))[0].Face();
        string First(Documents.Fonts.FontRole role) => TestFonts.Library.Chain(role)[0].Record.PostScriptName;
        Assert.Equal(First(Documents.Fonts.FontRole.Title), FaceOf("沈丘县招商服务中心"));
        Assert.Equal(First(Documents.Fonts.FontRole.Hei), FaceOf("一、"));
        Assert.Equal(First(Documents.Fonts.FontRole.Kai), FaceOf("（一）"));
        Assert.Equal(First(Documents.Fonts.FontRole.Body), FaceOf("1.法律"));
        Assert.Equal(First(Documents.Fonts.FontRole.Body), FaceOf("（1）"));
        Assert.Equal(First(Documents.Fonts.FontRole.Hei), FaceOf("附件1"));
    }

    [Fact]
    public void zero_width_characters_draw_nothing_and_line_ends_become_spaces()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [new Paragraph("法\u200B治\uFEFF政\n府")] }).Bytes);
        Assert.Contains("法治政 府", pdf.BodyText(), StringComparison.Ordinal);
    }
}
