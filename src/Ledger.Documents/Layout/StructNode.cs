namespace Ledger.Documents.Layout;

/// <summary>
/// An element of the structure tree. Its children are those that put something on a page, in that order, so the tree
/// reads as the pages do.
/// </summary>
internal sealed class StructNode(string type, StructNode? parent)
{
    public string Type { get; } = type;

    public StructNode? Parent { get; } = parent;

    /// <summary>A title that readers of the structure see: a figure's code.</summary>
    public string? Title { get; init; }

    /// <summary>For pictures: what is told in their place.</summary>
    public string? Alternative { get; init; }

    /// <summary>For head cells: Column, Row or Both.</summary>
    public string? Scope { get; init; }

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;
}
