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

    [Fact]
    public void the_date_has_no_padding() => Assert.Equal("2024年2月7日", Set(new Signature("甲", new DateOnly(2024, 2, 7))).Date.Line.Text);

    private static (TextItem Issuer, TextItem Date) Set(Signature signature)
    {
        var flow = new Flow(FakeGlyphs.Style, FakeGlyphs.Find, new HashSet<string>());
        SignatureFlow.Add(flow, signature);
        var items = flow.Items.OfType<TextItem>().ToList();
        return (items[0], items[1]);
    }
}
