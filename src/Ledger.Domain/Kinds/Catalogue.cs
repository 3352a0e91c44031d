using System.Collections.Frozen;
using Ledger.Domain.Figures;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Kinds;

/// <summary>All kinds and figures, found by reflection once: adding a kind is adding its file.</summary>
public static class Catalogue
{
    /// <summary>In the order of the catalogue, so that every list of kinds reads the same everywhere.</summary>
    public static IReadOnlyList<KindDefinition> Kinds { get; } =
        [.. typeof(Activity).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Activity)) && !t.IsAbstract)
            .Select(KindDefinition.Of)
            .OrderBy(k => k.Group).ThenBy(k => k.Order).ThenBy(k => k.Code, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, KindDefinition> ByCode = Kinds.ToFrozenDictionary(k => k.Code);
    private static readonly FrozenDictionary<Type, KindDefinition> ByType = Kinds.ToFrozenDictionary(k => k.EventType);

    /// <summary>By group; within one those of matters behind those of kinds.</summary>
    public static IReadOnlyList<FigureDefinition> Figures { get; } =
        [.. Kinds.SelectMany(k => k.Figures).Concat(MatterCatalogue.Figures).OrderBy(f => f.Group)];

    private static readonly FrozenDictionary<string, FigureDefinition> FiguresByCode = Figures.ToFrozenDictionary(f => f.Code);

    public static KindDefinition? FindKind(string code) => ByCode.GetValueOrDefault(code);

    public static KindDefinition KindOf(IActivity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return ByType[activity.GetType()];
    }

    /// <summary>The figure of a code, a counter's own figure (<c>other-work:名称（单位）</c>) included; null if there is none.</summary>
    public static FigureDefinition? FindFigure(string code) =>
        FiguresByCode.GetValueOrDefault(code) ?? OtherWorkDone.CounterFigure(code);
}
