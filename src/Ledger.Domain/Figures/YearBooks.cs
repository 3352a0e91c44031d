using JasperFx.Events;
using Ledger.Domain.Rules;
using Marten;
using Marten.Events.Projections;

namespace Ledger.Domain.Figures;

/// <summary>
/// Keeps every unit's year books current from the event log, asynchronously: a page of events is folded in memory and
/// each book touched is written once. Every <see cref="CheckpointEvery"/> events a copy of the book is kept, so that the
/// figures as known at any earlier moment are one copy and at most that many events away.
/// </summary>
public sealed class YearBooks : IProjection
{
    public const string Name = "YearBooks";

    /// <summary>Events between two checkpoints of a book: small enough to refold within a read, large enough to be cheap.</summary>
    public const int CheckpointEvery = 500;

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArgumentNullException.ThrowIfNull(events);
        var books = new Dictionary<(string Unit, int Year), YearBook>();
        var rules = await RuleBook.LoadAsync(operations, cancellation);
        foreach (var e in events)
        {
            if (YearBookEvents.YearOf(e.Data) is not { } year)
                continue;
            foreach (var unit in YearBookEvents.UnitsOf(e))
                books[(unit, year)] = await FoldAsync(operations.ForTenant(unit), books.GetValueOrDefault((unit, year)), year, rules, unit, e, cancellation);
        }

        foreach (var ((unit, _), book) in books)
            operations.ForTenant(unit).Store(book);
    }

    private static async Task<YearBook> FoldAsync(ITenantOperations operations, YearBook? book, int year, RuleBook rules, string unit, IEvent e, CancellationToken cancellation)
    {
        book ??= await operations.LoadAsync<YearBook>(YearBook.IdOf(year), cancellation) ?? YearBook.Empty(year) with { Rules = rules.Of(year) };
        book = (book with { Unit = unit }).Apply(e);
        if (book.Events % CheckpointEvery == 0)
            operations.Store(YearBookCheckpoint.Of(book));
        return book;
    }
}
