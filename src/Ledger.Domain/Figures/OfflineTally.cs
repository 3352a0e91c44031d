namespace Ledger.Domain.Figures;

/// <summary>What the offline fold has added up in one cell; its own type on purpose, as everything of that fold is.</summary>
public readonly record struct OfflineTally(decimal Sum, int Entries, int Inexact);

/// <summary>A unit's year as the offline fold finds it.</summary>
public sealed class OfflineYear(int number)
{
    internal int Number { get; } = number;

    private readonly Dictionary<string, OfflineTally> _cells = [];
    private readonly HashSet<string> _nilReturns = [];

    /// <summary>Cell → sum; cells that come to nothing are left out.</summary>
    public IReadOnlyDictionary<string, OfflineTally> Cells => _cells;

    /// <summary>The figures whose zero stands confirmed.</summary>
    public IReadOnlySet<string> NilReturns => _nilReturns;

    /// <summary>What comes in now was logged jointly by another unit.</summary>
    internal bool Sharing { get; set; }

    internal void Add(string cell, int sign, decimal amount, bool inexact)
    {
        Sum(cell, sign, amount, inexact);
        if (Sharing)
            Sum(cell + "\u001fjoint", sign, amount, inexact);
    }

    private void Sum(string cell, int sign, decimal amount, bool inexact)
    {
        var before = _cells.GetValueOrDefault(cell);
        var after = new OfflineTally(
            before.Sum + (sign * amount),
            before.Entries + sign,
            before.Inexact + (inexact ? sign : 0));
        if (after == default)
            _cells.Remove(cell);
        else
            _cells[cell] = after;
    }

    /// <summary>Begins with what was verified earlier.</summary>
    internal void Begin(string cell, decimal sum, int entries, int inexact) => _cells[cell] = new OfflineTally(sum, entries, inexact);

    internal void Confirm(string figure) => _nilReturns.Add(figure);

    internal void Withdraw(string figure) => _nilReturns.Remove(figure);
}
