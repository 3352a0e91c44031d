using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Erasures;
using Npgsql;

namespace Ledger.Api.Erasures;

/// <summary>An erasure that was asked for and waits, with the unit it is about.</summary>
public sealed record WaitingErasure(string Unit, ErasureRequest Request);

/// <summary>An erasure that was carried out: its order, which names nobody.</summary>
public sealed record DoneErasure(DateTimeOffset At, PersonalDataErased Order);

/// <summary>Erasures that wait, and those that were carried out, read as the owner: the administrators belong to no unit.</summary>
public static class ErasureList
{
    /// <summary>The oldest first, of one unit or of all.</summary>
    public static async Task<IReadOnlyList<WaitingErasure>> WaitingAsync(NpgsqlDataSource database, string? unit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand("select tenant_id, data::text from ledger.mt_doc_erasurerequest where tenant_id = coalesce($1, tenant_id) order by id");
        command.Parameters.Add(new() { Value = (object?)unit ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var waiting = new List<WaitingErasure>();
        while (await rows.ReadAsync(ct))
            waiting.Add(new(rows.GetString(0), JsonSerializer.Deserialize<ErasureRequest>(rows.GetString(1), LedgerJson.Options)!));
        return waiting;
    }

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<DoneErasure>> DoneAsync(NpgsqlDataSource database, string unit, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var command = database.CreateCommand("select timestamp, data::text from ledger.mt_events where tenant_id = $1 and type = 'personal_data_erased' order by seq_id desc");
        command.Parameters.Add(new() { Value = unit });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var done = new List<DoneErasure>();
        while (await rows.ReadAsync(ct))
            done.Add(new(rows.GetFieldValue<DateTimeOffset>(0), JsonSerializer.Deserialize<PersonalDataErased>(rows.GetString(1), LedgerJson.Options)!));
        return done;
    }
}
