using Ledger.Api.Access;
using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Erasures;

/// <summary>What a second person says to an erasure that was asked for.</summary>
public sealed record DecideErasure(string? Reason);

/// <summary>The security administrator carries an erasure out or rejects it; whoever asked for it does neither.</summary>
public static class DecideErasureEndpoint
{
    [WolverinePost("/api/units/{unit}/erasures/{id}/carry-out")]
    public static async Task<IResult> CarryOut(
        string unit, Guid id, DecideErasure decide, HttpContext http, IDocumentSession session, [NotBody] KnownUnits units, [NotBody] ErasureOfName erasure, [NotBody] AuditLog audit, CancellationToken ct)
    {
        var (request, refusal) = await FindAsync(unit, id, http, session, units, ct);
        if (refusal is not null)
            return refusal;
        var caller = Caller.Of(http);
        if (await erasure.RunAsync(unit, request!.Name, request.Reason, request.AskedBy, caller.AuditName, ct) is not { } erased)
            return Results.Problem(http.Refuse(409, "nothing-to-erase", "该单位的台账中没有可删除的这一姓名", "The name stands in nothing of the unit that can be erased"));
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.PersonalErased, caller.AuditName, $"{id} {erased.StandIn} {request.Reason}"), ct);
        await erasure.ForgetAsync(unit, id, ct);
        return Results.Ok(erased);
    }

    [WolverinePost("/api/units/{unit}/erasures/{id}/reject")]
    public static async Task<IResult> Reject(
        string unit, Guid id, DecideErasure decide, HttpContext http, IDocumentSession session, [NotBody] KnownUnits units, [NotBody] ErasureOfName erasure, [NotBody] AuditLog audit, CancellationToken ct)
    {
        if (!PlainText.Is(decide?.Reason, 2, 500))
            return Results.Problem(http.Invalid([new("reason", "请写明理由（2 至 500 字）", "A reason of 2 to 500 characters is required")]));
        var (_, refusal) = await FindAsync(unit, id, http, session, units, ct);
        if (refusal is not null)
            return refusal;
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.ErasureRejected, Caller.Of(http).AuditName, $"{id}"), ct);
        await erasure.ForgetAsync(unit, id, ct);
        return Results.NoContent();
    }

    internal static Microsoft.AspNetCore.Mvc.ProblemDetails Unknown(HttpContext http, Guid id) =>
        http.Refuse(404, "unknown-erasure", $"没有编号为 {id} 的删除申请，可能已经办理", $"There is no erasure {id} to be decided; it may have been");

    private static async Task<(ErasureRequest? Request, IResult? Refusal)> FindAsync(string unit, Guid id, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return (null, Results.Problem(http.UnknownUnit(unit)));
        if (await session.LoadAsync<ErasureRequest>(id, ct) is not { } request)
            return (null, Results.Problem(Unknown(http, id)));
        return request.AskedBy == Caller.Of(http).AuditName
            ? (null, Results.Problem(http.Refuse(403, "same-person", "申请人不能办理自己的申请，须由另一人办理", "Whoever asked for it does not decide it: another person does")))
            : (request, null);
    }
}
