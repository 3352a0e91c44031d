using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Domain.Erasures;
using Ledger.Domain.Kinds;
using Ledger.Log.Audit;
using Ledger.Log.Events;
using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Api.Erasures;

/// <summary>What an erasure came to.</summary>
/// <param name="StandIn">What stands in the name's place.</param>
/// <param name="Events">Events that were changed.</param>
/// <param name="Members">Members of them.</param>
/// <param name="Left">Where the name still stands, in words: what is no personal data, or was published.</param>
public sealed record ErasureResult(string StandIn, int Events, int Members, IReadOnlyList<string> Left)
{
    /// <summary>Why the files on the disk may still hold it; null where they do not.</summary>
    public string? NotScrubbed { get; init; }
}

/// <summary>
/// Takes a name out of a unit's events and of everything that was made from them. A stand-in made by chance takes its place,
/// the same everywhere in the unit: what was told apart by names still is, and no figure changes. The salt that opened the
/// name's commitment is destroyed with it; leaves, proofs and signatures stand. An event signed by the log's key says where.
/// </summary>
public sealed class ErasureOfName(IDocumentStore store, NpgsqlDataSource database, LogKeys keys, UnitLog log)
{
    /// <exception cref="SealingBehindException">Sealing is behind: what is not sealed cannot be erased with a proof.</exception>
    /// <returns>Null where the name stands in nothing that can be erased.</returns>
    public async Task<ErasureResult?> RunAsync(string unit, string name, string reason, string orderedBy, string approvedBy, CancellationToken ct)
    {
        await log.AwaitSealedAsync(ct);
        var standIn = $"〔已删除{RandomNumberGenerator.GetHexString(8)}〕";
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Nothing is appended or sealed meanwhile, so that nothing slips through.
        await ExecuteAsync(connection, "select seq from log.progress for update", ct);
        await ExecuteAsync(connection, "lock table ledger.mt_events in share row exclusive mode", ct);
        var (events, members) = (0, new List<OrderedErasure>());
        foreach (var (row, leaf) in await PersonalEvents.FindAsync(connection, unit, name, ct))
        {
            if (Redaction.Of(row, leaf?.Salt, (path, value) => Instead(row, path, value, name, standIn)) is not { } redacted)
                continue;
            await StoreAsync(connection, redacted, leaf is not null, ct);
            events++;
            members.AddRange(redacted.Members.Select(m => new OrderedErasure(row.Sequence, m.Path, ErasureOrder.HashOf(Encoding.UTF8.GetBytes(m.Instead)))));
        }

        if (events == 0)
            return null;
        await OrderAsync(transaction, unit, new ErasureOrder(standIn, reason, orderedBy, approvedBy, members, null).Signed(unit, keys.For(unit)), ct);
        var changed = await MadeFromEvents.RewriteAsync(connection, unit, name, standIn, ct);
        await transaction.CommitAsync(ct);
        changed.UnionWith(await SettleAsync(connection, unit, name, standIn, ct));
        await SealOrderAsync(ct);
        return new(standIn, events, members.Count, await MadeFromEvents.LeftAsync(connection, unit, name, ct)) { NotScrubbed = await OldPages.WipeAsync(database, changed, ct) };
    }

    /// <summary>A request that was decided is gone, and with it the name. Requests act as a role that deletes nothing; this is the owner's.</summary>
    public async Task ForgetAsync(string unit, Guid request, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, "delete from ledger.mt_doc_erasurerequest where tenant_id = $1 and id = $2", ct, unit, request);
    }

    private static string? Instead(EventRow row, string path, string value, string name, string standIn) =>
        value.Contains(name, StringComparison.Ordinal) && PersonalText.Holds(row, path) != Personal.Nothing
            ? value.Replace(name, standIn, StringComparison.Ordinal)
            : null;

    private static async Task StoreAsync(NpgsqlConnection connection, Redaction redacted, bool isSealed, CancellationToken ct)
    {
        await ExecuteAsync(
            connection, "update ledger.mt_events set data = $2::jsonb, user_name = $3 where seq_id = $1", ct,
            redacted.Row.Sequence, Encoding.UTF8.GetString(redacted.Row.Data), (object?)redacted.Row.By ?? DBNull.Value);
        if (isSealed)
            await ExecuteAsync(connection, "update log.leaves set salt = null, shredded = $2::jsonb where seq = $1", ct, redacted.Row.Sequence, SealRows.Shredded(redacted.Salt));
    }

    private async Task OrderAsync(NpgsqlTransaction transaction, string unit, ErasureOrder order, CancellationToken ct)
    {
        var options = Marten.Services.SessionOptions.ForTransaction(transaction);
        options.TenantId = unit;
        await using var session = store.LightweightSession(options);
        session.LastModifiedBy = order.ApprovedBy;
        session.Events.StartStream<Erasure>(Guid.CreateVersion7(), new PersonalDataErased(
            order.StandIn, order.Reason, order.OrderedBy, order.ApprovedBy, [.. order.Members.Select(m => new ErasedMember(m.Seq, m.Path, m.Sha256))], order.Seal!));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Until its order is sealed, an erasure looks like tampering to whoever verifies the log.</summary>
    private async Task SealOrderAsync(CancellationToken ct)
    {
        try
        {
            await log.AwaitSealedAsync(ct);
        }
        catch (SealingBehindException)
        {
            // It is done, and will be sealed as soon as sealing goes on: that is no failure of the erasure.
        }
    }

    /// <summary>A projection may have read an event just before and written its card just after: once it has passed, all is looked through again.</summary>
    private async Task<IReadOnlySet<string>> SettleAsync(NpgsqlConnection connection, string unit, string name, string standIn, CancellationToken ct)
    {
        for (var left = 100; left > 0; left--)
        {
            if (!await Projections.AreServedAsync(database, ct) || !await Projections.AreBehindAsync(database, ct))
                break;
            await Task.Delay(50, ct);
        }

        return await MadeFromEvents.RewriteAsync(connection, unit, name, standIn, ct);
    }

    internal static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
#pragma warning disable CA2100 // fixed text
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        foreach (var value in values)
            command.Parameters.Add(value is DBNull ? new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text } : new() { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
