namespace Ledger.Documents.Layout;

/// <summary>A group of lines and rules that keep their places to each other and go down the page as one: a head, an imprint.</summary>
internal sealed record FixedItem(IReadOnlyList<FixedLine> Lines, IReadOnlyList<FixedRule> Rules, double Height) : FlowItem;

/// <summary>A line of the group, in points from the group's top left.</summary>
/// <param name="Node">Its element in the structure; null for what only decorates the page.</param>
internal sealed record FixedLine(Line Line, double Size, double Left, double Baseline, StructNode? Node)
{
    public Ink Ink { get; init; }
}

/// <summary>A horizontal rule of the group.</summary>
/// <param name="Y">The middle of its thickness, from the group's top.</param>
internal sealed record FixedRule(double Y, double Thickness)
{
    public double Left { get; init; }

    /// <summary>Null: to as far right as the frame is wide.</summary>
    public double? Length { get; init; }

    public Ink Ink { get; init; }
}
