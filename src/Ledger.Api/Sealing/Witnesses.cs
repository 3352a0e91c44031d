using System.Globalization;
using System.Net;
using System.Text;
using Ledger.Api.Setup;
using Ledger.Log.Notes;
using Npgsql;

namespace Ledger.Api.Sealing;

/// <summary>A witness as the policy file names it (C2SP tlog-policy): <c>witness NAME VKEY URL</c>.</summary>
public sealed record KnownWitness(string Name, VerifierKey Key, Uri Url)
{
    public static KnownWitness? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is ["witness", var name, var key, var url]
            && VerifierKey.Parse(key) is { Use: KeyUse.Cosignature } known && Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var at) && at.Scheme is "http" or "https"
                ? new KnownWitness(name, known, at)
                : null;
    }
}

/// <summary>
/// Brings a log's checkpoints to the witnesses of the policy file and keeps what they sign (C2SP tlog-witness). A witness
/// that has seen more than this log has, or another one, is remembered as trouble: the log was put back or forked.
/// </summary>
public sealed class Witnesses(NpgsqlDataSource database, LogKeys keys, DataFolder folder, HttpClient http)
{
    public const string PolicyName = "witness.policy";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Read anew each time: a line added counts from then on.</summary>
    public IReadOnlyList<KnownWitness> Known()
    {
        var policy = Path.Combine(folder.Root, PolicyName);
        return File.Exists(policy) ? [.. File.ReadLines(policy).Select(KnownWitness.Parse).OfType<KnownWitness>()] : [];
    }

    /// <summary>The keys of the known witnesses whose cosignature is on a note.</summary>
    public IEnumerable<string> KeysOn(SignedNote note) => Known().Where(w => note.SignedBy(w.Key) == true).Select(w => w.Key.ToString());

    /// <summary>Asks every witness that has not signed this checkpoint yet. None of them can hold up more than a few seconds.</summary>
    public async Task<SignedNote> CosignAsync(string unit, SignedNote note, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(note);
        var missing = Known().Where(w => note.SignedBy(w.Key) != true).ToList();
        var lines = await Task.WhenAll(missing.Select(w => AskAsync(w, unit, note, ct)));
        return note with { Signatures = [.. note.Signatures, .. lines.OfType<NoteSignature>()] };
    }

    /// <summary>Which witness refused a unit's log, and why; nothing where all is well.</summary>
    public async Task<IReadOnlyList<(string Witness, string Trouble)>> TroublesAsync(string unit, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select witness, trouble from log.witnesses where unit = $1 and trouble is not null order by witness");
        command.Parameters.Add(new() { Value = unit });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var troubles = new List<(string, string)>();
        while (await rows.ReadAsync(ct))
            troubles.Add((rows.GetString(0), rows.GetString(1)));
        return troubles;
    }

    private async Task<NoteSignature?> AskAsync(KnownWitness witness, string unit, SignedNote note, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var size = Checkpoint.Parse(note.Text)!.Size;
        try
        {
            // A log that is shorter than what was signed asks all the same: the witness's answer is the proof of it.
            var seen = Math.Min(await SeenAsync(witness, unit, ct), size);
            var (status, answer) = await SubmitAsync(witness, unit, seen, size, note, patience.Token);
            // It knows another size than was kept here: ask once more from there, and again where somebody else was faster.
            while (status == HttpStatusCode.Conflict && Checkpoint.Decimal(answer.TrimEnd('\n'), out var actual) && actual != seen)
            {
                if (actual > size)
                    return await AheadAsync(witness, unit, actual, size, ct);
                (seen, (status, answer)) = (actual, await SubmitAsync(witness, unit, actual, size, note, patience.Token));
            }

            if (status != HttpStatusCode.OK)
                return await TroubleAsync(witness, unit, seen, $"{(int)status} {answer.Trim()}", ct);
            var signature = answer.Split('\n').Select(NoteSignature.Parse).OfType<NoteSignature>().FirstOrDefault(s => Cosignature.Verify(witness.Key, note.Text, s) is not null);
            if (signature is null)
                return await TroubleAsync(witness, unit, seen, "no cosignature of its key", ct);
            await KeepAsync(witness, unit, size, signature, ct);
            return signature;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // Away for now: nothing is known to be wrong.
            return null;
        }
    }

    private async Task<(HttpStatusCode Status, string Answer)> SubmitAsync(KnownWitness witness, string unit, long from, long to, SignedNote note, CancellationToken ct)
    {
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"old {from}\n");
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            foreach (var hash in await UnitTree.HashesAsync(connection, unit, Ledger.Log.Tree.Consistency.Path(from, to), ct))
                body.Append(Convert.ToBase64String(hash)).Append('\n');
        }

        // Its own signatures alone: a witness ignores the others.
        var own = keys.PublicFor(unit).Select(k => k.Key).ToList();
        body.Append('\n').Append(note with { Signatures = [.. note.Signatures.Where(s => own.Exists(k => k.Name == s.Name && k.Id == s.KeyId))] });
        using var content = new StringContent(body.ToString(), Encoding.UTF8, "text/plain");
        using var answer = await http.PostAsync(new Uri(witness.Url, "add-checkpoint"), content, ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }

    /// <summary>The witness has signed more than this: no wonder where the log has grown meanwhile, and else the proof that it was put back.</summary>
    private async Task<NoteSignature?> AheadAsync(KnownWitness witness, string unit, long seen, long size, CancellationToken ct)
    {
        await using (var connection = await database.OpenConnectionAsync(ct))
        {
            if (await UnitTree.SizeAsync(connection, unit, ct) >= seen)
                return null;
        }

        return await TroubleAsync(witness, unit, seen, string.Create(CultureInfo.InvariantCulture, $"the witness has seen {seen} leaves, the log has {size}"), ct);
    }

    private async Task<long> SeenAsync(KnownWitness witness, string unit, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select size from log.witnesses where unit = $1 and witness = $2");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = unit }, new() { Value = witness.Key.Name } });
        return await command.ExecuteScalarAsync(ct) as long? ?? 0;
    }

    private async Task KeepAsync(KnownWitness witness, string unit, long size, NoteSignature signature, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            with line as (insert into log.cosignatures (unit, size, witness, line) values ($1, $3, $2, $4) on conflict do nothing)
            insert into log.witnesses (unit, witness, size, at) values ($1, $2, $3, now())
            on conflict (unit, witness) do update set size = $3, at = now(), trouble = null
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = unit }, new() { Value = witness.Key.Name }, new() { Value = size }, new() { Value = signature.ToString() } });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<NoteSignature?> TroubleAsync(KnownWitness witness, string unit, long size, string trouble, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            insert into log.witnesses (unit, witness, size, at, trouble) values ($1, $2, $3, now(), $4)
            on conflict (unit, witness) do update set at = now(), trouble = $4
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = unit }, new() { Value = witness.Key.Name }, new() { Value = size }, new() { Value = trouble } });
        await command.ExecuteNonQueryAsync(ct);
        return null;
    }
}
