using System.Text.Json.Nodes;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>
/// Gives each number to the field whose unit it has and whose word stands nearest. A number no word claims goes only to
/// a required field that can be meant by no other number; otherwise it is left to the person.
/// </summary>
internal static class CountFields
{
    private const int ExactUnit = 8;

    // Dividing by it takes the zeros off the end: 2.50 hours are 2.5.
    private const decimal WithoutZeros = 1.0000000000000000m;

    public static IEnumerable<Found> In(KindWords kind, SentenceParts parts, IReadOnlyList<Span> taken, List<Problem> notes)
    {
        var fields = kind.Fields.Where(f => f.Own && f.Field.Type is FieldType.Int or FieldType.Decimal or FieldType.Count).ToList();
        var free = parts.Quantities.Where(q => !taken.Any(t => t.Overlaps(q.Span))).ToList();
        var pairs = fields.SelectMany(f => free.Select(q => (Field: f, Quantity: q, Near: NearnessOf(f, q, parts))))
            .Where(p => p.Near is not null)
            .OrderByDescending(p => p.Near)
            .ThenBy(p => p.Quantity.Span.Start);
        var given = new Dictionary<FieldWords, Quantity>();
        foreach (var (field, quantity, _) in pairs.ToList())
        {
            if (!given.ContainsKey(field) && !given.ContainsValue(quantity))
                given[field] = quantity;
        }

        var said = given.Keys.ToHashSet();
        var unsaid = fields.Where(f => f.Unit is not null && (f.Field.Required || f.Words.Default)).ToList();
        foreach (var field in unsaid.Where(f => !said.Contains(f) && unsaid.Count(o => SpokenUnits.Means(o.Unit!, f.Unit)) == 1))
        {
            var left = free.Where(q => !given.ContainsValue(q) && q.Unit.Length > 0 && (SpokenUnits.Means(q.Unit, field.Unit) || field.Words.Units.Contains(q.Unit)) && !IsOfUnit(parts.Typed, q)).ToList();
            if (left.Count == 1)
                given[field] = left[0];
        }

        var stated = new HashSet<FieldWords>();
        foreach (var (field, quantity) in given)
        {
            var near = NearnessOf(field, quantity, parts);
            if (said.Contains(field) && free.FirstOrDefault(q => !given.ContainsValue(q) && NearnessOf(field, q, parts) >= near - ExactUnit) is { } rival)
                notes.Add(TwoOfThem(field.Field, parts.Typed.Slice(quantity.Span), parts.Typed.Slice(rival.Span)));
            else if (ValueOf(field, quantity) is { } value && stated.Add(field))
                yield return new(field.Field.Name, value, quantity.Span, said.Contains(field) ? 2 : 0.7);
            else
                notes.Add(NotExact(field.Field, parts.Typed.Slice(quantity.Span)));
        }

        // 全员48人参加: those who came are all who could.
        foreach (var (part, quantity) in given.Where(g => stated.Contains(g.Key) && parts.Typed.Text.AsSpan(0, g.Value.Span.Start).EndsWith("全员", StringComparison.Ordinal)))
        {
            if (fields.FirstOrDefault(f => f.Field.Name == part.Field.AtMost && !given.ContainsKey(f)) is { } whole && ValueOf(whole, quantity) is { } value)
                yield return new(whole.Field.Name, value, quantity.Span, 0) { Same = part.Field.Name };
        }

        // All of a whole that is itself in doubt is no number.
        foreach (var (field, whole, span) in Wholes.In(fields, parts.Typed).Where(w => !given.ContainsKey(w.Part) && stated.Contains(w.Whole)))
        {
            if (given[whole] is { Precision: Precision.Exact } all && ValueOf(field, all) is { } value)
                yield return new(field.Field.Name, value, span, 1) { Same = whole.Field.Name };
        }
    }

    /// <summary>许可5件、确认3件: neither of them is the sum.</summary>
    private static Problem TwoOfThem(FieldDefinition field, string one, string other) => new(
        field.Name,
        $"“{one}”和“{other}”都可能是{field.Limits.Label}，请自行填写",
        $"Both “{one}” and “{other}” may be {field.Limits.EnglishLabel}");

    private static Problem NotExact(FieldDefinition field, string said) => new(
        field.Name,
        $"“{said}”不能填入{field.Limits.Label}，这里须填准确数字",
        $"“{said}” does not fit {field.Limits.EnglishLabel}, which takes an exact number");

    private static int? NearnessOf(FieldWords field, Quantity quantity, SentenceParts parts)
    {
        var bare = quantity.Unit.Length == 0;
        if (!bare && !SpokenUnits.Means(quantity.Unit, field.Unit) && !field.Words.Units.Contains(quantity.Unit))
            return null;
        return Nearness.Of(parts.Typed, field.Said, quantity.Span, quantity.Reach, bare) + (quantity.Unit == field.Unit ? ExactUnit : 0);
    }

    /// <summary>我局6名干部: who went there, not who was reached.</summary>
    private static bool IsOfUnit(TypedText typed, Quantity quantity) =>
        ((string[])["我局", "我中心", "我单位", "派出", "出动", "抽调", "安排"]).Any(w => typed.Text.AsSpan(0, quantity.Span.Start).EndsWith(w, StringComparison.Ordinal));

    private static JsonNode? ValueOf(FieldWords field, Quantity quantity)
    {
        var value = field.Unit == "万元" ? quantity.Value / 10_000 : quantity.Value;
        if (field.Field.Type == FieldType.Decimal)
            return quantity.Precision == Precision.Exact ? JsonValue.Create(value / WithoutZeros) : null;
        if (value != Math.Floor(value) || value > int.MaxValue)
            return null;
        if (quantity.Precision == Precision.Exact)
            return JsonValue.Create((long)value);
        return field.Field.Type == FieldType.Count
            ? new JsonObject { ["value"] = (long)value, ["precision"] = Codes.Of(quantity.Precision) }
            : null;
    }
}
