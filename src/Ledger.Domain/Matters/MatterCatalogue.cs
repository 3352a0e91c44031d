using System.Collections.Frozen;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Matters;

/// <summary>All kinds of matters and their steps, found by reflection once: adding a kind is adding its file.</summary>
public static class MatterCatalogue
{
    public static IReadOnlyList<MatterDefinition> Kinds { get; } =
        [.. typeof(MatterState).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(MatterState)) && !t.IsAbstract)
            .Select(MatterDefinition.Of)
            .OrderBy(m => m.Order)];

    private static readonly FrozenDictionary<string, MatterDefinition> ByCode = Kinds.ToFrozenDictionary(m => m.Code);
    private static readonly FrozenDictionary<Type, MatterDefinition> ByState = Kinds.ToFrozenDictionary(m => m.StateType);

    public static IReadOnlyList<StepDefinition> Steps { get; } = [.. Kinds.SelectMany(m => m.Steps)];

    private static readonly FrozenDictionary<Type, StepDefinition> ByEvent = Steps.ToFrozenDictionary(s => s.EventType);

    public static IReadOnlyList<FigureDefinition> Figures { get; } = [.. Kinds.SelectMany(m => m.Figures)];

    public static MatterDefinition? Find(string code) => ByCode.GetValueOrDefault(code);

    public static MatterDefinition Of(Type state) => ByState[state];

    public static StepDefinition StepOf(MatterStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return ByEvent[step.GetType()];
    }
}
