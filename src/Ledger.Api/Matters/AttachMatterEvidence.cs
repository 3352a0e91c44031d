using JasperFx.Events;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Matters;
using Marten;
using Microsoft.AspNetCore.Mvc;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>Attach a file to one of a matter's slots. It is on the disk before the event is written; the same file again adds nothing.</summary>
public static class AttachMatterEvidence
{
    public static async Task<(ProblemDetails, MatterAttachment?)> LoadAsync(
        string unit, Guid id, string slot, HttpContext http, IDocumentSession session, KnownUnits units, EvidenceStore store, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (http.UnknownUnit(unit), null);
        // Asked before 20 MB are read, and again under the lock.
        if (Refusal(http, id, slot, await session.LoadAsync<Matter>(id, ct)) is { } early)
            return (early, null);
        var (upload, unusable) = await EvidenceUpload.ReceiveAsync(http, store, ct);
        if (upload is null)
            return (unusable!, null);
        var stream = await session.Events.FetchForExclusiveWriting<Matter>(id, ct);
        return Refusal(http, id, slot, stream.Aggregate) is { } late
            ? (late, null)
            : (WolverineContinue.NoProblems, new MatterAttachment(stream, upload));
    }

    [WolverinePost("/api/units/{unit}/matters/{id}/evidence/{slot}")]
    public static IResult Post(string unit, Guid id, string slot, [NotBody] MatterAttachment attachment, IDocumentSession session)
    {
        var (stream, upload) = attachment;
        var version = stream.CurrentVersion ?? 0;
        if (stream.Aggregate!.Evidence.Find(e => e.Sha256 == upload.File.Sha256 && e.Slot == slot) is { } known)
            return Results.Ok(Receipt(known, version));
        var attached = new MatterEvidenceAttached(slot, upload.File.Sha256, upload.Name, upload.File.Type.MediaType, upload.File.Size);
        stream.AppendOne(attached);
        return Results.Created($"/api/units/{unit}/matters/{id}/evidence/{attached.Sha256}", Receipt(attached, version + 1));

        EvidenceReceipt Receipt(MatterEvidenceAttached e, long at) => new(id, e.Sha256, e.FileName, e.MediaType, e.Size, at);
    }

    private static ProblemDetails? Refusal(HttpContext http, Guid id, string slot, Matter? matter) =>
        matter is not { Taken.Count: > 0 } ? http.UnknownMatter(id)
        : matter.Void ? http.VoidMatter()
        : matter.Definition.FindSlot(slot) is null
            ? http.Refuse(404, "unknown-slot", $"“{matter.Definition.Name}”没有代码为“{slot}”的佐证项", $"'{matter.Definition.EnglishName}' has no slot with the code '{slot}'")
        : null;

    /// <summary>A file on the disk, and the stream of the matter it is for.</summary>
    public sealed record MatterAttachment(IEventStream<Matter> Stream, EvidenceUpload Upload);
}
