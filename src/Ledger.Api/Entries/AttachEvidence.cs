using JasperFx.Events;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>What attached evidence is answered with; the version is the entry's.</summary>
public sealed record EvidenceReceipt(Guid Id, string Sha256, string FileName, string MediaType, long Size, long Version);

/// <summary>
/// Attach a file that backs an entry. The file is on the disk before the event is written, so evidence that is named is
/// there; the same file again adds nothing, so a repeated upload needs no key.
/// </summary>
public static class AttachEvidence
{
    public static async Task<(ProblemDetails, Attachment?)> LoadAsync(
        string unit, Guid id, HttpContext http, IDocumentSession session, KnownUnits units, EvidenceStore store, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (http.UnknownUnit(unit), null);
        // Asked before 20 MB are read, and again under the lock.
        if (Refusal(http, id, await session.Events.AggregateStreamAsync<Entry>(id, token: ct)) is { } early)
            return (early, null);
        var (upload, unusable) = await EvidenceUpload.ReceiveAsync(http, store, ct);
        if (upload is null)
            return (unusable!, null);
        // Locked, not compared by version: two people who add evidence do not contradict each other.
        var stream = await session.Events.FetchForExclusiveWriting<Entry>(id, ct);
        return Refusal(http, id, stream.Aggregate) is { } late
            ? (late, null)
            : (WolverineContinue.NoProblems, new Attachment(stream, upload));
    }

    [WolverinePost("/api/units/{unit}/entries/{id}/evidence")]
    public static IResult Post(string unit, Guid id, [NotBody] Attachment attachment, IDocumentSession session)
    {
        var (stream, upload) = attachment;
        var version = stream.CurrentVersion ?? 0;
        if (stream.Aggregate!.Evidence.Find(e => e.Sha256 == upload.File.Sha256) is { } known)
            return Results.Ok(Receipt(known, version));
        var attached = new EvidenceAttached(upload.File.Sha256, upload.Name, upload.File.Type.MediaType, upload.File.Size);
        stream.AppendOne(attached);
        return Results.Created($"/api/units/{unit}/entries/{id}/evidence/{attached.Sha256}", Receipt(attached, version + 1));

        EvidenceReceipt Receipt(EvidenceAttached e, long at) => new(id, e.Sha256, e.FileName, e.MediaType, e.Size, at);
    }

    private static ProblemDetails? Refusal(HttpContext http, Guid id, Entry? entry) =>
        entry is not { Activity: not null } ? http.UnknownEntry(id)
        : entry.Status == EntryStatus.Void ? http.Refuse(409, "entry-void", "该登记已作废，不能再改", "The entry is void and cannot be changed")
        : null;

    /// <summary>A file on the disk, and the stream of the entry it is for.</summary>
    public sealed record Attachment(IEventStream<Entry> Stream, EvidenceUpload Upload);
}
