using System.Globalization;
using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Api.Pages;

/// <summary>A field as people read it.</summary>
public sealed record FieldWord(string Name, string Label, string Text);

/// <summary>A field that a correction changed; null where it was not filled in.</summary>
public sealed record FieldChange(string Label, string? Before, string? After);

/// <summary>An activity's fields in words.</summary>
public static class FieldWords
{
    /// <summary>Everything that is filled in, in the order of the catalogue.</summary>
    public static IReadOnlyList<FieldWord> Of(Activity activity, bool english)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Of(JsonSerializer.SerializeToElement(activity, activity.GetType(), LedgerJson.Options), Catalogue.KindOf(activity).Fields, english);
    }

    /// <summary>The same of a step of a matter, what the ledger states in it among it.</summary>
    public static IReadOnlyList<FieldWord> Of(MatterStep step, bool english)
    {
        ArgumentNullException.ThrowIfNull(step);
        var definition = MatterCatalogue.StepOf(step);
        return Of(JsonSerializer.SerializeToElement(step, step.GetType(), LedgerJson.Options), definition.Fields.Concat(definition.StatedFields), english);
    }

    private static IReadOnlyList<FieldWord> Of(JsonElement values, IEnumerable<FieldDefinition> fields, bool english) =>
    [
        .. fields
            .Where(f => values.TryGetProperty(f.Name, out _))
            .Select(f => new FieldWord(f.Name, english ? f.Limits.EnglishLabel : f.Limits.Label, Text(f, values.GetProperty(f.Name), english))),
    ];

    public static IReadOnlyList<FieldChange> Changes(Activity before, Activity after, bool english)
    {
        var (was, now) = (Of(before, english).ToDictionary(w => w.Name), Of(after, english).ToDictionary(w => w.Name));
        return [.. was.Keys.Union(now.Keys)
            .Select(name => (Label: (now.GetValueOrDefault(name) ?? was[name]).Label, Was: was.GetValueOrDefault(name)?.Text, Now: now.GetValueOrDefault(name)?.Text))
            .Where(c => c.Was != c.Now)
            .Select(c => new FieldChange(c.Label, c.Was, c.Now))];
    }

    private static string Text(FieldDefinition field, JsonElement value, bool english) => field.Type switch
    {
        FieldType.Code => field.Options.FirstOrDefault(o => o.Code == value.GetString()) is { } option ? english ? option.EnglishLabel : option.Label : value.ToString(),
        FieldType.Bool => value.GetBoolean() ? english ? "yes" : "是" : english ? "no" : "否",
        FieldType.TextList => string.Join(english ? "; " : "；", value.EnumerateArray().Select(v => v.GetString())),
        FieldType.GroupList => string.Join(english ? "; " : "；", value.EnumerateArray().Select(item => string.Join(' ', field.ItemFields
            .Where(f => item.TryGetProperty(f.Name, out _))
            .Select(f => Text(f, item.GetProperty(f.Name), english))))),
        FieldType.Count => Counted(value, english) + Unit(field),
        FieldType.Int or FieldType.Decimal => value.GetRawText() + Unit(field),
        FieldType.Date when !english && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            FormattableString.Invariant($"{day.Year}年{day.Month}月{day.Day}日"),
        _ => value.ToString(),
    };

    private static string Counted(JsonElement value, bool english)
    {
        var count = value.Deserialize<Count>(LedgerJson.Options);
        var option = Codes.OptionsOf(typeof(Precision))[(int)count.Precision];
        var number = count.Value.ToString(CultureInfo.InvariantCulture);
        return !count.Inexact ? number : english ? $"{option.EnglishLabel.ToLowerInvariant()} {number}" : option.Label + number;
    }

    private static string Unit(FieldDefinition field) => field.Limits.Unit is { } unit ? " " + unit : "";
}
