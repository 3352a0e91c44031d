using System.Runtime.CompilerServices;
using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Domain.Entries;
using Marten;
using Npgsql;

namespace Ledger.Api.Tables;

/// <summary>
/// All entries that a filter admits, as the store had them at one moment: their number, the event they are current to and
/// the rows come from one snapshot of the database, whatever is logged meanwhile.
/// </summary>
public sealed class EntrySnapshot : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly IQuerySession _session;
    private readonly IQueryable<EntryCard> _cards;

    private EntrySnapshot(NpgsqlConnection connection, NpgsqlTransaction transaction, IQuerySession session, IQueryable<EntryCard> cards, long sequence, int total) =>
        (_connection, _transaction, _session, _cards, Sequence, Total) = (connection, transaction, session, cards, sequence, total);

    public long Sequence { get; }
    public int Total { get; }

    public static async Task<EntrySnapshot> OpenAsync(IDocumentStore store, UnitDatabase database, Freshness freshness, string unit, EntryFilter filter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(freshness);
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        var connection = await database.OpenAsync(unit, ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
            var options = Marten.Services.SessionOptions.ForTransaction(transaction);
            options.TenantId = unit;
            var session = store.QuerySession(options);
            var sequence = await SequenceAsync(connection, transaction, unit, ct);
            var cards = EntrySearch.Narrow(session.Query<EntryCard>(), filter);
            return new EntrySnapshot(connection, transaction, session, cards, sequence, await cards.CountAsync(ct));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The unit's newest event that the cards have taken in: what others log does not move it.</summary>
    private static async Task<long> SequenceAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string unit, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select max(seq_id) from ledger.mt_events where tenant_id = $1 and seq_id <= (select last_seq_id from ledger.mt_event_progression where name = $2)", connection, transaction);
        command.Parameters.Add(new() { Value = unit });
        command.Parameters.Add(new() { Value = $"{nameof(EntryCards)}:All" });
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    /// <summary>One by one, the oldest first, as a ledger on paper is kept.</summary>
    public async IAsyncEnumerable<EntryCard> ReadAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var card in _cards.OrderBy(c => c.OccurredOn).ThenBy(c => c.Id).ToAsyncEnumerable(ct))
            yield return card;
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
