using System.Text.Json;
using Ledger.Api.Kinds;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;
using Wolverine.Http;

namespace Ledger.Api.Matters;

/// <summary>A kind of matter as forms and clients need it.</summary>
public sealed record MatterKindView(
    string Code, string Name, string EnglishName, string Group, IReadOnlyList<StepView> Steps, IReadOnlyList<SlotView> Slots, IReadOnlyList<KindFigure> Figures)
{
    public static MatterKindView Of(MatterDefinition kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new(
            kind.Code, kind.Name, kind.EnglishName, kind.Group.ToString(), [.. kind.Steps.Select(StepView.Of)],
            [.. kind.Slots.Select(s => new SlotView(s.Code, s.Name, s.EnglishName, s.After))], [.. kind.Figures.Select(KindFigure.Of)]);
    }
}

/// <summary>A step: its fields, and the guards that may warn of it.</summary>
public sealed record StepView(
    string Code, string Name, string EnglishName, string Event, bool Opens, bool Closes, bool Repeats, bool Aside, IReadOnlyList<FieldView> Fields, IReadOnlyList<GuardView> Guards)
{
    public static StepView Of(StepDefinition step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return new(
            step.Code, step.Name, step.EnglishName, step.EventType.Name, step.Opens, step.Closes, step.Repeats, step.Aside,
            [.. step.Fields.Select(FieldView.Of)], [.. step.Guards.Select(GuardView.Of)]);
    }
}

/// <summary>A guard: it warns and takes a reason.</summary>
public sealed record GuardView(string Code, string Severity, string Source, string Message, string EnglishMessage)
{
    public static GuardView Of(Guard guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new(guard.Code, Codes.Of(guard.Severity), guard.Source, guard.Message, guard.EnglishMessage);
    }
}

/// <summary>A place for evidence of one sort, wanted once the step <paramref name="After"/> has been taken.</summary>
public sealed record SlotView(string Code, string Name, string EnglishName, string After);

/// <summary>The catalogue of matters.</summary>
public static class ListMatterKinds
{
    // Written once: the catalogue does not change while the service runs.
    private static readonly byte[] Json = JsonSerializer.SerializeToUtf8Bytes(MatterCatalogue.Kinds.Select(MatterKindView.Of), LedgerJson.Options);

    [WolverineGet("/api/matters")]
    public static IResult Get() => Results.Bytes(Json, "application/json; charset=utf-8");
}
