using CsCheck;
using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Layout;

public class LineBreakingTests
{
    private const string NotAtStart = "，。、；：？！）》”’】〕％…!%),.:;>?]}";
    private const string NotAtEnd = "（《“‘【〔([{";
    // A Latin character stands in the middle of its half cells, and may be this much wider than they are.
    private const double Inset = 0.25;
    private static readonly PageStyle Style = FakeGlyphs.Style;

    // Office prose of every kind, marks never more than three in a row: more than that no line can hold apart.
    private static readonly Gen<string> Prose = Gen.OneOf(
        Gen.Int[0x4E00, 0x9FA5].Array[1, 9].Select(han => string.Concat(han.Select(c => (char)c))),
        OneOf("，", "。", "、", "；", "：“", "（", "）", "）。", "”，", "《", "》", "——", "……", "？”", "！", "·"),
        OneOf("2023年", "20次", "98.5%", "356人次", "〔2024〕3号", "PDF", "GB/T 9704", "第3号", "1.5万元", "12月31日", " "))
        .Array[1, 80].Select(parts => string.Concat(parts)).Select(Calm);

    [Fact]
    public void a_line_never_starts_with_closing_punctuation() => Prose.Sample(text =>
        FakeGlyphs.Lines(text).Skip(1).All(line => !NotAtStart.Contains(line.Text[0], StringComparison.Ordinal)));

    [Fact]
    public void a_line_never_ends_with_opening_punctuation() => Prose.Sample(text =>
        FakeGlyphs.Lines(text).SkipLast(1).All(line => !NotAtEnd.Contains(line.Text.TrimEnd()[^1], StringComparison.Ordinal)));

    [Fact]
    public void every_line_fits_and_none_but_the_last_leaves_more_than_one_character_blank() => Prose.Sample(text =>
    {
        var lines = FakeGlyphs.Lines(text);
        return lines.All(line => line.Width <= Style.Width + 0.02)
            && lines.SkipLast(1).All(line => Style.Width - line.Width < Style.Cell + 0.02);
    });

    [Fact]
    public void the_lines_together_are_the_text() => Prose.Sample(text =>
        string.Concat(FakeGlyphs.Lines(text).Select(line => line.Text)) == text);

    [Fact]
    public void a_mark_gives_up_at_most_a_quarter_of_its_cell() => Prose.Sample(text =>
        FakeGlyphs.Lines(text).All(line => Squeezes(line).All(squeeze => squeeze.Given <= squeeze.Limit * Style.Cell + Inset)));

    [Fact]
    public void a_pair_that_belongs_together_is_never_parted() => Prose.Sample(text =>
    {
        var lines = FakeGlyphs.Lines(text);
        return lines.Zip(lines.Skip(1)).All(pair =>
        {
            var (above, below) = (pair.First.Text, pair.Second.Text);
            var (last, first) = (above[^1], below[0]);
            return !(char.IsAsciiDigit(last) && (char.IsAsciiDigit(first) || "年月日次份人条万％%.".Contains(first, StringComparison.Ordinal)))
                && !(last == '—' && first == '—' && above.Count(c => c == '—') % 2 == 1);
        });
    });

    [Theory]
    [InlineData("2023年")]
    [InlineData("98.5%")]
    [InlineData("356人次")]
    [InlineData("〔2024〕3号")]
    [InlineData("——")]
    [InlineData("……")]
    public void a_line_breaks_before_or_after_it_but_not_inside(string whole)
    {
        for (var before = 18; before <= 28; before++)
        {
            var lines = FakeGlyphs.Lines(new string('法', before) + whole + new string('治', 30));
            Assert.Contains(lines, line => line.Text.Contains(whole, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void plain_han_text_stands_on_the_grid()
    {
        var lines = FakeGlyphs.Lines(new string('法', 26 + 28 + 28));
        Assert.Equal([26, 28, 28], lines.Select(line => line.Glyphs.Count));
        Assert.All(lines[1].Glyphs.Select((glyph, i) => glyph.X - i * Style.Cell), off => Assert.Equal(0, off, 6));
        Assert.Equal(2 * Style.Cell, lines[0].Glyphs[0].X, 6);
    }

    [Fact]
    public void a_word_at_the_edge_of_a_line_stands_flush_with_it()
    {
        foreach (var before in Enumerable.Range(20, 12))
        {
            var lines = FakeGlyphs.Lines(new string('法', before) + "ABCDEFGC" + new string('治', 24) + "ABCDEFGC" + new string('治', 60));
            foreach (var line in lines.Skip(1).SkipLast(1))
            {
                if (line.Text[0] == 'A') Assert.Equal(0, line.Glyphs[0].X, 6);
                if (line.Text[^1] == 'C') Assert.Equal(Style.Width, line.Glyphs[^1].X + Style.BodySize / 2, 6);
            }
        }
    }

    [Fact]
    public void digits_take_half_a_cell_each()
    {
        var glyphs = FakeGlyphs.Lines("全年20次会议")[0].Glyphs;
        Assert.Equal(Style.Cell / 2, glyphs[3].X - glyphs[2].X, 6);
        Assert.Equal(2 * Style.Cell + 3 * Style.Cell, glyphs[4].X, 6);
    }

    [Fact]
    public void a_number_keeps_its_unit_also_when_they_are_different_runs()
    {
        var clusters = new Clusterer(FakeGlyphs.Find, Style.BodySize, Style.Cell)
            .Split([new StyledRun("服务20", FontRole.Body), new StyledRun("次。", FontRole.Body)]);
        Assert.Equal(["服", "务", "20次", "。"], clusters.Select(c => string.Concat(c.Glyphs.Select(g => (char)g.CodePoint))));
        Assert.NotSame(clusters[2].Glyphs[0].Run, clusters[2].Glyphs[2].Run);
    }

    [Fact]
    public void an_address_longer_than_a_line_is_cut_and_not_lost()
    {
        var text = "见https://example.gov.cn/" + string.Join('/', Enumerable.Repeat("report-2023", 12)) + "。";
        var lines = FakeGlyphs.Lines(text);
        Assert.True(lines.Count > 2);
        Assert.Equal(text, string.Concat(lines.Select(line => line.Text)));
        Assert.All(lines, line => Assert.True(line.Width <= Style.Width + 0.02));
    }

    [Fact]
    public void marks_without_any_place_to_break_are_cut_where_the_line_is_full()
    {
        var lines = FakeGlyphs.Lines(new string('。', 70));
        Assert.Equal(70, lines.Sum(line => line.Glyphs.Count));
        Assert.All(lines, line => Assert.True(line.Width <= Style.Width + 0.02));
    }

    [Theory]
    [InlineData("法。")]
    [InlineData("法")]
    [InlineData("法……")]
    public void a_last_line_of_one_character_takes_another_from_above(string end)
    {
        var lines = FakeGlyphs.Lines(new string('治', 26 + 28) + end);
        Assert.Equal("治" + end, lines[^1].Text);
    }

    [Fact]
    public void a_bracketed_number_keeps_the_character_it_counts()
    {
        for (var before = 18; before <= 28; before++)
        {
            var lines = FakeGlyphs.Lines(new string('法', before) + "（十二）条款" + new string('治', 30));
            Assert.Contains(lines, line => line.Text.Contains("（十二）条", StringComparison.Ordinal));
        }
    }

    // How much each mark gave up: its step to the next character, or to the line's end, against a cell. Before an opening
    // mark the two give up a quarter each.
    private static IEnumerable<(double Given, double Limit)> Squeezes(Line line)
    {
        for (var i = 0; i < line.Glyphs.Count; i++)
        {
            if (!Kinsoku.IsClosing(line.Glyphs[i].CodePoint)) continue;
            var isLast = line.Text[(i + 1)..].Trim().Length == 0;
            var isBeforeOpening = !isLast && Kinsoku.IsOpening(line.Glyphs[i + 1].CodePoint);
            var end = isLast ? line.Width : line.Glyphs[i + 1].X;
            yield return (Style.Cell - (end - line.Glyphs[i].X), isBeforeOpening ? 0.5 : 0.25);
        }
    }

    private static Gen<string> OneOf(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);

    private static string Calm(string text)
    {
        var calm = new System.Text.StringBuilder();
        var marks = 0;
        foreach (var c in text)
        {
            marks = Kinsoku.MayStart(c) && Kinsoku.MayEnd(c) && c != ' ' ? 0 : marks + 1;
            if (marks <= 3) calm.Append(c);
        }

        return calm.Length > 0 && Kinsoku.MayStart(calm[0]) ? calm.ToString() : "法" + calm;
    }
}
