using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Joint;

/// <summary>Why a unit has no part in a joint activity after all, or has.</summary>
public sealed record JointAnswer(string? Reason);

/// <summary>
/// A unit named in another's joint activity declines it (谢绝), or takes that back. Nothing else of the entry can be changed
/// from here: it is the host's.
/// </summary>
public static class DeclineJoint
{
    [WolverinePost("/api/units/{unit}/joint/{id}/decline")]
    public static Task<IResult> Decline(string unit, Guid id, JointAnswer answer, HttpContext http, IDocumentStore store, KnownUnits units, CancellationToken ct) =>
        AnswerAsync(unit, id, answer, entry => entry.Decline(unit, answer!.Reason!), "这项联合活动没有列本单位，或已谢绝", "The activity does not name the unit, or was declined", http, store, units, ct);

    [WolverinePost("/api/units/{unit}/joint/{id}/accept")]
    public static Task<IResult> Accept(string unit, Guid id, JointAnswer answer, HttpContext http, IDocumentStore store, KnownUnits units, CancellationToken ct) =>
        AnswerAsync(unit, id, answer, entry => entry.Accept(unit, answer!.Reason!), "本单位没有谢绝过这项联合活动", "The unit has not declined the activity", http, store, units, ct);

    private static async Task<IResult> AnswerAsync(
        string unit, Guid id, JointAnswer? answer, Func<Entry, object?> decide, string why, string whyInEnglish, HttpContext http, IDocumentStore store, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (!PlainText.Is(answer?.Reason, 2, 500))
            return Results.Problem(http.Invalid([new("reason", "请写明原因（2 至 500 字）", "A reason of 2 to 500 characters is required")]));
        await using var here = store.QuerySession(unit);
        if (await ReadableEntry.HostOfAsync(here, id, ct) is not { } host || host == unit)
            return Results.Problem(http.UnknownEntry(id));
        // The answer stands on the host's stream, signed by who gives it.
        await using var session = store.LightweightSession(host);
        session.LastModifiedBy = http.User.Identity?.Name;
        session.CorrelationId = System.Diagnostics.Activity.Current?.RootId;
        var stream = await session.Events.FetchForWriting<Entry>(id, ct);
        if (stream.Aggregate is not { Activity: not null } entry)
            return Results.Problem(http.UnknownEntry(id));
        if (!entry.Stands)
            return Results.Problem(http.Refuse(409, "entry-void", "该登记已不计数，无须答复", "The entry does not count any more"));
        if (decide(entry) is not { } decided)
            return Results.Problem(http.Refuse(409, "joint-answer", why, whyInEnglish));
        stream.AppendOne(decided);
        await session.SaveChangesAsync(ct);
        return Results.Ok(EntryState.Of(entry, entry.Version + 1, entry.Status));
    }
}
