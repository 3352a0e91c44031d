using System.Collections.Immutable;

namespace Ledger.Domain.Figures;

/// <summary>
/// A county's year: the books of its units added up, each joint activity once, in the books of the unit that logged it.
/// County = sum of the units − joint overlap, cell by cell.
/// </summary>
/// <param name="Book">The county's own cells.</param>
/// <param name="Units">The books it was added up from, by unit.</param>
public sealed record CountyBook(YearBook Book, IReadOnlyDictionary<string, YearBook> Units)
{
    /// <summary>The joint activities of a cell as often as they are counted again in other units' books.</summary>
    public decimal Overlap(string cell) => Units.Values.Sum(u => u.Shared.GetValueOrDefault(cell).Sum);

    public static CountyBook Of(int year, IReadOnlyDictionary<string, YearBook> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var cells = new Dictionary<string, Tally>();
        foreach (var book in units.Values)
        {
            foreach (var (cell, tally) in book.Cells)
                cells[cell] = cells.GetValueOrDefault(cell) + tally;
            foreach (var (cell, tally) in book.Shared)
                cells[cell] = cells.GetValueOrDefault(cell) - tally;
        }

        var newest = units.Values.MaxBy(b => b.Sequence);
        return new CountyBook(
            YearBook.Empty(year) with
            {
                Sequence = newest?.Sequence ?? 0,
                AsOf = newest?.AsOf,
                // All units of a year count by the same rules.
                Rules = newest?.Rules ?? ImmutableDictionary<string, CountingRule>.Empty,
                Cells = cells.Where(c => !c.Value.IsNothing).ToImmutableDictionary(),
            },
            units);
    }
}
