using System.Reflection;
using Ledger.Domain.Figures;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>A kind of matter as its file states it: names, steps, guards, evidence and the figures it feeds.</summary>
public sealed record MatterDefinition
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string EnglishName { get; init; }
    public required KindGroup Group { get; init; }
    public required int Order { get; init; }
    public required Type StateType { get; init; }

    /// <summary>In their usual order; the first one opens the matter.</summary>
    public required IReadOnlyList<StepDefinition> Steps { get; init; }

    public required IReadOnlyList<SlotAttribute> Slots { get; init; }
    public required IReadOnlyList<FigureDefinition> Figures { get; init; }

    public StepDefinition Opening => Steps[0];

    public StepDefinition? FindStep(string code) => Steps.FirstOrDefault(s => s.Code == code);

    public SlotAttribute? FindSlot(string code) => Slots.FirstOrDefault(s => s.Code == code);

    /// <summary>The matter as the steps tell it, in whatever order they come.</summary>
    public MatterState StateOf(IEnumerable<MatterStep> steps)
    {
        var state = (MatterState)Activator.CreateInstance(StateType)!;
        return state with { Steps = [.. steps.OrderBy(s => s is MatterOpening ? 0 : 1).ThenBy(s => s.OccurredOn).ThenBy(s => MatterCatalogue.StepOf(s).Order)] };
    }

    internal static MatterDefinition Of(Type state)
    {
        var matter = state.GetCustomAttribute<MatterAttribute>()
            ?? throw new InvalidOperationException($"{state.Name} has no [Matter]: the state of a matter names its kind");
        // In the order of the file.
        var guards = state.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(f => f.FieldType == typeof(Guard)).OrderBy(f => f.MetadataToken).Select(f => (Guard)f.GetValue(null)!).ToList();
        return new MatterDefinition
        {
            Code = matter.Code,
            Name = matter.Name,
            EnglishName = matter.EnglishName,
            Group = matter.Group,
            Order = matter.Order,
            StateType = state,
            Steps = StepDefinition.AllOf(state, matter.Code, guards),
            Slots = [.. state.GetCustomAttributes<SlotAttribute>()],
            Figures = FigureDefinition.AllOf(state, matter.Code, matter.Group),
        };
    }
}
