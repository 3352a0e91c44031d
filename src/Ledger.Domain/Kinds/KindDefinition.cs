using System.Reflection;
using Ledger.Domain.Figures;

namespace Ledger.Domain.Kinds;

/// <summary>A kind of activity as the catalogue states it: names, fields and the figures it feeds.</summary>
public sealed record KindDefinition
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string EnglishName { get; init; }
    public required KindGroup Group { get; init; }
    public required int Order { get; init; }
    public required Type EventType { get; init; }

    /// <summary>The document that usually proves an entry; null where none is asked for.</summary>
    public string? Proof { get; init; }

    /// <summary>The kind's own fields first, the common ones behind them.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    public required IReadOnlyList<FigureDefinition> Figures { get; init; }

    /// <summary>The title of an entry that was given none: the kind and the first code it was logged with.</summary>
    public string DefaultTitle(Activity activity)
    {
        var code = EventType.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .FirstOrDefault(p => p.PropertyType.IsEnum && p.IsDefined(typeof(FieldAttribute)));
        return code?.GetValue(activity) is Enum value ? $"{Name}（{Codes.LabelOf(value)}）" : Name;
    }

    internal static KindDefinition Of(Type type)
    {
        var kind = type.GetCustomAttribute<KindAttribute>()
            ?? throw new InvalidOperationException($"{type.Name} has no [Kind]: an activity is a kind of the catalogue");
        var fields = FieldDefinition.AllOf(type);
        var own = fields.Where(f => !Common.Contains(f.Name)).ToList();
        return new KindDefinition
        {
            Code = kind.Code,
            Name = kind.Name,
            EnglishName = kind.EnglishName,
            Group = kind.Group,
            Order = kind.Order,
            EventType = type,
            Proof = kind.Proof,
            Fields = [.. own, .. fields.Except(own)],
            Figures = FigureDefinition.AllOf(type, kind.Code, kind.Group),
        };
    }

    private static readonly HashSet<string> Common = [.. FieldDefinition.AllOf(typeof(Activity)).Select(f => f.Name)];
}
