using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Ledger.Domain.Kinds;

/// <summary>One value of a code field: the code of the contract and what people read for it.</summary>
public sealed record CodeOption(string Code, string Label, string EnglishLabel);

/// <summary>Enums travel as the kebab-case codes of the catalogue.</summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<CodeOption>> Known = new();

    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return OptionsOf(value.GetType())[Convert.ToInt32(value, null)].Code;
    }

    public static string LabelOf(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return OptionsOf(value.GetType())[Convert.ToInt32(value, null)].Label;
    }

    /// <summary>The values of a code type in the order of the catalogue, which is their declared order.</summary>
    public static IReadOnlyList<CodeOption> OptionsOf(Type type) => Known.GetOrAdd(type, static t =>
        [.. t.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f =>
        {
            var label = f.GetCustomAttribute<LabelAttribute>()
                ?? throw new InvalidOperationException($"{t.Name}.{f.Name} has no label: every code says what people read for it");
            return new CodeOption(JsonNamingPolicy.KebabCaseLower.ConvertName(f.Name), label.Label, label.EnglishLabel);
        })]);
}
