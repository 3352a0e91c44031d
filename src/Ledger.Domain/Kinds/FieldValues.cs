using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Ledger.Domain.Kinds;

/// <summary>Holds one value against the limits of its field.</summary>
internal static class FieldValues
{
    /// <summary>Larger counts are typing errors; the bound also keeps every year's sums far from overflow.</summary>
    public const long LargestCount = 1_000_000_000;

    public static void CheckDate(JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.String || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            problems.Add(new(path, "日期应写作 2023-12-04", "A date is written 2023-12-04"));
    }

    public static void CheckWhole(FieldDefinition field, JsonElement value, string path, long most, List<Problem> problems)
    {
        var (low, high) = ((long)field.Limits.Min, double.IsNaN(field.Limits.Max) ? Math.Min(most, LargestCount) : (long)field.Limits.Max);
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number))
            problems.Add(new(path, "应为整数", "Must be a whole number"));
        else if (number < low || number > high)
            problems.Add(new(path, $"应在 {low} 到 {high} 之间", $"Must lie between {low} and {high}"));
    }

    public static void CheckDecimal(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            problems.Add(new(path, "应为数字", "Must be a number"));
            return;
        }

        var (low, high) = ((decimal)field.Limits.Min, double.IsNaN(field.Limits.Max) ? LargestCount : (decimal)field.Limits.Max);
        if (!IsPlain(value.GetRawText()))
            problems.Add(new(path, "应写成普通的数字，不用科学记数法，不超过 28 位", "Must be written plainly, without exponent, in 28 digits at most"));
        else if (number < low || number > high)
            problems.Add(new(path, $"应在 {low} 到 {high} 之间", $"Must lie between {low} and {high}"));
        else if (field.Limits.Step > 0 && number % (decimal)field.Limits.Step != 0)
            problems.Add(new(path, $"应为 {field.Limits.Step} 的倍数", $"Must be a multiple of {field.Limits.Step}"));
    }

    /// <summary>Read to the last digit: a decimal rounds what is longer, and takes 1e-400 for zero.</summary>
    private static bool IsPlain(string number) => number.Length <= 28 && !number.Contains('e', StringComparison.OrdinalIgnoreCase);

    public static void CheckText(FieldAttribute limits, JsonElement value, string path, List<Problem> problems)
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
        else if (text.IndexOfAny([.. limits.Without]) >= 0)
            problems.Add(new(path, $"不能含有 {string.Join(' ', limits.Without.ToCharArray())}", $"Must not hold {string.Join(' ', limits.Without.ToCharArray())}"));
        else if (text.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) is UnicodeCategory.Control && r.Value is not ('\n' or '\r' or '\t') || r.Value == 0xFFFD))
            problems.Add(new(path, "含有不可打印的控制字符", "Holds control characters"));
    }

    public static void CheckCode(FieldDefinition field, JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind == JsonValueKind.String && field.Options.Any(o => o.Code == value.GetString()))
            return;
        if (field.Name == "openness" && value.ValueKind == JsonValueKind.String && ClassifiedMarks.IsLevel(value.GetString()!))
            problems.Add(ClassifiedMarks.Refusal(path));
        else
            problems.Add(new(path, $"应为以下之一：{string.Join("、", field.Options.Select(o => $"{o.Code}（{o.Label}）"))}", $"Must be one of: {string.Join(", ", field.Options.Select(o => o.Code))}"));
    }

    public static void CheckBool(JsonElement value, string path, List<Problem> problems)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            problems.Add(new(path, "应为 true 或 false", "Must be true or false"));
    }
}
