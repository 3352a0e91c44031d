using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ledger.Documents.Tests.Layout;

/// <summary>版记, measured in millimetres on the finished page.</summary>
public class ImprintTests
{
    private const double Tolerance = 0.05;
    private static readonly double Character = 14 / PageStyle.Millimetre;

    [Fact]
    public void clause_7_4_1_three_rules_as_wide_as_the_type_area_the_last_on_its_bottom()
    {
        var rules = Last(Samples.Formal(20)).Rules();
        Assert.Equal([0.35, 0.25, 0.35], rules.Select(rule => Math.Round(rule.Thickness, 2)));
        Assert.All(rules, rule => Assert.InRange(rule.Left, 28 - Tolerance, 28 + Tolerance));
        Assert.All(rules, rule => Assert.InRange(rule.Width, 156 - Tolerance, 156 + Tolerance));
        Assert.InRange(rules[^1].Top, 262 - Tolerance, 262 + Tolerance);
    }

    [Fact]
    public void clause_7_4_2_copies_are_one_character_in_hang_behind_the_colon_and_end_with_a_full_stop()
    {
        var copies = Rows(Last(Samples.Formal(20)))[..^1];
        Assert.Equal(2, copies.Count);
        Assert.Equal($"抄送：{string.Join('，', Samples.Imprint.Copies)}。", string.Concat(copies.Select(line => line.Text())));
        Assert.InRange(copies[0][0].Left(), 28 + Character - Tolerance, 28 + Character + Tolerance);
        Assert.Equal(copies[0][3].Left(), copies[1][0].Left(), 2);
        Assert.All(copies.SelectMany(line => line), letter => Assert.True(letter.EndBaseLine.X / PageStyle.Millimetre < 184 - Character + 0.3));
        Assert.All(copies.SelectMany(line => line), letter => Assert.Equal(14, letter.PointSize, 3));
    }

    [Fact]
    public void clause_7_4_2_addressees_moved_to_the_imprint_stand_above_the_copies_without_a_rule_between()
    {
        var page = Last(Samples.Formal(20) with { Addressees = [], Imprint = Samples.Imprint with { Addressees = ["各乡镇人民政府", "县政府各部门"] } });
        Assert.Equal("主送：各乡镇人民政府，县政府各部门。", Rows(page)[0].Text());
        Assert.StartsWith("抄送：", Rows(page)[1].Text(), StringComparison.Ordinal);
        Assert.Equal(3, page.Rules().Count);
    }

    [Fact]
    public void clause_7_4_3_the_office_is_one_character_in_from_the_left_and_the_date_from_the_right()
    {
        var office = Last(Samples.Formal(20)).BodyLines()[^1];
        Assert.Equal("沈丘县招商服务中心办公室2024年1月8日印发", office.Text());
        Assert.InRange(office[0].Left(), 28 + Character - Tolerance, 28 + Character + Tolerance);
        Assert.InRange(office[^1].Left() + Character, 184 - Character - Tolerance, 184 - Character + Tolerance);
    }

    [Fact]
    public void an_imprint_without_copies_has_its_two_outer_rules_only()
    {
        var page = Last(Samples.Formal(20) with { Imprint = Samples.Imprint with { Copies = [] } });
        Assert.Equal([0.35, 0.35], page.Rules().Select(rule => Math.Round(rule.Thickness, 2)));
    }

    [Fact]
    public void a_long_office_goes_on_a_second_line_beside_the_date_s()
    {
        var office = "沈丘县招商引资和重点项目建设服务中心综合协调办公室";
        var page = Last(Samples.Formal(20) with { Imprint = Samples.Imprint with { Office = office, Copies = [] } });
        Assert.Equal($"{office}2024年1月8日印发", string.Concat(Rows(page).Select(line => line.Text())));
        Assert.Equal(2, Rows(page).Count);
    }

    [Theory]
    [InlineData(8, 2, "12")]
    [InlineData(20, 2, "12")]
    [InlineData(24, 2, "12")]
    [InlineData(28, 4, "12")]
    [InlineData(31, 4, "1234")]
    [InlineData(60, 4, "1234")]
    public void clauses_7_4_1_and_7_5_the_imprint_closes_an_even_page_and_a_blank_page_before_it_takes_both_numbers_away(int lines, int pages, string numbered)
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Formal(lines)).Bytes);
        Assert.Equal(pages, pdf.NumberOfPages);
        Assert.Equal(numbered, string.Concat(pdf.GetPages().Select(Number)));
        Assert.Contains("印发", pdf.GetPage(pages).Letters.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void the_imprint_never_touches_the_text_whatever_the_text_s_length()
    {
        for (var lines = 1; lines < 80; lines++)
        {
            var document = Samples.Formal(lines) with { Signature = new Signature(Samples.Issuer, new DateOnly(2024, 1, 5), SealSpace: true) };
            var pages = FakeGlyphs.Paginate(document);
            var imprint = pages[^1].Items[^1];
            Assert.IsType<FixedItem>(imprint.Item);
            Assert.Equal(0, pages.Count % 2);
            Assert.All(pages[^1].Items.SkipLast(1), placed => Assert.True(Paginator.Bottom(placed, FakeGlyphs.Style) <= imprint.Top + 0.01));
            Assert.All(pages, page => Assert.True(page.Numbered || page.Items.Count <= 1));
        }
    }

    [Fact]
    public void after_a_turned_annex_the_imprint_stands_upright_on_a_page_of_its_own()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Formal(3) with { Annexes = [new Annex("宽表", [Samples.Statistics(3)]) { Landscape = true }] }).Bytes);
        Assert.Equal([0, 90, 0, 0], pdf.GetPages().Select(page => page.Rotation.Value));
        Assert.InRange(pdf.GetPage(4).Rules()[^1].Top, 262 - Tolerance, 262 + Tolerance);
        Assert.InRange(pdf.GetPage(4).Rules()[^1].Width, 156 - Tolerance, 156 + Tolerance);
    }

    private static Page Last(OfficialDocument document)
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(document).Bytes);
        return pdf.GetPage(pdf.NumberOfPages);
    }

    // The imprint's lines: 4号, as nothing else in the type area.
    private static List<List<Letter>> Rows(Page page) => [.. page.BodyLines().Where(line => line[0].PointSize is > 13.9 and < 14.1)];

    private static string Number(Page page) => page.Letters.Where(letter => letter.Baseline() > 262).Text().Replace("—", "", StringComparison.Ordinal).Trim();
}
