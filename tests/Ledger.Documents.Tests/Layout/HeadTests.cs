using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ledger.Documents.Tests.Layout;

/// <summary>版头, measured in millimetres on the finished page.</summary>
public class HeadTests
{
    private const double Tolerance = 0.05, Cell = 156.0 / 28, Pitch = 225.0 / 22;
    private static readonly double Em = 16 / PageStyle.Millimetre;

    [Fact]
    public void clause_7_2_4_the_mark_is_centred_red_and_its_top_edge_is_35_mm_below_the_type_area_s()
    {
        var mark = Line(First(Samples.Formal(20)), Samples.Head.Mark);
        var top = mark.Min(letter => letter.Baseline() - Ink(letter) * letter.PointSize / PageStyle.Millimetre);
        Assert.InRange(top, 37 + 35 - Tolerance, 37 + 35 + Tolerance);
        Assert.InRange((mark[0].Left() + Right(mark[^1])) / 2, 28 + 78 - Tolerance, 28 + 78 + Tolerance);
        Assert.All(mark, letter => Assert.Equal(ReadRules.Red, letter.Colour()));
        Assert.All(mark, letter => Assert.Equal(Face(FontRole.Title), letter.Face()));
    }

    [Theory]
    [InlineData("县政府文件")]
    [InlineData("沈丘县招商服务中心文件")]
    [InlineData("沈丘县人民政府招商引资工作领导小组文件")]
    [InlineData("中共沈丘县委全面依法治县委员会守法普法协调小组办公室文件")]
    public void clause_7_2_4_a_mark_of_any_length_fits_the_type_area_in_a_size_above_the_title_s(string mark)
    {
        var letters = First(Samples.Formal(10) with { Head = Samples.Head with { Mark = mark } }).Letters.Where(letter => letter.Colour() == ReadRules.Red).ToList();
        Assert.Equal(mark, letters.Text());
        Assert.All(letters, letter => Assert.InRange(letter.PointSize, 26, 42));
        Assert.All(letters, letter => Assert.True(letter.Left() > 28 - Tolerance && Right(letter) < 184 + Tolerance));
    }

    [Fact]
    public void clause_7_2_5_a_number_without_signers_is_centred_two_blank_lines_below_the_mark()
    {
        var page = First(Samples.Formal(20) with { Head = Samples.Head with { Signers = [] } });
        var number = Line(page, "沈招商〔2024〕3号");
        Assert.InRange((number[0].Left() + Right(number[^1])) / 2, 28 + 78 - 0.5, 28 + 78 + 0.5);
        var blank = number[0].Baseline() - 0.88 * Em - Bottom(Line(page, Samples.Head.Mark));
        Assert.InRange(blank / Pitch, 2, 3);
        Assert.DoesNotContain(page.Letters, letter => letter.Value == "签");
    }

    [Fact]
    public void clause_7_2_5_and_7_2_6_upward_the_number_stands_left_and_the_signer_right_one_character_in()
    {
        var page = First(Samples.Formal(20));
        var (number, signer) = (Line(page, "沈招商〔2024〕3号"), Line(page, "签发人：张三"));
        Assert.InRange(number[0].Left(), 28 + Cell - Tolerance, 28 + Cell + Tolerance);
        Assert.InRange(signer[^1].Left() + Cell, 184 - Cell - Tolerance, 184 - Cell + Tolerance);
        Assert.Equal(number[0].Baseline(), signer[0].Baseline(), 3);
        Assert.Equal(Face(FontRole.Body), signer[0].Face());
        Assert.Equal(Face(FontRole.Kai), signer[^1].Face());
    }

    [Fact]
    public void clause_7_2_6_signers_stand_two_to_a_line_below_each_other_and_the_number_on_the_last_line()
    {
        var page = First(Samples.Formal(10) with { Head = Samples.Head with { Signers = ["张三", "李四五", "王二", "赵六七", "欧阳八"] } });
        var baselines = page.Letters.Where(letter => letter.Face() == Face(FontRole.Kai)).GroupBy(letter => Math.Round(letter.Baseline(), 2)).ToList();
        Assert.Equal(["张三李四五", "王二赵六七", "欧阳八"], baselines.Select(line => line.Text()));
        Assert.All(baselines, line => Assert.Equal(baselines[0].First().Left(), line.First().Left(), 2));
        Assert.Equal(baselines[^1].Key, Line(page, "沈招商〔2024〕3号")[0].Baseline(), 1);
        Assert.All(baselines.Zip(baselines.Skip(1)), pair => Assert.Equal(Pitch, pair.Second.Key - pair.First.Key, 1));
        // Two characters take the room of three.
        Assert.Equal(2 * Cell, baselines[0].ElementAt(1).Left() - baselines[0].First().Left(), 2);
    }

    [Fact]
    public void signers_with_long_names_stand_one_to_a_line()
    {
        var page = First(Samples.Formal(10) with { Head = Samples.Head with { Signers = ["阿不都热依木·买买提", "张三"] } });
        var names = page.Letters.Where(letter => letter.Face() == Face(FontRole.Kai)).GroupBy(letter => Math.Round(letter.Baseline(), 2)).ToList();
        Assert.Equal(["阿不都热依木·买买提", "张三"], names.Select(line => line.Text()));
    }

    [Fact]
    public void clause_7_2_7_the_red_line_is_as_wide_as_the_type_area_4_mm_below_the_number()
    {
        var page = First(Samples.Formal(20));
        var rule = Assert.Single(page.Rules());
        Assert.Equal(ReadRules.Red, rule.Colour);
        Assert.InRange(rule.Left, 28 - Tolerance, 28 + Tolerance);
        Assert.InRange(rule.Width, 156 - Tolerance, 156 + Tolerance);
        Assert.InRange(rule.Top - rule.Thickness / 2 - Bottom(Line(page, "沈招商〔2024〕3号")), 4 - Tolerance, 4 + Tolerance);
    }

    [Fact]
    public void clause_7_3_1_the_title_stands_two_blank_lines_below_the_red_line()
    {
        var page = First(Samples.Formal(20));
        var title = page.BodyLines().First(line => line[0].PointSize > 21.9 && line[0].PointSize < 22.1 && line[0].Colour() != ReadRules.Red);
        var blank = title[0].Baseline() - 0.88 * 22 / PageStyle.Millimetre - page.Rules()[0].Top;
        Assert.InRange(blank, 2 * Pitch - 0.1, 2 * Pitch + 0.5);
    }

    [Fact]
    public void clauses_7_2_1_to_7_2_3_copy_number_secrecy_and_urgency_stand_at_the_top_left_in_that_order()
    {
        var page = First(Samples.Formal(20) with { Head = Samples.Head with { CopyNumber = "000001", Secrecy = "秘密★1年", Urgency = "特急" } });
        var corner = page.BodyLines().Take(3).ToList();
        Assert.Equal(["000001", "秘密★1年", "特急"], corner.Select(line => line.Text()));
        Assert.All(corner, (line, i) =>
        {
            Assert.InRange(line[0].Left(), 28 - 0.3, 28 + 0.8);
            Assert.InRange(line[0].Baseline(), 37 + i * Pitch + 0.88 * Em - Tolerance, 37 + i * Pitch + 0.88 * Em + Tolerance);
            Assert.All(line, letter => Assert.Equal(16, letter.PointSize, 3));
        });
        Assert.Equal(Face(FontRole.Hei), corner[1][0].Face());
        Assert.Equal(Face(FontRole.Hei), corner[2][0].Face());
    }

    [Fact]
    public void clause_7_2_3_urgency_alone_stands_on_the_first_line() =>
        Assert.Equal("急件", First(Samples.Formal(20) with { Head = Samples.Head with { Urgency = "急件" } }).BodyLines()[0].Text());

    [Fact]
    public void on_preprinted_paper_all_stands_where_it_is_under_the_red_head_but_nothing_is_red()
    {
        var (formal, preprinted) = (First(Samples.Formal(20)), First(Samples.Formal(20) with { Profile = LayoutProfile.Preprinted }));
        Assert.Empty(preprinted.Rules());
        Assert.DoesNotContain(preprinted.Letters, letter => letter.Colour() == ReadRules.Red);
        static List<(string, double, double)> Black(Page page) =>
            [.. page.Letters.Where(letter => letter.Colour() != ReadRules.Red).Select(letter => (letter.Value, Math.Round(letter.Left(), 3), Math.Round(letter.Baseline(), 3)))];
        Assert.Equal(Black(formal), Black(preprinted));
    }

    [Fact]
    public void the_public_copy_has_neither_head_nor_imprint()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Formal(20) with { Profile = LayoutProfile.Public }).Bytes);
        Assert.All(pdf.GetPages(), page => Assert.Empty(page.Rules()));
        Assert.StartsWith(Samples.Issuer, pdf.BodyText(), StringComparison.Ordinal);
        Assert.DoesNotContain("印发", pdf.BodyText(), StringComparison.Ordinal);
    }

    [Fact]
    public void a_document_without_a_number_yet_keeps_its_line_blank()
    {
        var (numbered, open) = (First(Samples.Formal(20)), First(Samples.Formal(20) with { Head = Samples.Head with { Number = null } }));
        Assert.DoesNotContain(open.Letters, letter => letter.Value == "〔");
        Assert.Equal(numbered.Rules()[0].Top, open.Rules()[0].Top, 3);
    }

    private static Page First(OfficialDocument document)
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(document).Bytes);
        return pdf.GetPage(1);
    }

    private static List<Letter> Line(Page page, string text)
    {
        var at = page.Letters.Text().IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        return [.. page.Letters.Skip(at).Take(text.Length)];
    }

    private static double Ink(Letter letter) => TestFonts.Library.Find(FontRole.Title, letter.Value[0])!.InkTop;

    private static string Face(FontRole role) => TestFonts.Library.Chain(role)[0].Record.PostScriptName;

    private static double Bottom(List<Letter> line) => line[0].Baseline() + 0.12 * line[0].PointSize / PageStyle.Millimetre;

    private static double Right(Letter letter) => letter.EndBaseLine.X / PageStyle.Millimetre;
}
