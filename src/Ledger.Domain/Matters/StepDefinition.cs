using System.Reflection;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>A step as its record states it.</summary>
public sealed record StepDefinition
{
    public required string Matter { get; init; }
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string Name { get; init; }
    public required string EnglishName { get; init; }
    public required string? Becomes { get; init; }
    public required string EnglishBecomes { get; init; }
    public required Type EventType { get; init; }
    public required bool Opens { get; init; }
    public required bool Repeats { get; init; }
    public required bool Aside { get; init; }
    public required bool Closes { get; init; }
    public required bool Reopens { get; init; }

    /// <summary>What is sent with it: its own fields first, the common ones behind them.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>What the ledger states in it.</summary>
    public required IReadOnlyList<FieldDefinition> StatedFields { get; init; }

    /// <summary>The guards that stand before it, its own ones first.</summary>
    public required IReadOnlyList<Guard> Guards { get; init; }

    /// <summary>Name of the step among all: <c>contract/signed</c>. Rules, exports and stored reversals know it by this.</summary>
    public string FullCode => $"{Matter}/{Code}";

    public bool Equals(StepDefinition? other) => other?.EventType == EventType;

    public override int GetHashCode() => EventType.GetHashCode();

    private static readonly HashSet<string> Common = [.. FieldDefinition.AllOf(typeof(MatterStep)).Select(f => f.Name)];

    internal static IReadOnlyList<StepDefinition> AllOf(Type state, string matter, IReadOnlyList<Guard> guards)
    {
        var types = state.Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(MatterStep)) && t.GetCustomAttribute<StepAttribute>()?.Matter == state)
            .Select(t => (Type: t, Step: t.GetCustomAttribute<StepAttribute>()!))
            .OrderBy(t => t.Step.Order)
            .ToList();
        var steps = types.Select(t => Of(t.Type, t.Step, matter)).ToList();
        return [.. steps.Zip(types, (step, t) => step with
        {
            Guards =
            [
                .. guards.Where(g => g.Step == step.EventType),
                .. StandingGuards.Of(step, t.Step.After is { } before ? steps.Single(s => s.Code == before) : null),
            ],
        })];
    }

    private static StepDefinition Of(Type type, StepAttribute step, string matter)
    {
        var fields = FieldDefinition.AllOf(type).ToLookup(f => IsStated(type, f));
        return new StepDefinition
        {
            Matter = matter,
            Code = step.Code,
            Order = step.Order,
            Name = step.Name,
            EnglishName = step.EnglishName,
            Becomes = step.Becomes,
            EnglishBecomes = step.EnglishBecomes,
            EventType = type,
            Opens = type.IsSubclassOf(typeof(MatterOpening)),
            Repeats = step.Repeats,
            Aside = step.Aside,
            Closes = step.Closes,
            Reopens = step.Reopens,
            Fields = [.. fields[false].Where(f => !Common.Contains(f.Name)), .. fields[false].Where(f => Common.Contains(f.Name))],
            StatedFields = [.. fields[true]],
            Guards = [],
        };
    }

    private static bool IsStated(Type type, FieldDefinition field) =>
        type.GetProperties().Single(p => string.Equals(p.Name, field.Name, StringComparison.OrdinalIgnoreCase)).IsDefined(typeof(StatedAttribute));
}
