using Ledger.Documents.Layout;
using Ledger.Documents.Tests.Fixtures;

namespace Ledger.Documents.Tests.Layout;

public class SignatureTests
{
    private static readonly double Cell = FakeGlyphs.Style.Cell;
    private static readonly double Right = FakeGlyphs.Style.Width;

    [Fact]
    public void unsealed_the_issuer_ends_two_characters_in_and_the_date_begins_two_further_right()
    {
        var (issuer, date) = Set(new Signature("沈丘县招商服务中心", new DateOnly(2024, 2, 7)));
        Assert.Equal(Right - 2 * Cell, issuer.Left + issuer.Line.Width, 6);
        Assert.Equal(issuer.Left + 2 * Cell, date.Left, 6);
    }

    [Fact]
    public void unsealed_a_date_longer_than_the_issuer_ends_two_characters_in()
    {
        var (issuer, date) = Set(new Signature("县政府", new DateOnly(2024, 12, 31)));
        Assert.Equal(Right - 2 * Cell, date.Left + date.Line.Width, 6);
        Assert.Equal(date.Left - 2 * Cell, issuer.Left, 6);
    }

    [Fact]
    public void sealed_the_date_ends_four_characters_in_and_the_issuer_is_centred_over_it()
    {
        var (issuer, date) = Set(new Signature("县招商服务中心", new DateOnly(2024, 12, 31), SealSpace: true));
        Assert.Equal(Right - 4 * Cell, date.Left + date.Line.Width, 6);
        Assert.Equal(date.Left + date.Line.Width / 2, issuer.Left + issuer.Line.Width / 2, 6);
    }

    [Fact]
    public void sealed_a_long_issuer_stays_inside_the_type_area_and_keeps_its_date_below_its_middle()
    {
        var (issuer, date) = Set(new Signature("周口市沈丘县招商引资服务中心办公室综合科", new DateOnly(2024, 2, 7), SealSpace: true));
        Assert.True(issuer.Left + issuer.Line.Width <= Right + 0.01);
        Assert.Equal(date.Left + date.Line.Width / 2, issuer.Left + issuer.Line.Width / 2, 6);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void an_issuer_longer_than_a_line_goes_on_several_inside_the_type_area(bool sealSpace)
    {
        var name = "中共沈丘县委全面依法治县委员会守法普法协调小组办公室和沈丘县招商服务中心";
        var items = Items(new Signature(name, new DateOnly(2024, 2, 7), sealSpace));
        Assert.True(items.Count > 2);
        Assert.Equal(name, string.Concat(items.SkipLast(1).Select(item => item.Line.Text)));
        Assert.All(items, item => Assert.True(item.Left >= 0 && item.Left + item.Line.Width <= Right + 0.01));
        if (sealSpace) Assert.All(items, item => Assert.Equal(items[^1].Left + items[^1].Line.Width / 2, item.Left + item.Line.Width / 2, 6));
    }

    [Fact]
    public void clause_7_3_5_1_a_seal_of_42_mm_fits_between_the_text_and_the_foot_of_the_page()
    {
        for (var lines = 1; lines < 50; lines++)
        {
            var body = new Paragraph(new string('法', lines * 28 - 3));
            var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [body], Signature = new Signature(Samples.Issuer, new DateOnly(2024, 2, 7), SealSpace: true) });
            var last = pages[^1].Items;
            var (text, issuer, date) = (Box(last[^3]), Box(last[^2]), Box(last[^1]));
            // Pressed down on both lines, a little below its centre; its top within one line of the text.
            var middle = (issuer.Top + date.Bottom) / 2;
            var (top, foot) = (middle - 3 - 21, middle - 3 + 21);
            Assert.InRange(top - text.Bottom, 0, 225.0 / 22);
            Assert.True(foot <= 225);
            var centre = (((TextItem)last[^1].Item).Left + ((TextItem)last[^1].Item).Line.Width / 2) / PageStyle.Millimetre;
            Assert.InRange(centre, 21, 156 - 21);
        }
    }

    [Fact]
    public void a_table_at_the_end_of_the_text_keeps_its_last_row_with_the_signature()
    {
        for (var rows = 20; rows < 60; rows++)
        {
            var table = Samples.Statistics(rows) with { Note = null };
            var pages = FakeGlyphs.Paginate(Samples.Empty with { Body = [table], Signature = new Signature(Samples.Issuer, new DateOnly(2024, 2, 7)) });
            Assert.Contains(pages[^1].Items, placed => placed.Item is RowItem { IsHead: false });
        }
    }

    [Fact]
    public void an_attachment_note_and_the_signature_never_leave_the_text_behind()
    {
        for (var lines = 1; lines < 50; lines++)
        {
            var pages = FakeGlyphs.Paginate(Samples.Empty with
            {
                Body = [new Paragraph(new string('法', lines * 28 - 3)), new AttachmentNote(["统计表", "口径", "清单"])],
                Signature = new Signature(Samples.Issuer, new DateOnly(2024, 2, 7)),
            });
            Assert.Contains(FakeGlyphs.Texts(pages[^1]), line => line.Contains('法', StringComparison.Ordinal));
        }
    }

    [Fact]
    public void the_date_has_no_padding() => Assert.Equal("2024年2月7日", Set(new Signature("甲", new DateOnly(2024, 2, 7))).Date.Line.Text);

    private static (TextItem Issuer, TextItem Date) Set(Signature signature)
    {
        var items = Items(signature);
        return (items[0], items[^1]);
    }

    private static List<TextItem> Items(Signature signature)
    {
        var flow = new Flow(FakeGlyphs.Style, FakeGlyphs.Find, new HashSet<string>());
        SignatureFlow.Add(flow, signature);
        return [.. flow.Items.OfType<TextItem>()];
    }

    // A line's em box in millimetres from the type area's top.
    private static (double Top, double Bottom) Box(PlacedItem placed) =>
        (placed.Top / PageStyle.Millimetre, (placed.Top + FakeGlyphs.Style.BodySize) / PageStyle.Millimetre);
}
