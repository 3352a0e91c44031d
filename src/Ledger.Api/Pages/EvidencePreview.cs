using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Marten;
using Microsoft.Net.Http.Headers;

namespace Ledger.Api.Pages;

/// <summary>
/// Evidence to look at instead of to save: pictures, PDF and text, each served as exactly that. What it is was decided
/// by its content when it was taken in, and nothing that could be a page is.
/// </summary>
public static class EvidencePreview
{
    public static bool IsPicture(string mediaType) => mediaType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    public static bool Shows(string mediaType) => IsPicture(mediaType) || mediaType is "application/pdf" or "text/plain";

    public static async Task<IResult> Get(
        string unit, Guid id, string sha256, HttpContext http, IDocumentStore store, KnownUnits units, EvidenceStore files, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        await using var session = store.QuerySession(unit);
        if (await ReadableEntry.FindAsync(session, id, ct) is not { Entry: var entry })
            return Results.Problem(http.UnknownEntry(id));
        if (entry.Evidence.Find(e => e.Sha256 == sha256) is not { } evidence || !Shows(evidence.MediaType) || files.Find(sha256, evidence.Size) is not { } path)
            return Results.Problem(http.Refuse(404, "unknown-evidence", "该登记没有这份可以预览的佐证材料", "The entry has no such evidence to look at"));
        if (evidence.MediaType == "application/pdf" && await PdfContent.ActsAsync(path, ct))
            return Results.Problem(http.Refuse(422, "evidence-acts", "这份 PDF 带有脚本等会自行动作的内容或已加密，不在页面中打开，请下载后查看", "This PDF holds scripts or the like, or is encrypted, and is not opened here: save it to look at it"));
        http.Response.Headers.CacheControl = "private, no-cache";
        if (evidence.MediaType == "text/plain")
        {
            http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'self'";
            return Results.Text(await TextContent.ReadAsync(path, ct), "text/plain; charset=utf-8");
        }

        // A sandbox would keep the browser's own PDF viewer out.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        return Results.File(path, evidence.MediaType, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true);
    }
}
