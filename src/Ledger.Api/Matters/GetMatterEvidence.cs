using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Matters;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>A file that backs a matter, handed over as evidence of entries is.</summary>
public static class GetMatterEvidence
{
    [WolverineGet("/api/units/{unit}/matters/{id}/evidence/{sha256}")]
    public static async Task<IResult> Get(
        string unit, Guid id, string sha256, HttpContext http, IQuerySession session, KnownUnits units, EvidenceStore store, ILogger<EvidenceStore> log, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (await session.LoadAsync<Matter>(id, ct) is not { } matter)
            return Results.Problem(http.UnknownMatter(id));
        return matter.Evidence.Find(e => e.Sha256 == sha256) is { } evidence
            ? GetEvidence.Hand(new(evidence.Sha256, evidence.FileName, evidence.MediaType, evidence.Size), unit, id, http, store, log)
            : Results.Problem(http.Refuse(404, "unknown-evidence", "该事项没有这份佐证材料", "The matter has no such evidence"));
    }
}
