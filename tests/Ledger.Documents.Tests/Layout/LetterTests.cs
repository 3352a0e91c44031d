using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ledger.Documents.Tests.Layout;

/// <summary>信函格式, measured in millimetres on the finished page.</summary>
public class LetterTests
{
    private const double Tolerance = 0.1, Pitch = 225.0 / 22;
    private static readonly double Em = 16 / PageStyle.Millimetre;

    // Its text takes one page.
    private static readonly OfficialDocument Short = FormalSamples.Letter with { Body = [new Paragraph(Samples.Prose[0])] };

    private static readonly OfficialDocument Plain =
        Short with { Head = new Head("沈丘县招商服务中心", new DocumentNumber("沈招商函", 2024, 5)), Imprint = null };

    [Theory]
    [InlineData("县司法局")]
    [InlineData("沈丘县招商服务中心")]
    [InlineData("沈丘县人民政府招商引资工作领导小组")]
    [InlineData("中共沈丘县委全面依法治县委员会守法普法协调小组办公室综合科")]
    public void clause_10_1_the_mark_is_red_and_centred_its_top_edge_30_mm_below_the_sheet_s(string name)
    {
        var page = First(Plain with { Head = Plain.Head! with { Mark = name } });
        var mark = Mark(page);
        Assert.Equal(name, mark.Text());
        var top = mark.Min(letter => letter.Baseline() - Ink(letter) * letter.PointSize / PageStyle.Millimetre);
        Assert.InRange(top, 30 - Tolerance, 30 + Tolerance);
        Assert.All(mark.GroupBy(letter => Math.Round(letter.Baseline(), 1)), line =>
            Assert.InRange((line.First().Left() + Right(line.Last())) / 2, 28 + 78 - Tolerance, 28 + 78 + Tolerance));
        Assert.All(mark, letter => Assert.Equal(Face(FontRole.Title), letter.Face()));
    }

    [Fact]
    public void clause_10_1_two_red_double_lines_170_mm_long_in_the_middle_of_the_sheet()
    {
        var rules = First(Plain).Rules();
        Assert.Equal(4, rules.Count);
        Assert.All(rules, rule => Assert.Equal(ReadRules.Red, rule.Colour));
        Assert.All(rules, rule => Assert.True(rule.IsHorizontal));
        Assert.All(rules, rule => Assert.InRange(rule.Left, 20 - Tolerance, 20 + Tolerance));
        Assert.All(rules, rule => Assert.InRange(rule.Right, 190 - Tolerance, 190 + Tolerance));
    }

    [Fact]
    public void clause_10_1_the_first_is_4_mm_below_the_mark_thick_above_thin_the_second_20_mm_above_the_sheet_s_bottom_thin_above_thick()
    {
        var page = First(Plain);
        var rules = page.Rules();
        Assert.InRange(Upper(rules[0]) - Bottom(Mark(page)), 4 - Tolerance, 4 + Tolerance);
        Assert.InRange(297 - Lower(rules[3]), 20 - Tolerance, 20 + Tolerance);
        Assert.True(rules[0].Thickness > 2 * rules[1].Thickness && rules[3].Thickness > 2 * rules[2].Thickness);
        Assert.Equal(Upper(rules[1]) - Lower(rules[0]), Upper(rules[3]) - Lower(rules[2]), 2);
        Assert.InRange(Upper(rules[1]) - Lower(rules[0]), 0.3, 1);
    }

    [Fact]
    public void clause_10_1_the_number_ends_at_the_type_area_s_right_edge_seven_eighths_of_a_character_below_the_first_line()
    {
        var page = First(Plain);
        var number = Line(page, "沈招商函〔2024〕5号");
        Assert.InRange(number[^1].Left() + 156.0 / 28, 184 - Tolerance, 184 + Tolerance);
        Assert.InRange(Top(number) - Lower(page.Rules()[1]), Em * 7 / 8 - Tolerance, Em * 7 / 8 + Tolerance);
    }

    [Fact]
    public void clause_10_1_copy_number_secrecy_and_urgency_stand_at_the_left_from_the_number_s_line_downward()
    {
        var page = First(Short);
        var parts = new[] { "000001", "秘密★1年", "特急" }.Select(text => Line(page, text)).ToList();
        Assert.Equal(Line(page, "沈招商函〔2024〕5号")[0].Baseline(), parts[0][0].Baseline(), 3);
        Assert.All(parts, (part, i) => Assert.Equal(parts[0][0].Baseline() + i * Pitch, part[0].Baseline(), 2));
        Assert.All(parts, part => Assert.InRange(part[0].Left(), 28 - 0.3, 28 + 0.8));
        Assert.Equal([Face(FontRole.Body), Face(FontRole.Hei), Face(FontRole.Hei)], parts.Select(part => part[0].Face()));
    }

    [Fact]
    public void clause_10_1_the_title_stands_two_lines_below_the_last_of_what_is_above_it()
    {
        foreach (var (document, last) in new[] { (Plain, "沈招商函〔2024〕5号"), (Short, "特急") })
        {
            var page = First(document);
            var title = page.BodyLines().First(line => line[0].PointSize is > 21.9 and < 22.1);
            Assert.InRange((Top(title) - Bottom(Line(page, last))) / Pitch, 2 - 0.01, 3);
        }
    }

    [Fact]
    public void clause_10_1_the_first_page_has_no_number_and_the_second_line_alone_the_others_are_as_usual()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(FormalSamples.Letter).Bytes);
        Assert.Equal(2, pdf.NumberOfPages);
        Assert.Equal(["", "— 2 —"], pdf.GetPages().Select(Foot));
        Assert.Equal([4, 0], pdf.GetPages().Select(page => page.Rules().Count));
        Assert.DoesNotContain(pdf.GetPage(2).Letters, letter => letter.Colour() == ReadRules.Red);
    }

    [Fact]
    public void clause_10_1_the_imprint_has_no_lines_office_or_date_and_stands_at_the_last_page_s_foot_odd_or_even()
    {
        foreach (var (document, pages) in new[] { (Short, 1), (FormalSamples.Letter, 2) })
        {
            using var pdf = PdfDocument.Open(TestFonts.Render(document).Bytes);
            Assert.Equal(pages, pdf.NumberOfPages);
            var last = pdf.GetPage(pages);
            var copies = last.BodyLines()[^1];
            Assert.Equal("抄送：县委依法治县办，县政府办公室。", copies.Text());
            Assert.InRange(copies[0].Left(), 28 + 14 / PageStyle.Millimetre - Tolerance, 28 + 14 / PageStyle.Millimetre + Tolerance);
            Assert.InRange(262 - Bottom(copies), 0, Pitch / 2);
            Assert.DoesNotContain(last.Rules(), rule => rule.Colour != ReadRules.Red);
            Assert.DoesNotContain("印发", pdf.BodyText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void an_imprint_without_names_is_none() =>
        Assert.Equal(
            TestFonts.Render(Plain).Bytes,
            TestFonts.Render(Plain with { Imprint = new Imprint("", new DateOnly(2024, 1, 8)) }).Bytes);

    [Fact]
    public void the_imprint_never_touches_the_text_and_adds_one_page_at_most_whatever_the_text_s_length()
    {
        for (var lines = 1; lines < 60; lines++)
        {
            var document = Short with { Body = [new Paragraph(new string('法', lines * 28 - 3))] };
            var (bare, pages) = (FakeGlyphs.Paginate(document with { Imprint = null }), FakeGlyphs.Paginate(document));
            Assert.InRange(pages.Count - bare.Count, 0, 1);
            var imprint = pages[^1].Items[^1];
            Assert.All(pages[^1].Items.SkipLast(1), placed => Assert.True(Paginator.Bottom(placed, FakeGlyphs.Style) <= imprint.Top + 0.01));
            Assert.Equal(pages.Skip(1).Select(_ => true).Prepend(false), pages.Select(page => page.Numbered));
        }
    }

    [Fact]
    public void a_letter_without_a_number_yet_keeps_its_line_blank()
    {
        var open = First(Plain with { Head = Plain.Head! with { Number = null } });
        Assert.DoesNotContain(open.Letters, letter => letter.Value == "〔");
        Assert.Equal(Line(First(Plain), "沈丘县司法局：")[0].Baseline(), Line(open, "沈丘县司法局：")[0].Baseline(), 3);
    }

    private static Page First(OfficialDocument document)
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(document).Bytes);
        return pdf.GetPage(1);
    }

    private static List<Letter> Mark(Page page) => [.. page.Letters.Where(letter => letter.Colour() == ReadRules.Red)];

    private static List<Letter> Line(Page page, string text)
    {
        var at = page.Letters.Text().IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        return [.. page.Letters.Skip(at).Take(text.Length)];
    }

    private static string Foot(Page page) => page.Letters.Where(letter => letter.Baseline() > 262).Text();

    private static double Upper(ReadRule rule) => rule.Top - rule.Thickness / 2;

    private static double Lower(ReadRule rule) => rule.Top + rule.Thickness / 2;

    private static double Top(List<Letter> line) => line[0].Baseline() - 0.88 * line[0].PointSize / PageStyle.Millimetre;

    private static double Bottom(List<Letter> line) => line.Max(letter => letter.Baseline()) + 0.12 * line[0].PointSize / PageStyle.Millimetre;

    private static double Ink(Letter letter) => TestFonts.Library.Find(FontRole.Title, letter.Value[0])!.InkTop;

    private static string Face(FontRole role) => TestFonts.Library.Chain(role)[0].Record.PostScriptName;

    private static double Right(Letter letter) => letter.EndBaseLine.X / PageStyle.Millimetre;
}
