using Ledger.Documents.Fonts;
using Ledger.Documents.Layout;

namespace Ledger.Documents.Tests.Fixtures;

/// <summary>Glyphs without a font: Latin half an em wide, all else one em. Layout needs no more.</summary>
internal static class FakeGlyphs
{
    private static readonly FontFace Face = new(new FaceRecord("none", 0, "Fake", "Fake", new HashSet<string>(), false));

    public static PageStyle Style => PageStyle.Standard;

    public static Glyph? Find(FontRole role, int codePoint) => new(Face, (uint)codePoint, codePoint < 0x250 ? 0.5 : 1, 0.4);

    public static Cluster[] Clusters(string text) =>
        new Clusterer(Find, Style.BodySize, Style.Cell).Split([new StyledRun(text, FontRole.Body)]);

    /// <summary>A paragraph as in the body: first line indented two characters, justified on the grid.</summary>
    public static List<Line> Lines(string text) =>
        new LineBreaker(Style, Style.Cell).Break(Clusters(text), 2 * Style.Cell, 0, Style.Width, justify: true);

    public static List<FlowPage> Paginate(OfficialDocument document) =>
        DocumentPages.Of(DocumentFlow.Build(document, Style, Find), Style);

    /// <summary>The text lines of a page, from top to bottom.</summary>
    public static List<string> Texts(FlowPage page) =>
        [.. page.Items.Select(placed => placed.Item).OfType<TextItem>().Select(item => item.Line.Text)];
}
