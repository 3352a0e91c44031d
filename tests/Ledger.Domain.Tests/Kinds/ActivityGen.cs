using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Tests.Kinds;

/// <summary>Random activities of a kind, made from its fields alone, optional ones left out at times.</summary>
internal static class ActivityGen
{
    private static readonly Gen<string> Texts = Gen.OneOf<string>("甲", "乙", "丙|丁", "“戊”\n己").Select(t => JsonSerializer.Serialize(t));

    public static Gen<Activity> Of(KindDefinition kind) =>
        Object(kind.Fields).Select(json => (Activity)JsonSerializer.Deserialize(json, kind.EventType, LedgerJson.Options)!);

    /// <summary>Random steps, what the ledger states in them included.</summary>
    public static Gen<MatterStep> Of(StepDefinition step) =>
        Object(step.Fields.Concat(step.StatedFields.Select(f => f with { Required = true })))
            .Select(json => (MatterStep)JsonSerializer.Deserialize(json, step.EventType, LedgerJson.Options)!);

    private static Gen<string> Object(IEnumerable<FieldDefinition> fields) => fields.Select(Member)
        .Aggregate(Gen.Const(ImmutableList<string>.Empty), (all, one) => Gen.Select(all, one, (list, m) => m is null ? list : list.Add(m)))
        .Select(members => $"{{{string.Join(',', members)}}}");

    private static Gen<string?> Member(FieldDefinition field)
    {
        var stated = Value(field).Select(v => (string?)$"\"{field.Name}\":{v}");
        return field.Required ? stated : Gen.Frequency<string?>((1, Gen.Const((string?)null)), (3, stated));
    }

    private static Gen<string> Value(FieldDefinition field) => field.Type switch
    {
        FieldType.Date => Gen.Int[0, 700].Select(d => $"\"{new DateOnly(2024, 1, 1).AddDays(d):yyyy-MM-dd}\""),
        FieldType.Int => field.Limits.Min > 0 ? Gen.Int[(int)field.Limits.Min, (int)field.Limits.Min + 50].Select(n => n.ToString(CultureInfo.InvariantCulture)) : Numbers,
        FieldType.Decimal => Gen.Int[0, 1_000_000].Select(n => (n / 100m).ToString(CultureInfo.InvariantCulture)),
        FieldType.Text => Texts,
        FieldType.Code => Gen.OneOf<string>([.. field.Options.Select(o => $"\"{o.Code}\"")]),
        FieldType.Bool => Gen.Bool.Select(b => b ? "true" : "false"),
        FieldType.Count => Gen.OneOf<string>(Numbers, Gen.Select(Numbers, Precisions, (n, p) => $$"""{"value":{{n}},"precision":"{{p}}"}""")),
        FieldType.TextList => Several(Texts),
        FieldType.GroupList => Several(Object(field.ItemFields)),
        _ => throw new InvalidOperationException($"no values for {field.Type}"),
    };

    private static readonly Gen<string> Numbers = Gen.OneOf<int>(Gen.Int[0, 3], Gen.Int[0, 100_000]).Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> Precisions = Gen.OneOf<string>("exact", "at-least", "approximate");

    private static Gen<string> Several(Gen<string> item) => item.Array[0, 4].Select(items => $"[{string.Join(',', items)}]");
}
