using System.Security.Cryptography;
using System.Text;

namespace Ledger.Domain.Figures;

/// <summary>
/// What all three evaluators agreed on for a unit's year, and up to which event: a later verification counts what came
/// since. It saves time and proves nothing; the verb <c>verify</c> does not read it.
/// </summary>
public sealed record VerifiedBook
{
    private const string Nil = "|" + Difference.NilReturn;

    /// <summary>SHA-256 over the counting rules it was counted by.</summary>
    internal static string Rules { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(StatedRules.KindsJson + StatedRules.FiguresJson)));

    /// <summary>The year. The unit is the tenant it is stored under.</summary>
    public required string Id { get; init; }

    public required long Sequence { get; init; }
    public required string RulesSha256 { get; init; }

    /// <summary>Every cell, confirmed zeros among them.</summary>
    public required IReadOnlyDictionary<string, Tally> Cells { get; init; }

    internal static VerifiedBook Of(int year, long sequence, IReadOnlyDictionary<string, Tally> cells) =>
        new() { Id = YearBook.IdOf(year), Sequence = sequence, RulesSha256 = Rules, Cells = cells };

    /// <summary>The offline fold goes on from here.</summary>
    internal void Begin(OfflineFold fold, string unit)
    {
        var year = fold.Year(unit, Year);
        foreach (var (cell, tally) in Cells)
        {
            if (cell.EndsWith(Nil, StringComparison.Ordinal))
                year.Confirm(cell[..^Nil.Length]);
            else
                year.Begin(cell, tally.Sum, tally.Entries, tally.Inexact);
        }
    }

    /// <summary>What the database counted since, on top of this. Confirmed zeros are few: the database reads them all anew.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyDictionary<string, Tally>> With(IReadOnlyDictionary<int, IReadOnlyDictionary<string, Tally>> counted)
    {
        var sums = Cells.Where(c => !c.Key.EndsWith(Nil, StringComparison.Ordinal)).ToDictionary();
        foreach (var (cell, tally) in counted.GetValueOrDefault(Year) ?? new Dictionary<string, Tally>())
        {
            sums[cell] = sums.GetValueOrDefault(cell) + tally;
            if (sums[cell].IsNothing)
                sums.Remove(cell);
        }

        return new Dictionary<int, IReadOnlyDictionary<string, Tally>> { [Year] = sums };
    }

    private int Year => int.Parse(Id, null);
}
