using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Matters;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>A matter in full: where it stands, its story, what warned and why it was done all the same, its evidence and its entries.</summary>
/// <param name="Card">Where it stands.</param>
/// <param name="Steps">Every step ever taken, oldest recording first, those taken back among them.</param>
/// <param name="Options">The steps that may be taken, the usual next one first.</param>
/// <param name="Slots">Where its evidence goes, and what is there.</param>
/// <param name="Entries">The entries that name it, or that fall under it, newest first.</param>
/// <param name="Progress">How far a plan item with a figure and a target has come.</param>
public sealed record MatterView(
    MatterCard Card,
    IReadOnlyList<TakenView> Steps,
    IReadOnlyList<StepName> Options,
    IReadOnlyList<SlotState> Slots,
    IReadOnlyList<EntryItem> Entries,
    MatterProgress? Progress)
{
    public static async Task<MatterView?> ReadAsync(IQuerySession session, MatterLinks links, string unit, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(links);
        // From the stream itself: a snapshot kept in the commit does not know the time the commit is given.
        var events = await session.Events.FetchStreamAsync(id, token: ct);
        if (events.Count == 0 || events[0].Data is not MatterOpening)
            return null;
        var matter = events.Aggregate(new Matter(), (m, e) => m.Evolve(e));
        var next = matter.State.Upcoming;
        return new MatterView(
            MatterCard.Of(matter),
            [.. matter.Taken.Select(TakenView.Of)],
            matter.Void ? [] : [.. matter.Definition.Steps.Where(s => !s.Opens).OrderBy(s => s == next ? 0 : 1).Select(StepName.Of)],
            [.. matter.Definition.Slots.Select(s => SlotState.Of(s, matter))],
            await links.EntriesAsync(session, matter, ct),
            await links.ProgressAsync(unit, matter, ct));
    }
}

/// <summary>A step of the story.</summary>
/// <param name="Version">Under which it is taken back.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="EnglishName">The same in English.</param>
/// <param name="Step">What was said.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">By whom.</param>
/// <param name="ReversedAt">Version of the event that took it back; null while it stands.</param>
/// <param name="Warnings">What warned when it was taken, each with its reason.</param>
public sealed record TakenView(
    int Version, string Code, string Name, string EnglishName, MatterStep Step, DateTimeOffset At, string? By, int? ReversedAt, IReadOnlyList<AnsweredGuard> Warnings)
{
    public static TakenView Of(TakenStep taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var step = MatterCatalogue.StepOf(taken.Step);
        return new(
            taken.Version, step.Code, step.Name, step.EnglishName, taken.Step, ChinaCalendar.InChina(taken.At), taken.By, taken.ReversedAt,
            taken.Step.Reasons is { } reasons ? [.. reasons.Select(r => AnsweredGuard.Of(step, r.Key, r.Value))] : []);
    }
}

/// <summary>A guard that warned, and why the step was taken all the same.</summary>
public sealed record AnsweredGuard(GuardView Guard, string Reason)
{
    /// <summary>A guard that has since gone from the catalogue keeps its code.</summary>
    public static AnsweredGuard Of(StepDefinition step, string code, string reason)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(step.Guards.FirstOrDefault(g => g.Code == code) is { } guard ? GuardView.Of(guard) : new GuardView(code, "low", "", code, code), reason);
    }
}

/// <summary>A slot and what is in it.</summary>
public sealed record SlotState(string Code, string Name, string EnglishName, bool Wanted, IReadOnlyList<MatterEvidenceAttached> Files)
{
    public static SlotState Of(SlotAttribute slot, Matter matter)
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(matter);
        return new(slot.Code, slot.Name, slot.EnglishName, matter.Wanted.Contains(slot), [.. matter.Evidence.Where(e => e.Slot == slot.Code)]);
    }
}

public static class GetMatter
{
    [WolverineGet("/api/units/{unit}/matters/{id}")]
    public static async Task<IResult> Get(
        string unit, Guid id, HttpContext http, IQuerySession session, KnownUnits units, MatterLinks links, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        return await MatterView.ReadAsync(session, links, unit, id, ct) is { } matter
            ? Results.Ok(matter)
            : Results.Problem(http.UnknownMatter(id));
    }
}
