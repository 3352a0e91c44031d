using Ledger.Api.Entries;
using Ledger.Api.Figures;
using Ledger.Api.Setup;
using Ledger.Domain.Entries;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Marten;

namespace Ledger.Api.Matters;

/// <summary>How far a plan item has come by its figure.</summary>
/// <param name="Figure">Code of the figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">What the year's figure says now; null for a rate without a denominator.</param>
/// <param name="Target">What it should reach; null where no value was set.</param>
public sealed record MatterProgress(string Figure, string Name, string Unit, decimal? Value, decimal? Target)
{
    public bool Reached => Value >= Target;
}

/// <summary>What entries and figures say of a matter: an entry names it, or falls under it by its day.</summary>
public sealed class MatterLinks(Freshness freshness, YearBookReader books)
{
    /// <summary>More than anybody reads on one page.</summary>
    public const int Most = 200;

    public async Task<IReadOnlyList<EntryItem>> EntriesAsync(IQuerySession session, Matter matter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(matter);
        await freshness.AwaitAsync(nameof(EntryCards), ct);
        if (Of(session, matter) is not { } cards)
            return [];
        var found = await cards.Standing()
            .OrderByDescending(c => c.OccurredOn).ThenByDescending(c => c.Id)
            .Take(Most)
            .ToListAsync(ct);
        return [.. found.Select(EntryItem.Of)];
    }

    public async Task<MatterProgress?> ProgressAsync(string unit, Matter matter, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(matter);
        if (matter.State is not PlanItem { Figure: { } code, Year: > 0 } item || Catalogue.FindFigure(code) is not { } definition)
            return null;
        var figure = Figure.Read(definition, await books.ReadAsync(unit, item.Year, null, ct) ?? YearBook.Empty(item.Year));
        return new MatterProgress(code, figure.Name, figure.Unit, figure.Value, item.TargetValue);
    }

    private static IQueryable<EntryCard>? Of(IQuerySession session, Matter matter)
    {
        var (cards, id) = (session.Query<EntryCard>(), matter.Id.ToString());
        return matter.Kind switch
        {
            "shortcoming" => cards.Where(c => c.Entry.Activity.Shortcoming == id),
            "campaign" => cards.Where(c => c.Entry.Activity.Campaign == id),
            "adviser-engagement" when matter.State is AdviserEngagement { Steps.Count: > 0 } engagement =>
                cards.Where(c => c.Kind == "legal-service" && c.OccurredOn >= engagement.From && c.OccurredOn <= engagement.LastDay),
            "plan-item" or "exam-plan" => cards.Where(c => c.Entry.Activity.PlanItem == id),
            _ => null,
        };
    }
}
