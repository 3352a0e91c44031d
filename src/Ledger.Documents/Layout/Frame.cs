namespace Ledger.Documents.Layout;

/// <summary>The type area as blocks see it: its width runs along the lines, also when the sheet is turned.</summary>
internal sealed record Frame(double Width, double Height, bool Landscape)
{
    public static Frame Of(PageStyle style, bool landscape) =>
        landscape ? new(style.Height, style.Width, true) : new(style.Width, style.Height, false);
}
