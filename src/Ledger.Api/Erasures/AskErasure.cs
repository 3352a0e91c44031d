using Ledger.Api.Access;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Erasures;

/// <summary>Whose name is to be taken out of the unit's ledger, and why. The reason is kept for ever, the name is not.</summary>
public sealed record AskErasure(string? Name, string? Reason);

/// <summary>An erasure that was asked for: no event, because events stay. It is gone once it is decided.</summary>
public sealed record ErasureRequest
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Reason { get; init; }

    /// <summary>The account or token; another one carries it out.</summary>
    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
}

/// <summary>The unit's head asks; nothing is erased until a security administrator carries it out.</summary>
public static class AskErasureEndpoint
{
    [WolverinePost("/api/units/{unit}/erasures")]
    public static async Task<IResult> Post(
        string unit, AskErasure ask, HttpContext http, IDocumentSession session, [NotBody] KnownUnits units, [NotBody] AuditLog audit, [NotBody] TimeProvider clock, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (ErasableName.Problem(ask?.Name, ask?.Reason) is { } problem)
            return Results.Problem(http.Invalid([problem]));
        var caller = Caller.Of(http);
        var request = new ErasureRequest { Id = Guid.CreateVersion7(), Name = ask!.Name!, Reason = ask.Reason!, AskedBy = caller.AuditName, AskedAt = clock.GetUtcNow() };
        session.Insert(request);
        await session.SaveChangesAsync(ct);
        await audit.WriteAsync(AuditEntry.Of(http, AuditKind.ErasureAsked, caller.AuditName, $"{request.Id} {request.Reason}"), ct);
        return Results.Created($"/api/units/{unit}/erasures/{request.Id}", request);
    }

    [WolverineGet("/api/units/{unit}/erasures")]
    public static async Task<IResult> List(string unit, HttpContext http, IDocumentSession session, [NotBody] KnownUnits units, CancellationToken ct) =>
        await units.FindAsync(unit, ct) is null
            ? Results.Problem(http.UnknownUnit(unit))
            : Results.Ok(await session.Query<ErasureRequest>().OrderBy(r => r.Id).ToListAsync(ct));
}
