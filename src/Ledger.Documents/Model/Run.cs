namespace Ledger.Documents;

/// <summary>
/// A stretch of text in one look. White space other than U+0020 and U+3000 is set as a space; zero-width format
/// characters are left out.
/// </summary>
/// <param name="Text">The characters, exactly as they can be copied out of the PDF again.</param>
public sealed record Run(string Text)
{
    /// <summary>
    /// The code of the figure this number states. In PDF the run links to the destination <c>figure:CODE</c> when a row
    /// or cell declares that anchor, and carries the code in the structure tree either way; in HTML it becomes
    /// <c>&lt;a href="#figure-CODE" data-figure="CODE"&gt;</c>.
    /// </summary>
    public string? FigureCode { get; init; }

    /// <summary>
    /// A named place of the document the run leads to, as a row's anchor names it. Set aside when <see cref="FigureCode"/>
    /// finds its anchor, and when nothing declares the place.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>An absolute address the run leads to. Set aside when it leads to a place of the document.</summary>
    public string? Link { get; init; }

    /// <summary>Set in 黑体: the layout standard knows no bold.</summary>
    public bool Strong { get; init; }
}
