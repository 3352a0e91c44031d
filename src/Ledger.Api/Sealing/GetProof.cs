using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Log.Events;
using Wolverine.Http;

namespace Ledger.Api.Sealing;

/// <summary>What somebody who logged an entry takes home: the event as it was sealed, and the proof that it is in the log.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Event">Everything the leaf is computed from.</param>
/// <param name="Proof">The proof as text (C2SP tlog-proof).</param>
/// <param name="Key">The log's public key.</param>
public sealed record EntryReceiptView(string Unit, OpenedEvent Event, string Proof, string Key);

/// <summary>That an entry's event is in the log (C2SP tlog-proof): by default the one that first recorded it.</summary>
public static class GetProof
{
    [WolverineGet("/api/units/{unit}/log/entries/{id}/proof")]
    public static async Task<IResult> Text(string unit, Guid id, int? version, HttpContext http, KnownUnits units, UnitLog log, CancellationToken ct)
    {
        var (receipt, refusal) = await FindAsync(unit, id, version, http, units, log, ct);
        return refusal ?? Results.Text(receipt!.Proof.ToString(), "text/plain", System.Text.Encoding.UTF8);
    }

    [WolverineGet("/api/units/{unit}/log/entries/{id}/receipt")]
    public static async Task<IResult> Receipt(string unit, Guid id, int? version, HttpContext http, KnownUnits units, UnitLog log, LogKeys keys, CancellationToken ct)
    {
        var (receipt, refusal) = await FindAsync(unit, id, version, http, units, log, ct);
        return refusal ?? Results.Ok(new EntryReceiptView(
            unit, OpenedEvent.Of(receipt!.Row, receipt.Leaf), receipt.Proof.ToString(), keys.For(unit).Verifier.ToString()));
    }

    private static async Task<(EventReceipt? Receipt, IResult? Refusal)> FindAsync(
        string unit, Guid id, int? version, HttpContext http, KnownUnits units, UnitLog log, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (null, Results.Problem(http.UnknownUnit(unit)));
        // Whoever asks right after logging gets it all the same.
        if (await log.ReceiptAsync(unit, id, version ?? 1, ct) is { } found)
            return (found, null);
        await log.AwaitSealedAsync(ct);
        return await log.ReceiptAsync(unit, id, version ?? 1, ct) is { } sealedNow
            ? (sealedNow, null)
            : (null, Results.Problem(http.UnknownEntry(id)));
    }
}
