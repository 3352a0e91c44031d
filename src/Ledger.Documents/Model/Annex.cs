namespace Ledger.Documents;

/// <summary>附件 (7.3.7): a new page, 附件 or 附件1 in 黑体 at the top left, the title centred on the third line.</summary>
/// <param name="Title">Also the name in the attachment note.</param>
public sealed record Annex(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>Turned a quarter to the left on the sheet, the table's head at its left edge; the page number stays (8).</summary>
    public bool Landscape { get; init; }
}
