using System.Text.Json;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Marten;
using Marten.Linq.MatchesSql;
using Wolverine.Http;

namespace Ledger.Api.Entries;

/// <summary>What a form is told before it logs.</summary>
/// <param name="Alike">Entries that may be the same activity, nearest day first; at most <see cref="CheckEntry.Most"/>.</param>
/// <param name="Warnings">What is not as it ought to be. It is logged all the same, better with the reason in the field named.</param>
public sealed record EntryCheck(IReadOnlyList<EntryItem> Alike, IReadOnlyList<EntryWarning> Warnings);

/// <summary>Something that is not as it ought to be with an activity.</summary>
/// <param name="Code">outside-engagement.</param>
/// <param name="Field">The field that takes the reason.</param>
/// <param name="Message">What is amiss, in the language asked for.</param>
/// <param name="Source">The article or practice behind it.</param>
public sealed record EntryWarning(string Code, string Field, string Message, string Source);

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
        return Results.Ok(new EntryCheck(await AlikeAsync(session, activity, ct), await WarningsAsync(session, activity, http.English(), ct)));
    }

    /// <summary>A legal service is rendered under an engagement; only a unit that keeps its engagements here is told.</summary>
    private static async Task<IReadOnlyList<EntryWarning>> WarningsAsync(IQuerySession session, Activity activity, bool english, CancellationToken ct)
    {
        if (activity is not LegalServiceProvided { OutsideReason: null } service)
            return [];
        var engagements = (await session.Query<Matter>().Where(m => m.Kind == "adviser-engagement").ToListAsync(ct)).Where(m => !m.Void).ToList();
        if (engagements.Count == 0 || engagements.Any(m => ((AdviserEngagement)m.State).Covers(service.OccurredOn)))
            return [];
        return
        [
            new("outside-engagement", "outsideReason",
                english ? "Nobody was engaged as legal adviser on that day; if it was rendered all the same, say why" : "这一天不在任何法律顾问聘期内；确有服务的，请写明原因",
                "中办发〔2016〕30号"),
        ];
    }

    /// <summary>The entries that stand and may be this very activity.</summary>
    internal static async Task<IReadOnlyList<EntryItem>> AlikeAsync(IQuerySession session, Activity activity, CancellationToken ct)
    {
        var kind = Catalogue.KindOf(activity).Code;
        var (first, last) = (activity.OccurredOn.AddDays(-Alike.Days), activity.OccurredOn.AddDays(Alike.Days));
        var traits = Alike.TraitsOf(activity);
        var codes = JsonSerializer.Serialize(Alike.CodesOf(activity));
        var near = await session.Query<EntryCard>().Standing()
            .Where(c => c.Kind == kind && c.OccurredOn >= first && c.OccurredOn <= last && c.MatchesSql("d.data -> 'entry' -> 'activity' @> ?::jsonb", codes))
            .OrderByDescending(c => c.OccurredOn).ThenByDescending(c => c.Id)
            // Who logs hundreds a week of one kind knows that they are alike.
            .Take(500)
            .ToListAsync(ct);
        return [.. near.Where(c => Alike.Are(Alike.TraitsOf(c.Entry.Activity), traits))
            .OrderBy(c => Math.Abs(c.OccurredOn.DayNumber - activity.OccurredOn.DayNumber))
            .Take(Most)
            .Select(EntryItem.Of)];
    }
}
