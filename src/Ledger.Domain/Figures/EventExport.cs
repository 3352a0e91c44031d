using System.Buffers;
using System.Data;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Domain.Figures;

/// <summary>
/// Writes the event log as lines of JSON: a head with the counting rules, the events in their order, a closing line with
/// their number and the hash of all before it. A unit's export holds the joint activities of others that name it, too:
/// without them its figures could not be counted again. The same events give the same bytes; memory does not grow with them.
/// </summary>
public static class EventExport
{
    public const int Version = 2;

    // Marten marks a sequence number whose append failed by a tombstone: nothing happened there.
    private const string Events = $"""
        select seq_id, id, stream_id, version, tenant_id, type,
            to_char(timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), user_name, data::text
        from ledger.mt_events
        where ($1::text is null or tenant_id = $1 or {JointEvents.NamingFirst})
          and ($2::bigint is null or seq_id <= $2) and seq_id > $3 and type <> 'tombstone'
        order by seq_id
        """;

    private const string Units = $"""
        select distinct tenant_id collate "C" from ledger.mt_events
        where ($1::text is null or tenant_id = $1) and ($2::bigint is null or seq_id <= $2)
        union
        select u ->> 'unit' collate "C" from ledger.mt_events, jsonb_array_elements({JointEvents.Named}) u
        where {JointEvents.Named} is not null and $1::text is null and ($2::bigint is null or seq_id <= $2)
        order by 1
        """;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="database">Where the events are.</param>
    /// <param name="to">Where the lines go; left open.</param>
    /// <param name="unit">One unit, or null for all.</param>
    /// <param name="upTo">The last sequence number that is written, or null for all there are.</param>
    /// <param name="progress">Told every hundred thousand events how many there have been.</param>
    /// <param name="ct">Ends it; what was written by then has no closing line and is refused by readers.</param>
    /// <param name="after">Only events after this sequence number are written; the head names the units of all.</param>
    /// <param name="hidden">Author and data of an event as they may be shown; null where all of it may.</param>
    /// <returns>How many events were written.</returns>
    public static async Task<long> WriteAsync(
        NpgsqlDataSource database, Stream to, string? unit, long? upTo, IProgress<string>? progress, CancellationToken ct, long after = 0, Func<NpgsqlDataReader, (string? By, string Data)>? hidden = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        using var lines = new LineWriter(to);
        await lines.WriteAsync(await HeadAsync(connection, unit, upTo, ct), ct);
        var events = 0L;
        await using (var command = Command(connection, Events, unit, upTo, after))
        await using (var reader = await command.ExecuteReaderAsync(hidden is null ? CommandBehavior.SequentialAccess : CommandBehavior.Default, ct))
        {
            for (; await reader.ReadAsync(ct); events++)
            {
                await lines.WriteAsync(json => Event(json, reader, hidden), ct);
                if (events % 100_000 == 99_999)
                    progress?.Report($"{events + 1:N0}");
            }
        }

        await lines.CloseAsync(events, ct);
        return events;
    }

    private static async Task<Action<Utf8JsonWriter>> HeadAsync(NpgsqlConnection connection, string? unit, long? upTo, CancellationToken ct)
    {
        var units = new List<string>();
        await using var command = Command(connection, Units, unit, upTo);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            units.Add(reader.GetString(0));
        await reader.DisposeAsync();
        var rules = await StatedRules.ReadFiguresAsync(connection, ct);
        return json =>
        {
            json.WriteString("ledger", "export");
            json.WriteNumber("version", Version);
            json.WriteStartArray("units");
            units.ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WritePropertyName("kinds");
            json.WriteRawValue(StatedRules.KindsJson);
            json.WritePropertyName("figures");
            json.WriteRawValue(rules);
        };
    }

    private static void Event(Utf8JsonWriter json, NpgsqlDataReader row, Func<NpgsqlDataReader, (string? By, string Data)>? hidden)
    {
        json.WriteNumber("seq", row.GetInt64(0));
        json.WriteString("id", row.GetGuid(1));
        json.WriteString("stream", row.GetGuid(2));
        json.WriteNumber("version", row.GetInt64(3));
        json.WriteString("unit", row.GetString(4));
        json.WriteString("type", row.GetString(5));
        json.WriteString("at", row.GetString(6));
        var (by, data) = hidden is null ? (row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8)) : hidden(row);
        if (by is not null)
            json.WriteString("by", by);
        json.WritePropertyName("data");
        json.WriteRawValue(data, skipInputValidation: true);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, string? unit, long? upTo, long? after = null)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.Add(new() { Value = (object?)unit ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = (object?)upTo ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        if (after is { } from)
            command.Parameters.Add(new() { Value = from, NpgsqlDbType = NpgsqlDbType.Bigint });
        return command;
    }

    /// <summary>Writes and hashes line by line through one buffer.</summary>
    private sealed class LineWriter(Stream to) : IDisposable
    {
        private readonly ArrayBufferWriter<byte> _line = new(4096);
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public async Task WriteAsync(Action<Utf8JsonWriter> members, CancellationToken ct)
        {
            _line.ResetWrittenCount();
            await using (var json = new Utf8JsonWriter(_line, Plain))
            {
                json.WriteStartObject();
                members(json);
                json.WriteEndObject();
            }

            _line.Write("\n"u8);
            _hash.AppendData(_line.WrittenSpan);
            await to.WriteAsync(_line.WrittenMemory, ct);
        }

        public async Task CloseAsync(long events, CancellationToken ct)
        {
            var sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash());
            await WriteAsync(json =>
            {
                json.WriteNumber("events", events);
                json.WriteString("sha256", sha256);
            }, ct);
            await to.FlushAsync(ct);
        }

        public void Dispose() => _hash.Dispose();
    }
}
