using System.Globalization;
using System.Text;
using Ledger.Log.Notes;
using Ledger.Log.Tree;

namespace Ledger.Witness;

/// <summary>What a log sends: the size it believes was signed last, the proof that it only grew since, and its checkpoint.</summary>
public sealed record AddCheckpointRequest(long Old, IReadOnlyList<byte[]> Proof, SignedNote Note, Checkpoint Checkpoint)
{
    private const int MostHashes = 63;

    /// <summary>Null where the body is none.</summary>
    public static AddCheckpointRequest? Parse(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var blank = body.IndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || body[..blank].Split('\n') is not [var first, .. var lines] || !first.StartsWith("old ", StringComparison.Ordinal)
            || !Checkpoint.Decimal(first[4..], out var old) || lines.Length > MostHashes
            || SignedNote.Parse(body[(blank + 2)..]) is not { } note || Checkpoint.Parse(note.Text) is not { } checkpoint)
            return null;
        var proof = new List<byte[]>();
        foreach (var line in lines)
        {
            var hash = new byte[line.Length];
            if (!Convert.TryFromBase64String(line, hash, out var length) || length != Merkle.Size)
                return null;
            proof.Add(hash[..length]);
        }

        return new AddCheckpointRequest(old, proof, note, checkpoint);
    }
}

/// <summary>
/// <c>POST add-checkpoint</c> (C2SP tlog-witness): signs a checkpoint that grew from the last one signed, and no other. A log
/// that was put back or forked is told which size was signed, or that its proof does not hold.
/// </summary>
public static class AddCheckpoint
{
    private const string SizeType = "text/x.tlog.size";

    public static async Task<IResult> PostAsync(HttpRequest http, WitnessFolder folder, WitnessedLogs logs, TimeProvider clock, CancellationToken ct)
    {
        using var reader = new StreamReader(http.Body, new UTF8Encoding(false, true));
        string body;
        try
        {
            body = await reader.ReadToEndAsync(ct);
        }
        catch (DecoderFallbackException)
        {
            return Results.Text("not UTF-8\n", statusCode: 400);
        }

        if (AddCheckpointRequest.Parse(body) is not { } request)
            return Results.Text("no add-checkpoint request\n", statusCode: 400);
        var known = folder.Logs().Where(k => k.Name == request.Checkpoint.Origin).ToList();
        if (known.Count == 0)
            return Results.Text("unknown log\n", statusCode: 404);
        var signed = known.Select(request.Note.SignedBy).ToList();
        if (signed.Contains(false) || !signed.Contains(true))
            return Results.Text("not signed by this log\n", statusCode: 403);
        if (request.Old > request.Checkpoint.Size)
            return Results.Text("the old size is the larger one\n", statusCode: 400);
        return await logs.InTurnAsync(request.Checkpoint.Origin, () => Decide(request, known, folder, clock), ct);
    }

    private static IResult Decide(AddCheckpointRequest request, List<VerifierKey> known, WitnessFolder folder, TimeProvider clock)
    {
        var checkpoint = request.Checkpoint;
        var last = folder.Newest(checkpoint.Origin) is { } newest ? Checkpoint.Parse(newest.Text)! : new Checkpoint(checkpoint.Origin, 0, Merkle.Empty);
        if (request.Old != last.Size)
            return Results.Text(string.Create(CultureInfo.InvariantCulture, $"{last.Size}\n"), SizeType, statusCode: 409);
        if ((checkpoint.Size == 0 && !checkpoint.Root.AsSpan().SequenceEqual(Merkle.Empty))
            || !Consistency.Verify(last.Size, last.Root, checkpoint.Size, checkpoint.Root, request.Proof))
            return Results.Text("not consistent with what was signed before\n", statusCode: 422);
        var cosignature = folder.Key.Cosign(request.Note.Text, clock.GetUtcNow());
        var verified = request.Note.Signatures.Where(s => known.Exists(k => k.Name == s.Name && k.Id == s.KeyId));
        folder.Keep(checkpoint.Origin, new SignedNote(request.Note.Text, [.. verified, cosignature]));
        return Results.Text(cosignature.ToString(), "text/plain", Encoding.UTF8);
    }
}

/// <summary><c>GET {hash of the origin}/checkpoint</c>: what was signed last of a log, for whoever watches it.</summary>
public static class WitnessedCheckpoint
{
    public static IResult Get(string origin, WitnessFolder folder) =>
        folder.NewestByHash(origin) is { } note ? Results.Text(note.ToString(), "text/plain", Encoding.UTF8) : Results.Text("nothing signed\n", statusCode: 404);
}
