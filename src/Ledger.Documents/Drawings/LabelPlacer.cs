namespace Ledger.Documents.Drawings;

/// <summary>Puts labels where nothing else stands.</summary>
/// <param name="room">No label leaves it.</param>
internal sealed class LabelPlacer(Extent room)
{
    private readonly List<Extent> taken = [];
    private readonly List<Label> placed = [];

    public IReadOnlyList<Label> Placed => placed;

    public void Block(Extent extent) => taken.Add(extent);

    public void Block(IEnumerable<Extent> extents) => taken.AddRange(extents);

    /// <summary>Places the label at the first place that is free; false when none is.</summary>
    public bool TryPlace(params IEnumerable<Label> places)
    {
        foreach (var label in places)
        {
            var extent = Extent.Of(label);
            if (!room.Holds(extent) || taken.Any(extent.Meets)) continue;
            taken.Add(extent);
            placed.Add(label);
            return true;
        }

        return false;
    }
}
