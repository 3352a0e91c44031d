using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Ledger.Documents.Tests.Pdf;

public class GridTests
{
    private const double Tolerance = 0.05;
    private const double CellMm = 156.0 / 28, PitchMm = 225.0 / 22;

    private static readonly Lazy<byte[]> Plain = new(() => TestFonts.Render(Samples.Empty with
    {
        Body = [.. Enumerable.Range(0, 12).Select(_ => new Paragraph(string.Concat(Enumerable.Repeat("法治政府建设情况", 28))))],
    }).Bytes);

    [Fact]
    public void a_full_page_has_twenty_two_lines_of_twenty_eight_characters()
    {
        using var pdf = PdfDocument.Open(Plain.Value);
        var lines = pdf.GetPage(2).BodyLines();
        Assert.Equal(22, lines.Count);
        Assert.Contains(lines, line => line.Count == 28);
    }

    [Fact]
    public void every_character_of_plain_text_stands_on_the_grid()
    {
        using var pdf = PdfDocument.Open(Plain.Value);
        foreach (var line in pdf.GetPages().Skip(1).SelectMany(page => page.BodyLines()))
        {
            Assert.All(line, letter =>
            {
                var cells = (letter.Left() - 28) / CellMm;
                Assert.InRange((cells - Math.Round(cells)) * CellMm, -Tolerance, Tolerance);
            });
        }
    }

    [Fact]
    public void han_characters_of_ordinary_office_text_stand_on_halves_of_the_grid()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Report).Bytes);
        var offsets = pdf.GetPages().Take(3).SelectMany(page => page.BodyLines()).SelectMany(line => line)
            .Where(letter => letter.Value[0] is >= '\u4E00' and <= '\u9FFF' && letter.PointSize < 17)
            .Select(letter => (letter.Left() - 28) / (CellMm / 2))
            .Select(halves => Math.Abs(halves - Math.Round(halves)) * CellMm / 2)
            .Order().ToList();
        Assert.True(offsets.Count > 500);
        Assert.InRange(offsets[offsets.Count / 2], 0, 0.02);
        Assert.InRange(offsets[offsets.Count * 95 / 100], 0, 0.05);
    }

    [Fact]
    public void no_blank_parts_a_rate_from_the_mark_behind_it()
    {
        foreach (var before in new[] { 5, 24, 25, 53 })
        {
            using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Empty with { Body = [new Paragraph(new string('法', before) + "率为94.2%。对措施开展审查。")] }).Bytes);
            var line = pdf.GetPage(1).BodyLines().Single(line => line.Any(letter => letter.Value == "%"));
            var percent = line.FindIndex(letter => letter.Value == "%");
            Assert.Equal("。", line[percent + 1].Value);
            Assert.InRange(line[percent + 1].Left() - Right(line[percent]), -Tolerance, 0.15 * CellMm);
        }
    }

    [Fact]
    public void the_baselines_are_one_pitch_apart_and_the_first_line_begins_at_the_top_of_the_type_area()
    {
        using var pdf = PdfDocument.Open(Plain.Value);
        var baselines = pdf.GetPage(2).BodyLines().Select(line => line[0].Baseline()).ToList();
        var first = 37 + 0.88 * 16 / PageStyle.Millimetre;
        Assert.All(baselines, (baseline, i) => Assert.InRange(baseline, first + i * PitchMm - Tolerance, first + i * PitchMm + Tolerance));
    }

    [Fact]
    public void lines_begin_28_mm_from_the_edge_and_paragraphs_two_characters_further()
    {
        using var pdf = PdfDocument.Open(Plain.Value);
        var starts = pdf.GetPages().Skip(1).SelectMany(page => page.BodyLines()).Select(line => line[0].Left()).ToList();
        Assert.All(starts, left => Assert.True(Math.Abs(left - 28) < Tolerance || Math.Abs(left - 28 - 2 * CellMm) < Tolerance));
        Assert.Contains(starts, left => left > 39);
    }

    [Fact]
    public void the_sheet_is_a4()
    {
        using var pdf = PdfDocument.Open(Plain.Value);
        Assert.All(pdf.GetPages(), page => Assert.Equal((595.276, 841.89), (page.Width, page.Height)));
    }

    [Fact]
    public void page_numbers_stand_right_on_odd_and_left_on_even_pages_with_the_dash_7_mm_below_the_type_area()
    {
        using var pdf = PdfDocument.Open(Plain.Value);
        const double character = 14 / PageStyle.Millimetre;
        foreach (var page in pdf.GetPages())
        {
            var letters = page.Letters.Where(letter => letter.Baseline() > 262).OrderBy(letter => letter.StartBaseLine.X).ToList();
            Assert.Equal($"— {page.Number} —", letters.Text());
            Assert.All(letters, letter => Assert.Equal(14, letter.PointSize, 3));
            if (page.Number % 2 == 1) Assert.InRange(Right(letters[^1]), 184 - character - Tolerance, 184 - character + Tolerance);
            else Assert.InRange(letters[0].Left(), 28 + character - Tolerance, 28 + character + Tolerance);
            Assert.InRange(letters[0].Baseline() - DashTop, 269 - Tolerance, 269 + Tolerance);
        }
    }

    [Fact]
    public void the_mark_for_invented_data_stands_on_every_page_above_the_type_area()
    {
        using var pdf = PdfDocument.Open(TestFonts.Render(Samples.Report with { SampleMark = "样例数据（虚构）" }).Bytes);
        Assert.All(pdf.GetPages(), page => Assert.Equal("样例数据（虚构）", page.Letters.Where(letter => letter.Baseline() < 36).Text()));
    }

    // The dash's ink above its baseline, asked of the face itself.
    private static double DashTop =>
        TestFonts.Library.Find(Documents.Fonts.FontRole.Song, '—')!.InkTop * 14 / PageStyle.Millimetre;

    private static double Right(Letter letter) => letter.EndBaseLine.X / PageStyle.Millimetre;
}
