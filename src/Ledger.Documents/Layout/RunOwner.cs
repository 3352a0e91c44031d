namespace Ledger.Documents.Layout;

/// <summary>What a run of text is besides text: a link, or a figure with its code.</summary>
/// <param name="Node">Its own element in the structure tree.</param>
/// <param name="Uri">The address it leads to.</param>
/// <param name="Destination">The named place in this document it leads to.</param>
internal sealed record RunOwner(StructNode Node, string? Uri, string? Destination);
