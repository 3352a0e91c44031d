using System.IO.Pipelines;
using Marten;
using Npgsql;

namespace Ledger.Domain.Figures;

/// <summary>
/// Counts every figure three times – the projection by <c>Lines()</c>, PostgreSQL by the rules as data, the offline fold
/// from an export – at one and the same event, and says where they differ. A report is issued only when they do not.
/// </summary>
public static class Verification
{
    /// <param name="store">Reads the year books.</param>
    /// <param name="database">Where the events are.</param>
    /// <param name="unit">One unit, or null for all.</param>
    /// <param name="year">One year, or null for all.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="YearBooksBehindException">The projection stands still behind the newest event.</exception>
    public static async Task<VerificationResult> RunAsync(
        IDocumentStore store, NpgsqlDataSource database, string? unit, int? year, IProgress<string>? progress, CancellationToken ct)
    {
        var books = await BookSnapshot.ReadAsync(store, database, unit, year, ct);
        progress?.Report($"导出并离线重算，至第 {books.Sequence} 号事件 | exporting and counting offline up to event {books.Sequence}");
        var offline = await ExportAndFoldAsync(database, unit, books.Sequence, progress, ct);
        var units = offline.Units.Keys.Union(books.Books.Keys.Select(b => b.Unit)).Order(StringComparer.Ordinal);
        return await new Comparison(database, books, offline, books.Sequence).RunAsync(units, year, progress, ct);
    }

    /// <summary>
    /// The same against a file exported earlier: SQL counts up to the file's last event. A year book that has changed
    /// since cannot be compared and is not.
    /// </summary>
    /// <exception cref="ExportUnreadableException">The file is cut off, changed, or of another version.</exception>
    /// <exception cref="YearBooksBehindException">The projection stands still behind the newest event.</exception>
    public static async Task<VerificationResult> AgainstAsync(
        IDocumentStore store, NpgsqlDataSource database, Stream export, string? unit, int? year, IProgress<string>? progress, CancellationToken ct)
    {
        var offline = await OfflineFold.ReadAsync(export, ct);
        progress?.Report($"文件可读，共 {offline.Events} 个事件 | the file is sound, {offline.Events} events");
        var books = await BookSnapshot.ReadAsync(store, database, unit, year, ct);
        var units = unit is null ? offline.Units.Keys.Order(StringComparer.Ordinal) : Enumerable.Repeat(unit, 1);
        return await new Comparison(database, books, offline, offline.LastSequence).RunAsync(units, year, progress, ct);
    }

    /// <summary>
    /// The same for one unit's year, on from the event up to which all three agreed before: what came since is counted three
    /// times and added to that. <see cref="RunAsync"/> counts from the first event and trusts nothing.
    /// </summary>
    /// <exception cref="YearBooksBehindException">The projection stands still behind the newest event.</exception>
    public static async Task<VerificationResult> SinceLastAsync(IDocumentStore store, NpgsqlDataSource database, string unit, int year, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var session = store.LightweightSession(unit);
        var since = await session.LoadAsync<VerifiedBook>(YearBook.IdOf(year), ct);
        // By other rules everything is another number.
        if (since?.RulesSha256 != VerifiedBook.Rules)
            since = null;
        var books = await BookSnapshot.ReadAsync(store, database, unit, year, ct);
        var offline = await ExportAndFoldAsync(database, unit, books.Sequence, null, ct, since);
        var comparison = new Comparison(database, books, offline, books.Sequence, since);
        var result = await comparison.RunAsync([unit], year, null, ct);
        if (result.Agrees)
        {
            session.Store(VerifiedBook.Of(year, books.Sequence, comparison.Counted));
            await session.SaveChangesAsync(ct);
        }

        return result;
    }

    /// <summary>The export is read while it is written: nothing is kept, neither in memory nor on disk.</summary>
    private static async Task<OfflineFold> ExportAndFoldAsync(
        NpgsqlDataSource database, string? unit, long upTo, IProgress<string>? progress, CancellationToken ct, VerifiedBook? since = null)
    {
        var pipe = new Pipe();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var writing = WriteAsync(stop.Token);
        try
        {
            return await OfflineFold.ReadAsync(pipe.Reader.AsStream(), fold => since?.Begin(fold, unit!), ct);
        }
        finally
        {
            await stop.CancelAsync();
            await writing;
        }

        // What goes wrong here reaches the reader through the pipe.
        async Task WriteAsync(CancellationToken stopped)
        {
            Exception? failed = null;
            try
            {
                await EventExport.WriteAsync(database, pipe.Writer.AsStream(leaveOpen: true), unit, upTo, progress, stopped, since?.Sequence ?? 0);
            }
#pragma warning disable CA1031 // handed on, whatever it is
            catch (Exception e)
#pragma warning restore CA1031
            {
                failed = e;
            }

            await pipe.Writer.CompleteAsync(failed);
        }
    }
}
