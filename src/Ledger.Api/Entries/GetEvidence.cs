using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using Microsoft.Net.Http.Headers;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>A file that backs an entry: handed over to be saved, never shown by the browser as part of the ledger.</summary>
public static partial class GetEvidence
{
    [WolverineGet("/api/units/{unit}/entries/{id}/evidence/{sha256}")]
    public static async Task<IResult> Get(
        string unit, Guid id, string sha256, HttpContext http, IQuerySession session, KnownUnits units, EvidenceStore store, ILogger<EvidenceStore> log, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (await ReadableEntry.FindAsync(session, id, ct) is not { Entry: var entry })
            return Results.Problem(http.UnknownEntry(id));
        return entry.Evidence.Find(e => e.Sha256 == sha256) is { } evidence
            ? Hand(evidence, unit, id, http, store, log)
            : Results.Problem(http.Refuse(404, "unknown-evidence", "该登记没有这份佐证材料", "The entry has no such evidence"));
    }

    /// <summary>The file itself, of an entry or of a matter.</summary>
    internal static IResult Hand(EvidenceAttached evidence, string unit, Guid id, HttpContext http, EvidenceStore store, ILogger log)
    {
        if (store.Find(evidence.Sha256, evidence.Size) is not { } path)
        {
            Missing(log, evidence.Sha256, evidence.Size, id, unit);
            return Results.Problem(http.Refuse(500, "evidence-missing", "佐证材料的文件缺失或不完整，已记入日志，请联系管理员从备份恢复", "The file of this evidence is missing or cut short; this was logged: restore it from a backup"));
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(path, evidence.MediaType, evidence.FileName, entityTag: new EntityTagHeaderValue($"\"{evidence.Sha256}\""), enableRangeProcessing: true);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Evidence {Sha256} ({Size} bytes) of entry {Entry} of {Unit} is missing or cut short on the disk")]
    private static partial void Missing(ILogger log, string sha256, long size, Guid entry, string unit);
}
