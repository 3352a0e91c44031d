using Ledger.Documents.Tests.Fixtures;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledger.Documents.Tests.Word;

public class FigureTests
{
    [Fact]
    public void each_figure_is_a_locked_control_with_its_code()
    {
        using var word = ReadWord.Open(Samples.Report);
        Assert.Equal([("legal-service", "20"), ("contract-review", "38"), ("no-row", "7")], word.Figures());
        var properties = word.Body().Descendants<W.SdtProperties>().ToList();
        Assert.All(properties, p => Assert.Equal(W.LockingValues.SdtContentLocked, p.GetFirstChild<W.Lock>()!.Val!.Value));
        Assert.Equal(properties.Count, properties.Select(p => p.GetFirstChild<W.SdtId>()!.Val!.Value).Distinct().Count());
    }

    [Fact]
    public void a_figure_leads_to_its_row_and_a_link_to_its_address()
    {
        using var word = ReadWord.Open(Samples.Report);
        var places = word.Body().Descendants<W.BookmarkStart>().Select(b => b.Name!.Value!).ToList();
        Assert.Contains("figure_legal_service", places);
        Assert.All(word.Body().Descendants<W.Hyperlink>().Select(h => h.Anchor?.Value).OfType<string>(), anchor => Assert.Contains(anchor, places));
        Assert.Equal(
            ["https://example.gov.cn/report?year=2023", "https://example.gov.cn/figures/legal-service"],
            word.MainDocumentPart!.HyperlinkRelationships.Select(r => r.Uri.ToString()));
    }

    [Fact]
    public void names_word_would_not_take_get_another_and_still_meet()
    {
        var table = Samples.Statistics(2) with { Rows = [TableRow.Of("1", "甲", "2", "3") with { Anchor = "figure:a-b" }, TableRow.Of("2", "乙", "2", "3") with { Anchor = "figure:a_b" }] };
        using var word = ReadWord.Open(Samples.Empty with { Body = [new Paragraph([new Run("2") { FigureCode = "a_b" }]), table] });
        var anchor = word.Body().Descendants<W.Hyperlink>().Single().Anchor!.Value;
        Assert.Equal("2", word.Body().Descendants<W.BookmarkStart>().Single(b => b.Name == anchor).Parent!.InnerText);
    }

    [Fact]
    public void the_text_is_the_models_text()
    {
        using var word = ReadWord.Open(Samples.Report);
        var expected = Samples.Report.Body.Select(block => block switch
        {
            Heading heading => string.Concat(heading.Runs.Select(run => run.Text)),
            Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
            _ => "",
        });
        var paragraphs = word.Body().Elements<W.Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.Equal(Samples.Report.Title, paragraphs[0]);
        Assert.Equal("沈丘县人民政府：", paragraphs[1]);
        Assert.Equal(expected, paragraphs.Skip(2).Take(Samples.Report.Body.Count));
        Assert.Equal(
            ["附件：1.2023年度主要指标统计表", "2.计数口径说明", Samples.Issuer, "2024年1月5日", "（此件公开发布）", "附件1", "2023年度主要指标统计表"],
            paragraphs.Skip(2 + Samples.Report.Body.Count).Take(7));
    }

    [Fact]
    public void characters_no_file_may_hold_are_left_out()
    {
        using var word = ReadWord.Open(Samples.Empty with { Body = [new Paragraph("甲\u0001\uFFFE\u200B乙\t丙<&>\uD800")] });
        Assert.Equal("甲乙 丙<&>\uFFFD", word.Styled("BodyText").Single().InnerText);
    }

    [Fact]
    public void what_cannot_be_set_is_refused()
    {
        void Refused(params Block[] blocks) => Assert.Throws<DocumentException>(() => WordRenderer.Render(Samples.Empty with { Body = blocks }));
        Refused(new Unknown());
        Refused(new Heading(5, "五级"));
        Refused(new Paragraph([new Run("7") { FigureCode = new string('x', 65) }]));
        Refused(new Paragraph([new Run("网站") { Link = "javascript:alert(1)" }]));
        Refused(Samples.Statistics(1) with { Rows = [TableRow.Of("1")] });
        Assert.Throws<DocumentException>(() => WordRenderer.Render(Samples.Report with { Profile = LayoutProfile.Formal }));
    }

    private sealed record Unknown : Block;
}
