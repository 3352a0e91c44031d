using System.Collections.Immutable;
using System.Text.Json;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Matters;

/// <summary>Reads a step from what was sent and says everything that is wrong with it at once, as entries are read.</summary>
public static class MatterReader
{
    /// <param name="definition">The step it is sent as.</param>
    /// <param name="sent">The step's fields beside <paramref name="beside"/>.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="root">Path of the object in the request.</param>
    /// <param name="beside">Members of the request that are none of the step's.</param>
    public static (MatterStep? Step, IReadOnlyList<Problem> Problems) Read(
        StepDefinition definition, JsonElement sent, DateOnly today, string root = "", params IReadOnlyList<string> beside)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var problems = new List<Problem>();
        var own = sent.ValueKind == JsonValueKind.Object && beside.Count > 0 ? Without(sent, beside) : sent;
        FieldReader.CheckObject(definition.Fields, own, root, problems);
        if (own.ValueKind == JsonValueKind.Object)
        {
            ActivityReader.CheckDates(own, today, root, problems);
            CheckOtherDates(definition, own, root, problems);
            ClassifiedMarks.Check(own, root, problems);
        }

        return problems.Count > 0
            ? (null, [.. problems.Distinct()])
            : ((MatterStep)ActivityReader.Given(own).Deserialize(definition.EventType, LedgerJson.Options)!, problems);
    }

    /// <summary>Reasons by the code of the guard they answer.</summary>
    public static (ImmutableSortedDictionary<string, string> Reasons, IReadOnlyList<Problem> Problems) Reasons(StepDefinition definition, JsonElement sent)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var reasons = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty("reasons", out var given) || given.ValueKind == JsonValueKind.Null)
            return (reasons.ToImmutable(), []);
        if (given.ValueKind != JsonValueKind.Object)
            return (reasons.ToImmutable(), [new("reasons", "应为 JSON 对象", "Must be a JSON object")]);
        var problems = new List<Problem>();
        var limits = new FieldAttribute("原因", "Reason") { MinLength = 2, MaxLength = 500 };
        foreach (var reason in given.EnumerateObject())
        {
            var path = $"reasons.{reason.Name}";
            if (definition.Guards.All(g => g.Code != reason.Name))
                problems.Add(new(path, "没有这条提示", "There is no such guard"));
            else
                FieldValues.CheckText(limits, reason.Value, path, problems);
            if (problems.Count == 0)
                reasons[reason.Name] = reason.Value.GetString()!.Trim();
        }

        ClassifiedMarks.Check(given, "reasons.", problems);
        return (reasons.ToImmutable(), problems);
    }

    /// <summary>A term or due day may lie ahead, within what a calendar of people holds.</summary>
    private static void CheckOtherDates(StepDefinition definition, JsonElement sent, string root, List<Problem> problems)
    {
        foreach (var field in definition.Fields.Where(f => f.Type == FieldType.Date && f.Name != "occurredOn"))
        {
            if (ActivityReader.DayOf(sent, field.Name) is { Year: < 1990 or > 2150 })
                problems.Add(new(root + field.Name, $"{field.Limits.Label}应在 1990 年到 2150 年之间", $"{field.Limits.EnglishLabel} must lie between 1990 and 2150"));
        }
    }

    private static JsonElement Without(JsonElement sent, IReadOnlyList<string> members)
    {
        // Text, so that a member that stands twice is still seen twice.
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var member in sent.EnumerateObject().Where(m => !members.Contains(m.Name)))
                member.WriteTo(json);
            json.WriteEndObject();
        }

        return JsonElement.Parse(buffer.ToArray());
    }
}
