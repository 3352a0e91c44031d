using System.Data;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Domain.Figures;

/// <summary>
/// Year books and how far their projection had come, read in one snapshot. The projection commits both together, so the
/// books hold exactly the events up to <paramref name="Sequence"/>, whatever is being logged meanwhile.
/// </summary>
internal sealed record BookSnapshot(long Sequence, IReadOnlyDictionary<(string Unit, int Year), YearBook> Books)
{
    /// <summary>How long the projection may stand still behind the log before it is given up on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string Progress = "select coalesce((select last_seq_id from ledger.mt_event_progression where name = $1), 0)";

    private const string Stored = """
        select tenant_id, data from ledger.mt_doc_yearbook
        where ($1::text is null or tenant_id = $1) and ($2::text is null or id = $2)
        """;

    /// <summary>Waits until every event there is has been taken in, then reads.</summary>
    /// <exception cref="YearBooksBehindException">The projection stands still behind the newest event.</exception>
    public static async Task<BookSnapshot> ReadAsync(IDocumentStore store, NpgsqlDataSource database, string? unit, int? year, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await AwaitAsync(connection, ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var sequence = await ReachedAsync(connection, ct);
        var books = new Dictionary<(string, int), YearBook>();
        await using var command = new NpgsqlCommand(Stored, connection);
        command.Parameters.Add(new() { Value = (object?)unit ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = year is { } y ? YearBook.IdOf(y) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            await using var data = await reader.GetStreamAsync(1, ct);
            var book = await store.Options.Serializer().FromJsonAsync<YearBook>(data, ct);
            books.Add((reader.GetString(0), int.Parse(book.Id, null)), book);
        }

        return new BookSnapshot(sequence, books);
    }

    private static async Task AwaitAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var newest = new NpgsqlCommand("select coalesce(max(seq_id), 0) from ledger.mt_events", connection);
        var target = (long)(await newest.ExecuteScalarAsync(ct))!;
        var (reached, since) = (await ReachedAsync(connection, ct), TimeProvider.System.GetTimestamp());
        while (reached < target)
        {
            if (TimeProvider.System.GetElapsedTime(since) > Patience)
                throw new YearBooksBehindException(reached, target);
            await Task.Delay(25, ct);
            var now = await ReachedAsync(connection, ct);
            if (now > reached)
                since = TimeProvider.System.GetTimestamp();
            reached = now;
        }
    }

    private static async Task<long> ReachedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Progress, connection);
        command.Parameters.Add(new() { Value = YearBooks.Name + ":All" });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}

/// <summary>The year books do not move on towards the newest event: nothing can be verified until they do.</summary>
public sealed class YearBooksBehindException(long reached, long newest)
    : Exception($"年度账停在第 {reached} 号事件，最新为第 {newest} 号（year books stand at event {reached} of {newest}）")
{
    public long Reached { get; } = reached;
    public long Newest { get; } = newest;
}
