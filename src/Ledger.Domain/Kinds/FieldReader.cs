using System.Text.Json;

namespace Ledger.Domain.Kinds;

/// <summary>Holds what was sent against the fields of a kind, one field at a time.</summary>
internal static class FieldReader
{
    public static void CheckObject(IReadOnlyList<FieldDefinition> fields, JsonElement sent, string root, List<Problem> problems)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(root.TrimEnd('.'), "应为 JSON 对象", "Must be a JSON object"));
            return;
        }

        var seen = new HashSet<string>();
        foreach (var member in sent.EnumerateObject())
        {
            if (!seen.Add(member.Name))
                problems.Add(new(root + member.Name, "字段重复", "The member stands twice"));
            else if (fields.All(f => f.Name != member.Name))
                problems.Add(new(root + member.Name, "没有这个字段", "There is no such field"));
        }

        foreach (var field in fields)
        {
            if (!sent.TryGetProperty(field.Name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                if (field.Required)
                    problems.Add(new(root + field.Name, $"请填写{field.Limits.Label}", $"{field.Limits.EnglishLabel} is required"));
                continue;
            }

            CheckValue(field, value, root + field.Name, problems);
        }

        CheckAtMost(fields, sent, root, problems);
    }

    private static void CheckValue(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        switch (field.Type)
        {
            case FieldType.Date: FieldValues.CheckDate(value, path, problems); break;
            case FieldType.Int: FieldValues.CheckWhole(field, value, path, int.MaxValue, problems); break;
            case FieldType.Decimal: FieldValues.CheckDecimal(field, value, path, problems); break;
            case FieldType.Text: FieldValues.CheckText(field.Limits, value, path, problems); break;
            case FieldType.Code: FieldValues.CheckCode(field, value, path, problems); break;
            case FieldType.Bool: FieldValues.CheckBool(value, path, problems); break;
            case FieldType.Count: CheckCount(field, value, path, problems); break;
            default: CheckList(field, value, path, problems); break;
        }
    }

    private static void CheckCount(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            FieldValues.CheckWhole(field, value, path, FieldValues.LargestCount, problems);
            return;
        }

        CheckObject(RoughCount, value, path + ".", problems);
    }

    private static void CheckList(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(new(path, "应为列表", "Must be a list"));
            return;
        }

        if (value.GetArrayLength() > field.Limits.MaxItems)
        {
            problems.Add(new(path, $"最多 {field.Limits.MaxItems} 项", $"Takes at most {field.Limits.MaxItems} items"));
            return;
        }

        var i = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (field.Type == FieldType.TextList)
                FieldValues.CheckText(field.Limits, item, $"{path}[{i}]", problems);
            else
                CheckObject(field.ItemFields, item, $"{path}[{i}].", problems);
            i++;
        }
    }

    private static void CheckAtMost(IReadOnlyList<FieldDefinition> fields, JsonElement sent, string root, List<Problem> problems)
    {
        foreach (var field in fields.Where(f => f.AtMost is not null))
        {
            if (!sent.TryGetProperty(field.Name, out var value) || !sent.TryGetProperty(field.AtMost!, out var bound) || value.ValueKind != bound.ValueKind)
                continue;
            var more = value.ValueKind switch
            {
                JsonValueKind.Number => value.TryGetDecimal(out var v) && bound.TryGetDecimal(out var b) && v > b,
                JsonValueKind.String => string.CompareOrdinal(value.GetString(), bound.GetString()) > 0,
                _ => false,
            };
            var other = fields.First(f => f.Name == field.AtMost).Limits;
            if (more && value.ValueKind == JsonValueKind.String)
                problems.Add(new(root + field.Name, $"{field.Limits.Label}不能晚于{other.Label}", $"{field.Limits.EnglishLabel} must not be after {other.EnglishLabel}"));
            else if (more)
                problems.Add(new(root + field.Name, $"{field.Limits.Label}不能大于{other.Label}", $"{field.Limits.EnglishLabel} must not exceed {other.EnglishLabel}"));
        }
    }

    private static readonly IReadOnlyList<FieldDefinition> RoughCount = FieldDefinition.AllOf(typeof(Rough));

    private sealed record Rough
    {
        [Field("数量", "Value")]
        public required int Value { get; init; }

        [Field("精确程度", "Precision")]
        public required Precision Precision { get; init; }
    }
}
