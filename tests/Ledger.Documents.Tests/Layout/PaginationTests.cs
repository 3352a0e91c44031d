using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Layout;

public class PaginationTests
{
    [Fact]
    public void a_full_page_has_twenty_two_lines()
    {
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [new Paragraph(new string('法', 28 * 60))] });
        Assert.Equal(22, FakeGlyphs.Texts(pages[1]).Count);
    }

    [Fact]
    public void a_heading_never_stands_last_on_a_page()
    {
        for (var lines = 10; lines < 40; lines++)
        {
            var pages = FakeGlyphs.Paginate(Samples.Empty with
            {
                Body = [Filler(lines), new Heading(1, "一、标题"), new Heading(2, "（一）标题"), Filler(5)],
            });
            Assert.All(pages, page => Assert.DoesNotContain("标题", FakeGlyphs.Texts(page)[^1], StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void the_signature_never_stands_on_a_page_without_text(bool sealSpace)
    {
        for (var lines = 1; lines < 50; lines++)
        {
            var pages = FakeGlyphs.Paginate(Samples.Empty with
            {
                Body = [Filler(lines)],
                Signature = new Signature(Samples.Issuer, new DateOnly(2024, 2, 7), sealSpace),
                Note = "此件公开发布",
            });
            var last = FakeGlyphs.Texts(pages[^1]);
            Assert.Equal([Samples.Issuer, "2024年2月7日", "（此件公开发布）"], last.TakeLast(3));
            Assert.Contains('法', last[^4]);
        }
    }

    [Fact]
    public void an_annex_starts_a_page_and_its_title_stands_on_the_third_line()
    {
        var page = FakeGlyphs.Paginate(Samples.Report)[^1];
        var texts = page.Items.Where(placed => placed.Item is TextItem).ToList();
        Assert.Equal("附件2", ((TextItem)texts[0].Item).Line.Text);
        Assert.Equal(0, texts[0].Top);
        Assert.Equal("计数口径说明", ((TextItem)texts[1].Item).Line.Text);
        Assert.Equal(2 * FakeGlyphs.Style.Pitch, texts[1].Top, 6);
    }

    [Fact]
    public void a_single_annex_has_no_number()
    {
        var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [Filler(3)], Annexes = [new Annex("统计表", [Filler(1)])] });
        Assert.Equal("附件", FakeGlyphs.Texts(pages[1])[0]);
        Assert.Equal("附件：统计表", FakeGlyphs.Texts(pages[0])[^1]);
    }

    [Fact]
    public void the_attachment_note_numbers_the_annexes_and_ends_without_a_mark()
    {
        var lines = FakeGlyphs.Paginate(Samples.Report).SelectMany(FakeGlyphs.Texts).ToList();
        var at = lines.FindIndex(line => line.StartsWith("附件：", StringComparison.Ordinal));
        Assert.Equal(["附件：1.2023年度主要指标统计表", "2.计数口径说明"], lines.Skip(at).Take(2));
    }

    [Fact]
    public void a_wrapped_attachment_name_goes_on_below_its_first_character()
    {
        var flow = DocumentFlow.Build(Samples.Empty with { Body = [new AttachmentNote([new string('名', 40), "其他"])] }, FakeGlyphs.Style, FakeGlyphs.Find);
        var lines = flow.Items.OfType<TextItem>().Select(item => item.Line).SkipWhile(line => !line.Text.StartsWith('附')).ToList();
        var name = lines[0].Glyphs.First(glyph => glyph.CodePoint == '名').X;
        Assert.Equal(name, lines[1].Glyphs[0].X, 6);
        Assert.Equal(name, lines[2].Glyphs.First(glyph => glyph.CodePoint == '其').X, 6);
    }

    [Fact]
    public void blank_lines_vanish_at_the_top_of_a_page()
    {
        for (var lines = 10; lines < 30; lines++)
        {
            var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [Filler(lines), new AttachmentNote(["统计表"])] });
            Assert.All(pages, page => Assert.Equal(0, page.Items[0].Top));
        }
    }

    private static Paragraph Filler(int lines) => new(new string('法', lines * 28 - 3));
}
