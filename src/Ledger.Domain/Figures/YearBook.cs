using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ledger.Domain.Kinds;
using Ledger.Domain.Years;

namespace Ledger.Domain.Figures;

/// <summary>
/// A unit's year, added up: one flat map from cell to tally. Reading any figure is one load, however many events there
/// are; activities add, reversals take back, and the order across streams does not matter.
/// </summary>
public sealed record YearBook
{
    /// <summary>The year. The unit is the tenant the book is stored under.</summary>
    public required string Id { get; init; }

    /// <summary>The unit, where joint activities of others may come in; null for a book of one unit's own events alone.</summary>
    public string? Unit { get; init; }

    /// <summary>Sequence number of the last event that changed the book.</summary>
    public long Sequence { get; init; }

    /// <summary>Server time at which that event was recorded.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The same moment as China's clocks show it.</summary>
    [JsonIgnore]
    public DateTimeOffset? KnownAt => AsOf is { } time ? ChinaCalendar.InChina(time) : null;

    /// <summary>How many events the book has taken in; every so many a checkpoint is kept.</summary>
    public int Events { get; init; }

    public ImmutableDictionary<string, Tally> Cells { get; init; } = ImmutableDictionary<string, Tally>.Empty;

    /// <summary>
    /// What of the cells comes from joint activities that other units logged: they count in this unit's figures, and in the
    /// county's in those of the unit that logged them.
    /// </summary>
    public ImmutableDictionary<string, Tally> Shared { get; init; } = ImmutableDictionary<string, Tally>.Empty;

    /// <summary>The figures of the year that are counted by a changed rule, and by which.</summary>
    public ImmutableDictionary<string, CountingRule> Rules { get; init; } = ImmutableDictionary<string, CountingRule>.Empty;

    /// <summary>Figures whose zero was confirmed, by code.</summary>
    public ImmutableDictionary<string, NilReturnConfirmed> NilReturns { get; init; } = ImmutableDictionary<string, NilReturnConfirmed>.Empty;

    public static YearBook Empty(int year) => new() { Id = IdOf(year) };

    public static string IdOf(int year) => year.ToString("0000", null);

    public YearBook Add(ICounted counted) => this with { Cells = With(Cells, counted, 1) };

    public YearBook TakeBack(ICounted counted) => this with { Cells = With(Cells, counted, -1) };

    /// <summary>A joint activity that another unit logged, in this unit's role, added (1) or taken back (-1).</summary>
    public YearBook Share(Activity activity, int sign) =>
        this with { Cells = With(Cells, activity, sign), Shared = With(Shared, activity, sign) };

    private ImmutableDictionary<string, Tally> With(ImmutableDictionary<string, Tally> before, ICounted counted, int sign)
    {
        var cells = before.ToBuilder();
        foreach (var (cell, tally) in Cell.Of(counted, Rules))
            Add(cells, cell, sign < 0 ? -tally : tally);
        return cells.ToImmutable();
    }

    private static void Add(ImmutableDictionary<string, Tally>.Builder cells, string cell, Tally tally)
    {
        var sum = cells.GetValueOrDefault(cell) + tally;
        if (sum.IsNothing)
            cells.Remove(cell);
        else
            cells[cell] = sum;
    }
}
