namespace Ledger.Documents;

/// <summary>One piece of the body or of an annex, set one below the other.</summary>
public abstract record Block;

/// <summary>
/// A heading on a line of its own (7.3.3), indented two characters and never last on a page. The number (一、 （一） 1. （1）)
/// is part of the text.
/// </summary>
/// <param name="Level">1 黑体, 2 楷体, 3 and 4 仿宋. Anything else is refused with <see cref="DocumentException"/>.</param>
public sealed record Heading(int Level, IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A heading of plain text.</summary>
    public Heading(int level, string text) : this(level, [new Run(text)]) { }
}

/// <summary>A paragraph (7.3.3): first line indented two characters, the others flush left, justified on the grid.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs) : Block
{
    /// <summary>A paragraph of plain text.</summary>
    public Paragraph(string text) : this([new Run(text)]) { }
}

/// <summary>附件说明 (7.3.4): one blank line below the body, indented two, numbered when there is more than one name.</summary>
public sealed record AttachmentNote(IReadOnlyList<string> Names) : Block;
