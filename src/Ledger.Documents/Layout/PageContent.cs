using Ledger.Documents.Drawings;
using Ledger.Documents.Fonts;
using Ledger.Documents.Images;

namespace Ledger.Documents.Layout;

/// <summary>Everything printed on one page, in reading order, and where it can be clicked.</summary>
internal sealed record PageContent(Frame Frame)
{
    public List<PageMark> Marks { get; } = [];

    public List<LinkArea> Links { get; } = [];

    public List<FigureArea> Figures { get; } = [];
}

/// <summary>
/// Something printed. Places are in points from the frame's top left corner, downward; from the upright sheet's when
/// <see cref="OnSheet"/>.
/// </summary>
/// <param name="Node">Its element in the structure; null for what only decorates the page.</param>
internal abstract record PageMark(StructNode? Node)
{
    public bool OnSheet { get; init; }

    public Ink Ink { get; init; }
}

/// <summary>Glyphs of one face and size on one baseline.</summary>
internal sealed record TextMark(StructNode? Node, FontFace Face, double Size, IReadOnlyList<PlacedGlyph> Glyphs, double Left, double Baseline)
    : PageMark(Node);

/// <summary>A straight line.</summary>
internal sealed record RuleMark(double X1, double Y1, double X2, double Y2, double Width) : PageMark((StructNode?)null);

/// <summary>A line or an area of a drawing that begins at this place.</summary>
internal sealed record ShapeMark(StructNode Node, Shape Shape, double Left, double Top) : PageMark(Node);

/// <summary>A picture, upright in this rectangle.</summary>
internal sealed record PictureMark(StructNode Node, Picture Picture, double Left, double Top, double Width, double Height) : PageMark(Node);

/// <summary>Nothing printed: an empty cell that has its place in the structure.</summary>
internal sealed record EmptyMark(StructNode Node) : PageMark(Node);

/// <summary>A rectangle of the frame that leads somewhere.</summary>
internal sealed record LinkArea(RunOwner Owner, double Left, double Top, double Right, double Bottom);

/// <summary>The rectangle of the frame that a picture fills.</summary>
internal sealed record FigureArea(StructNode Node, double Left, double Top, double Right, double Bottom);

/// <summary>A named place.</summary>
/// <param name="Page">Counted from 0.</param>
/// <param name="Top">From the frame's top.</param>
internal sealed record Place(int Page, double Top);

/// <summary>A document laid out: ready to be written down in any page format.</summary>
internal sealed record LaidOutDocument(
    IReadOnlyList<PageContent> Pages,
    StructNode Root,
    IReadOnlyList<(Bookmark Bookmark, Place Place)> Bookmarks,
    IReadOnlyDictionary<string, Place> Places);
