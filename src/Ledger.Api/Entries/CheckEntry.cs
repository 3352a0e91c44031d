using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>What a form is told before it logs.</summary>
/// <param name="Alike">Entries that may be the same activity, nearest day first; at most <see cref="CheckEntry.Most"/>.</param>
public sealed record EntryCheck(IReadOnlyList<EntryItem> Alike);

/// <summary>Read an activity as logging would, and say what is already there like it. Nothing is saved.</summary>
public static class CheckEntry
{
    public const int Most = 5;

    [WolverinePost("/api/units/{unit}/entries/{kind}/check")]
    public static async Task<IResult> Post(
        string unit, string kind, HttpContext http, IDocumentSession session, [NotBody] Freshness freshness, [NotBody] KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        var (refusal, activity) = await LogEntry.LoadAsync(unit, kind, http, session, units, clock, ct);
        if (activity is null)
            return Results.Problem(refusal);
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        return Results.Ok(new EntryCheck(await AlikeAsync(session, activity, ct)));
    }

    /// <summary>The entries that stand and may be this very activity.</summary>
    internal static async Task<IReadOnlyList<EntryItem>> AlikeAsync(IQuerySession session, Activity activity, CancellationToken ct)
    {
        var kind = Catalogue.KindOf(activity).Code;
        var (first, last) = (activity.OccurredOn.AddDays(-Alike.Days), activity.OccurredOn.AddDays(Alike.Days));
        var near = await session.Query<EntryCard>()
            .Where(c => c.Kind == kind && c.OccurredOn >= first && c.OccurredOn <= last && c.Status != EntryStatus.Void && c.Status != EntryStatus.Merged)
            .OrderByDescending(c => c.OccurredOn).ThenByDescending(c => c.Id)
            // Who logs hundreds a week of one kind knows that they are alike.
            .Take(500)
            .ToListAsync(ct);
        return [.. near.Where(c => Alike.Are(c.Entry.Activity, activity))
            .OrderBy(c => Math.Abs(c.OccurredOn.DayNumber - activity.OccurredOn.DayNumber))
            .Take(Most)
            .Select(EntryItem.Of)];
    }
}
