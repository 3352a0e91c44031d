using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>An entry is a duplicate of another: which one, and why. Both are kept, one counts.</summary>
public sealed record MergeEntry(long Version, Guid? Into, string? Reason);

/// <summary>Merge a duplicate (合并重复登记); it can be parted again.</summary>
public static class MergeEntryEndpoint
{
    [WolverinePost("/api/units/{unit}/entries/{id}/merge")]
    public static async Task<IResult> Post(string unit, Guid id, MergeEntry merge, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        var problems = Check(id, merge).ToList();
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        await session.HoldAsync($"merge/{unit}", ct);
        var (refusal, stream) = await EntryGuard.FetchAsync(unit, id, merge.Version, http, session, units, ct);
        if (stream is null)
            return Results.Problem(refusal);
        if (await ReadableEntry.FindAsync(session, merge.Into!.Value, ct) is not { Entry: { Stands: true } kept } || kept.Declined.Exists(d => d.Unit == unit))
            return Results.Problem(http.Invalid([new("into", "没有这项有效的登记", "There is no such entry that stands")]));
        if (kept.Activity.GetType() != stream.Aggregate!.Activity.GetType())
            return Results.Problem(http.Invalid([new("into", "类别不同，不是同一项活动", "It is of another kind and no duplicate")]));
        if (await MergedInto.CountAsync(session, id, ct) > 0)
            return Results.Problem(http.Refuse(409, "entry-kept", "有登记已合并到这一条，请反过来合并，或先撤销", "Entries are merged into this one: merge the other way round, or part them first"));
        stream.AppendOne(stream.Aggregate.Merge(kept.Id, merge.Reason!));
        await session.SaveChangesAsync(ct);
        return Results.Ok(EntryState.Of(stream.Aggregate, merge.Version + 1, EntryStatus.Merged));
    }

    private static IEnumerable<Problem> Check(Guid id, MergeEntry? merge)
    {
        if (merge is not { Version: >= 1 })
            yield return new("version", "请给出所依据的版本号", "The version it was made from is required");
        if (merge?.Into is not { } into)
            yield return new("into", "请指明与哪一条重复", "Which entry it is a duplicate of is required");
        else if (into == id)
            yield return new("into", "不能与自己合并", "An entry is no duplicate of itself");
        if (!PlainText.Is(merge?.Reason, 2, 500))
            yield return new("reason", "请写明原因（2 至 500 字）", "A reason of 2 to 500 characters is required");
    }
}

/// <summary>Take a merging back: the entry counts again as it stands (撤销合并).</summary>
public static class PartEntry
{
    [WolverinePost("/api/units/{unit}/entries/{id}/part")]
    public static async Task<IResult> Post(string unit, Guid id, ReviewEntry part, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        if (!PlainText.Is(part?.Reason, 2, 500))
            return Results.Problem(http.Invalid([new("reason", "请写明原因（2 至 500 字）", "A reason of 2 to 500 characters is required")]));
        var stream = await session.Events.FindForWritingAsync<Entry>(id, ct);
        if (stream?.Aggregate is not { Activity: not null } entry)
            return Results.Problem(http.UnknownEntry(id));
        if (stream.CurrentVersion != part!.Version)
            return Results.Problem(http.StaleVersion(stream.CurrentVersion ?? 0));
        if (entry.Status != EntryStatus.Merged)
            return Results.Problem(http.Refuse(409, "not-merged", "该登记没有合并", "The entry is not merged"));
        stream.AppendOne(entry.Part(part.Reason!));
        await session.SaveChangesAsync(ct);
        return Results.Ok(EntryState.Of(entry, part.Version + 1, EntryStatus.Recorded));
    }
}
