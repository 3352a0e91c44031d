using System.Globalization;
using JasperFx.Events;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;

namespace Ledger.Api.Tests.Simulation;

/// <summary>
/// The projection's daemon: takes events in batches some time behind the log, and keeps books and how far it came in one
/// commit. The folding is the product's own; the real daemon and its database come in at the end of each quarter.
/// </summary>
internal sealed class SimulatedBooks(SimulatedStore store, Planted planted)
{
    private readonly Dictionary<(string Unit, int Year), YearBook> _books = [];
    private int _reached;

    public YearBook Book(string unit, int year) => _books.GetValueOrDefault((unit, year)) ?? Empty(unit, year);
    public IEnumerable<KeyValuePair<(string Unit, int Year), YearBook>> All => _books;
    public bool CaughtUp => _reached == store.Events.Count;

    /// <summary>Takes in at most so many events; a crash on the way leaves everything as it was.</summary>
    public void Project(int most, bool crash)
    {
        var until = Math.Min(store.Events.Count, _reached + most);
        var touched = new Dictionary<(string, int), YearBook>();
        for (var i = _reached; i < until; i++)
        {
            var e = store.Events[i];
            if (YearBookEvents.YearOf(e.Data) is not { } year || IsOverlooked(e))
                continue;
            foreach (var unit in YearBookEvents.UnitsOf(e))
                touched[(unit, year)] = (touched.GetValueOrDefault((unit, year)) ?? Book(unit, year)).Apply(e);
        }

        if (!crash || planted == Planted.ProjectsAgainAfterACrash)
        {
            foreach (var (key, book) in touched)
                _books[key] = book;
        }

        if (!crash || planted == Planted.SkipsEventsAfterACrash)
            _reached = until;
    }

    /// <summary>A unit's year as it was known when the log stood at this event.</summary>
    public YearBook AsKnownAt(string unit, int year, long sequence) => store.Of(unit)
        .TakeWhile(e => e.Sequence <= sequence)
        .Where(e => YearBookEvents.YearOf(e.Data) == year)
        .Aggregate(Empty(unit, year), (book, e) => book.Apply(e));

    /// <summary>What a book says, in one spelling.</summary>
    public static string Digest(YearBook book) => CanonicalJson.Sha256(Text(book));

    public static IReadOnlyList<string> Text(YearBook book) =>
    [
        .. book.Cells.Select(c => Line(c.Key, c.Value)).Concat(book.Shared.Select(c => Line(Cell.Joint(c.Key), c.Value)))
            .Concat(book.NilReturns.Keys.Select(n => $"{n} nil")).Order(StringComparer.Ordinal),
    ];

    private YearBook Empty(string unit, int year) => YearBook.Empty(year) with { Unit = unit, Rules = store.Rules.Of(year) };

    private static string Line(string cell, Tally tally) =>
        string.Create(CultureInfo.InvariantCulture, $"{cell} = {tally.Sum:0.##} of {tally.Entries}, {tally.Inexact} inexact");

    private bool IsOverlooked(IEvent e) => planted switch
    {
        Planted.CountsMergedEntries => e.Data is EntryMerged,
        Planted.LeavesDeclinedUnitsIn => e.Data is JointDeclined,
        Planted.LeavesReturningUnitsOut => e.Data is JointAccepted,
        _ => false,
    };
}
