using Ledger.Documents.Drawings;
using Ledger.Documents.Images;

namespace Ledger.Documents.Layout;

/// <summary>A picture that goes down the page as a whole.</summary>
/// <param name="Left">Its left edge in the frame.</param>
internal abstract record FigureItem(double Left, double Width, double Height, StructNode Node) : FlowItem;

/// <summary>A drawing with its labels set.</summary>
internal sealed record DrawingItem(Drawing Drawing, IReadOnlyList<SetLabel> Labels, StructNode Node)
    : FigureItem(0, Drawing.Width, Drawing.Height, Node);

internal sealed record PictureItem(Picture Picture, double Left, double Width, double Height, StructNode Node)
    : FigureItem(Left, Width, Height, Node);

/// <param name="Left">Where the line begins in the drawing.</param>
internal sealed record SetLabel(Line Line, double Size, double Left, double Baseline);
