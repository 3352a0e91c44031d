using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ledger.Domain.Kinds;

/// <summary>Holds what was sent against the fields of a kind, one field at a time.</summary>
internal static class FieldReader
{
    /// <summary>Larger counts are typing errors; the bound also keeps every year's sums far from overflow.</summary>
    private const long LargestCount = 1_000_000_000;

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
            case FieldType.Date: CheckDate(value, path, problems); break;
            case FieldType.Int: CheckWhole(field, value, path, int.MaxValue, problems); break;
            case FieldType.Decimal: CheckDecimal(field, value, path, problems); break;
            case FieldType.Text: CheckText(field.Limits, value, path, problems); break;
            case FieldType.Code: CheckCode(field, value, path, problems); break;
            case FieldType.Bool: CheckBool(value, path, problems); break;
            case FieldType.Count: CheckCount(field, value, path, problems); break;
            default: CheckList(field, value, path, problems); break;
        }
    }

    private static void CheckDate(JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            problems.Add(new(path, "日期应写作 2023-12-04", "A date is written 2023-12-04"));
    }

    private static void CheckWhole(FieldDefinition field, JsonElement value, string path, long most, List<Problem> problems)
    {
        var (low, high) = ((long)field.Limits.Min, double.IsNaN(field.Limits.Max) ? Math.Min(most, LargestCount) : (long)field.Limits.Max);
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            problems.Add(new(path, "应为整数", "Must be a whole number"));
        else if (number < low || number > high)
            problems.Add(new(path, $"应在 {low} 到 {high} 之间", $"Must lie between {low} and {high}"));
    }

    private static void CheckDecimal(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            problems.Add(new(path, "应为数字", "Must be a number"));
            return;
        }

        var (low, high) = ((decimal)field.Limits.Min, double.IsNaN(field.Limits.Max) ? LargestCount : (decimal)field.Limits.Max);
        if (number < low || number > high)
            problems.Add(new(path, $"应在 {low} 到 {high} 之间", $"Must lie between {low} and {high}"));
        else if (field.Limits.Step > 0 && number % (decimal)field.Limits.Step != 0)
            problems.Add(new(path, $"应为 {field.Limits.Step} 的倍数", $"Must be a multiple of {field.Limits.Step}"));
    }

    private static void CheckText(FieldAttribute limits, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            problems.Add(new(path, "应为文字", "Must be text"));
            return;
        }

        var text = value.GetString()!;
        var length = text.EnumerateRunes().Count();
        if (text.Trim().Length == 0)
            problems.Add(new(path, "不能为空", "Must not be empty"));
        else if (length < limits.MinLength || length > limits.MaxLength)
            problems.Add(new(path, $"字数应在 {Math.Max(1, limits.MinLength)} 到 {limits.MaxLength} 之间，现有 {length} 字", $"Must have {Math.Max(1, limits.MinLength)} to {limits.MaxLength} characters, has {length}"));
        else if (text.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control && r.Value is not ('\n' or '\t') || r.Value == 0xFFFD))
            problems.Add(new(path, "含有不可打印的控制字符", "Holds control characters"));
    }

    private static void CheckCode(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind == JsonValueKind.String && field.Options.Any(o => o.Code == value.GetString()))
            return;
        if (field.Name == "openness" && value.ValueKind == JsonValueKind.String && ClassifiedMarks.IsLevel(value.GetString()!))
            problems.Add(ClassifiedMarks.Refusal(path));
        else
            problems.Add(new(path, $"应为以下之一：{string.Join("、", field.Options.Select(o => $"{o.Code}（{o.Label}）"))}", $"Must be one of: {string.Join(", ", field.Options.Select(o => o.Code))}"));
    }

    private static void CheckBool(JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            problems.Add(new(path, "应为 true 或 false", "Must be true or false"));
    }

    private static void CheckCount(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            CheckWhole(field, value, path, LargestCount, problems);
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
                CheckText(field.Limits, item, $"{path}[{i}]", problems);
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
            if (more)
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
