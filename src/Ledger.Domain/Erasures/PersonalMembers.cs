using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using JasperFx.Events;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Erasures;

/// <summary>
/// Which member of which event may hold personal data, read from <see cref="HoldsAttribute"/> once. What stands nowhere
/// holds nothing.
/// </summary>
public static class PersonalMembers
{
    /// <summary>Path of who recorded an event.</summary>
    public const string By = "by";

    private static readonly FrozenDictionary<string, FrozenDictionary<string, Personal>> OfEvents =
        EventTypes.All.ToFrozenDictionary(t => t.GetEventTypeName(), Of);

    /// <summary>The activities and steps that reversals and the like carry, by the code of their kind.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Personal>> Carried =
        Catalogue.Kinds.Select(k => (k.Code, k.EventType)).Concat(MatterCatalogue.Steps.Select(s => (Code: s.FullCode, s.EventType)))
            .ToFrozenDictionary(k => k.Code, k => Of(k.EventType));

    private static readonly string[] Carriers = ["/activity", "/step"];

    /// <param name="type">The name the event is stored under.</param>
    /// <param name="path">JSON pointer to the member, or <see cref="By"/>.</param>
    /// <param name="kind">Code of the kind of what the event carries; null where it carries nothing.</param>
    public static Personal Find(string type, string path, string? kind)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == By)
            return Personal.Name;
        if (Carriers.FirstOrDefault(c => path.StartsWith(c + "/", StringComparison.Ordinal)) is { } carrier && kind is not null && Carried.TryGetValue(kind, out var carried))
            return In(carried, path[carrier.Length..]);
        return OfEvents.TryGetValue(type, out var members) ? In(members, path) : Personal.Nothing;
    }

    /// <summary>The texts of an event and of the records in it: every one is declared, or this fails.</summary>
    public static IEnumerable<(string Path, PropertyInfo Property)> TextsOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite))
        {
            var (path, bare) = ($"/{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}", property.PropertyType);
            var item = bare.IsGenericType ? bare.GetGenericArguments()[^1] : null;
            if ((item ?? bare) == typeof(string))
                yield return (path, property);
            else if ((item ?? bare) is var record && record.Assembly == type.Assembly && record.IsSealed && !record.IsEnum && !record.IsValueType)
                foreach (var (_, below) in TextsOf(record))
                    yield return (path, below);
        }
    }

    // A list is one value and a dictionary an object: a path below one is found by its first name.
    private static Personal In(FrozenDictionary<string, Personal> members, string path) =>
        members.GetValueOrDefault(path.IndexOf('/', 1) is > 0 and var end ? path[..end] : path);

    private static FrozenDictionary<string, Personal> Of(Type type) => TextsOf(type)
        .GroupBy(t => t.Path)
        .ToFrozenDictionary(g => g.Key, g => g.Max(t => t.Property.GetCustomAttribute<HoldsAttribute>()?.What
            ?? throw new InvalidOperationException($"{t.Property.DeclaringType!.Name}.{t.Property.Name} has no [Holds]: every text says whether it is personal")));
}
