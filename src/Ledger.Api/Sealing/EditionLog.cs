using System.Text.Json.Nodes;
using Ledger.Api.Erasures;
using Ledger.Domain;
using Ledger.Domain.Figures;
using Ledger.Domain.Reports;
using Ledger.Log.Editions;
using Ledger.Log.Events;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>
/// An edition's checkpoint: the log as it was when the edition was closed, with what witnesses said by then. Kept once and
/// for ever, so that the edition prints the same, and with it the proof of everything the edition's figures rest on.
/// </summary>
public sealed class EditionLog(NpgsqlDataSource database, UnitLog log, LogKeys keys, Witnesses witnesses)
{
    private const string OfTheYear = $"""
        select {SealRows.LeafColumns}, {SealRows.EventColumns} from ledger.mt_events e join log.leaves l on l.seq = e.seq_id
        where e.tenant_id = $1 and e.seq_id <= $3 and ($4::uuid[] is null or e.stream_id = any($4) or e.type like 'nil\_return\_%')
          and (e.stream_id in (select y.stream_id from ledger.mt_events y where y.tenant_id = $1
                               and $2 in (left(y.data ->> 'occurredOn', 4), y.data ->> 'countsIn', left(y.data -> 'activity' ->> 'occurredOn', 4),
                                          left(y.data -> 'step' ->> 'occurredOn', 4), y.data -> 'step' ->> 'countsIn'))
               or (e.type in ('nil_return_confirmed', 'nil_return_withdrawn') and e.data ->> 'year' = $2))
        order by l.index
        """;

    private const string Freezing = $"""
        select {SealRows.LeafColumns}, {SealRows.EventColumns} from ledger.mt_events e join log.leaves l on l.seq = e.seq_id
        where e.tenant_id = $1 and e.stream_id = $2 and e.type = 'edition_frozen' and (e.data ->> 'number')::int = $3
        """;

    /// <summary>The edition's checkpoint; made where there is none yet.</summary>
    /// <exception cref="SealingBehindException">Sealing is behind: the edition cannot be closed now.</exception>
    public async Task<SignedNote> CheckpointAsync(string unit, Edition edition, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(edition);
        if (await FindAsync(unit, edition, ct) is { } kept)
            return kept;
        await log.AwaitSealedAsync(ct);
        await using var connection = await database.OpenConnectionAsync(ct);
        var note = await CosignedAsync(unit, ct);
        await using var command = new NpgsqlCommand("insert into log.editions (unit, year, number, note) values ($1, $2, $3, $4) on conflict do nothing", connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = edition.Year }, new() { Value = edition.Number }, new() { Value = note.ToString() } },
        };
        await command.ExecuteNonQueryAsync(ct);
        return (await FindAsync(unit, edition, ct))!;
    }

    /// <summary>A witness signs only what is newest: where the log grew while it was asked, the newer checkpoint is taken.</summary>
    private async Task<SignedNote> CosignedAsync(string unit, CancellationToken ct)
    {
        for (var left = 3; ; left--)
        {
            var newest = await log.CheckpointAsync(unit, ct);
            var note = await witnesses.CosignAsync(unit, newest, ct);
            if (left == 0 || witnesses.Known().All(w => note.SignedBy(w.Key) == true) || await log.SizeAsync(unit, ct) == Checkpoint.Parse(newest.Text)!.Size)
                return note;
        }
    }

    /// <summary>What the edition carries to prove itself.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="entries">Streams whose events are shown: null for all of the year, empty for none but the freezing.</param>
    /// <param name="complete">Whether that is everything the figures were counted from.</param>
    /// <param name="publicOnly">No entry that was internal at any time, and no names: of a member that holds one its commitment is shown.</param>
    /// <param name="ct">Cancels the reading.</param>
    public async Task<EditionProof> ProofAsync(string unit, Edition edition, IReadOnlyList<Guid>? entries, bool complete, bool publicOnly, CancellationToken ct)
    {
        var note = await CheckpointAsync(unit, edition, ct);
        var size = Checkpoint.Parse(note.Text)!.Size;
        await using var connection = await database.OpenConnectionAsync(ct);
        var events = new List<OpenedEvent>();
        var masks = publicOnly && entries is { Count: > 0 } ? await Masks.ReadAsync(connection, unit, edition.Model.Sequence, ct) : null;
        if (entries is null or { Count: > 0 })
            await ReadAsync(connection, OfTheYear, events, masks, ct, unit, edition.Year.ToString("0000", null), edition.Model.Sequence, (object?)entries?.ToArray() ?? DBNull.Value);
        if (publicOnly)
        {
            var hidden = events.Where(WasInternal).Select(e => e.Stream).ToHashSet();
            events.RemoveAll(e => hidden.Contains(e.Stream));
        }

        await ReadAsync(connection, Freezing, events, null, ct, unit, Report.StreamOf(unit, edition.Year), edition.Number);
        events = [.. events.OrderBy(e => e.Index)];
        var hashes = await UnitTree.HashesAsync(connection, unit, ManyLeaves.Path([.. events.Select(e => e.Index)], size), ct);
        return new EditionProof
        {
            Ledger = "proof",
            Version = 1,
            Unit = unit,
            Year = edition.Year,
            Edition = edition.Number,
            Checkpoint = note.ToString(),
            Keys = [KeyOf(unit, note).Verifier.ToString()],
            Witnesses = [.. witnesses.KeysOn(note)],
            Figures = System.Text.Encoding.UTF8.GetString(CanonicalJson.Bytes(edition.Model.Figures.Select(f => f.Figure))),
            Complete = complete && !await CountsOthersAsync(connection, unit, edition, ct),
            Kinds = JsonNode.Parse(StatedRules.KindsJson)!,
            Rules = JsonNode.Parse(StatedRules.FiguresJson)!,
            Events = events,
            Hashes = [.. hashes.Select(Convert.ToBase64String)],
        };
    }

    /// <summary>How names are hidden in copies for the public; the same as long as the log begins the same.</summary>
    public async Task<Masks> MasksAsync(string unit, long sequence, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await Masks.ReadAsync(connection, unit, sequence, ct);
    }

    /// <summary>The key that signed the edition's checkpoint, which seals its files for ever.</summary>
    public SigningKey KeyOf(string unit, SignedNote note) =>
        keys.AllFor(unit).Last(k => note.SignedBy(k.Verifier) == true);

    /// <summary>Joint activities that others logged count in the unit's figures and stand in the others' logs: the file cannot count them again.</summary>
    private static async Task<bool> CountsOthersAsync(NpgsqlConnection connection, string unit, Edition edition, CancellationToken ct)
    {
        const string Sql = $"""
            select exists (select from ledger.mt_events
                where tenant_id <> $1 and seq_id <= $2 and {JointEvents.NamingFirst})
            """;
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = unit }, new() { Value = edition.Model.Sequence } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Whether an activity, as it was logged or taken back, was not for the public.</summary>
    private static bool WasInternal(OpenedEvent e) => IsInternal(e, "") || IsInternal(e, "/activity");

    private static bool IsInternal(OpenedEvent e, string at) =>
        e.Members.ContainsKey($"{at}/occurredOn") && e.Members.GetValueOrDefault($"{at}/openness") != "\"public\"";

    private async Task<SignedNote?> FindAsync(string unit, Edition edition, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select note from log.editions where unit = $1 and year = $2 and number = $3");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = unit }, new() { Value = edition.Year }, new() { Value = edition.Number } });
        return SignedNote.Parse(await command.ExecuteScalarAsync(ct) as string);
    }

    private static async Task ReadAsync(NpgsqlConnection connection, string sql, List<OpenedEvent> events, Masks? masks, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var (row, leaf) = (SealRows.Event(rows, 6), SealRows.Leaf(rows));
            var (shown, salt) = masks is null ? (row, leaf.Salt) : masks.Of(row, leaf.Salt);
            events.Add(OpenedEvent.Of(shown, leaf with { Salt = salt! }));
        }
    }
}
