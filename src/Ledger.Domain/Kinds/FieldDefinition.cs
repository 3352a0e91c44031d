using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Ledger.Domain.Kinds;

/// <summary>The types a field can have, as the catalogue names them.</summary>
public enum FieldType
{
    Date,
    Int,
    Decimal,
    Text,
    Code,
    Bool,
    Count,
    TextList,
    GroupList,
}

/// <summary>One field of a kind: read from the record's property once, used by forms, validation, OpenAPI and imports.</summary>
public sealed record FieldDefinition
{
    public required string Name { get; init; }
    public required FieldType Type { get; init; }
    public required bool Required { get; init; }
    public required FieldAttribute Limits { get; init; }

    /// <summary>Codes a code field takes; empty for every other type.</summary>
    public required IReadOnlyList<CodeOption> Options { get; init; }

    /// <summary>Fields of one item, for a list of groups or counters.</summary>
    public required IReadOnlyList<FieldDefinition> ItemFields { get; init; }

    /// <summary>The member, by its JSON name, that this number may not exceed.</summary>
    public string? AtMost => Limits.AtMost is { } member ? JsonNamingPolicy.CamelCase.ConvertName(member) : null;

    public static FieldDefinition Of(PropertyInfo property)
    {
        ArgumentNullException.ThrowIfNull(property);
        var limits = property.GetCustomAttribute<FieldAttribute>()
            ?? throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} has no [Field]: every member of a kind has a label");
        var bare = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var item = bare.IsGenericType ? bare.GetGenericArguments()[0] : null;
        return new FieldDefinition
        {
            Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            Type = TypeOf(bare, item),
            Required = property.IsDefined(typeof(RequiredMemberAttribute)),
            Limits = limits,
            Options = bare.IsEnum ? Codes.OptionsOf(bare) : [],
            ItemFields = item is null || item == typeof(string) ? [] : AllOf(item),
        };
    }

    public static IReadOnlyList<FieldDefinition> AllOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && p.IsDefined(typeof(FieldAttribute)))
            .Select(Of)];

    private static FieldType TypeOf(Type bare, Type? item) => bare switch
    {
        _ when item == typeof(string) => FieldType.TextList,
        _ when item is not null => FieldType.GroupList,
        _ when bare.IsEnum => FieldType.Code,
        _ when bare == typeof(DateOnly) => FieldType.Date,
        _ when bare == typeof(int) => FieldType.Int,
        _ when bare == typeof(decimal) => FieldType.Decimal,
        _ when bare == typeof(string) => FieldType.Text,
        _ when bare == typeof(bool) => FieldType.Bool,
        _ when bare == typeof(Count) => FieldType.Count,
        _ => throw new InvalidOperationException($"{bare} is no type of the catalogue"),
    };
}
