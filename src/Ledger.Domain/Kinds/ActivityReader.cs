using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ledger.Domain.Kinds;

/// <summary>
/// Reads an activity from what was sent and says everything that is wrong with it at once, each with its path.
/// Nothing is guessed: an unknown member, a fractional head-count or a code that does not exist is refused.
/// </summary>
public static class ActivityReader
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <param name="kind">The kind the entry is logged as.</param>
    /// <param name="sent">The JSON object of the activity.</param>
    /// <param name="today">Today in China: an activity of tomorrow has not happened.</param>
    /// <param name="root">Path of the object in the request, empty or <c>activity.</c>.</param>
    /// <returns>The activity, or the problems if there is any.</returns>
    public static (Activity? Activity, IReadOnlyList<Problem> Problems) Read(KindDefinition kind, JsonElement sent, DateOnly today, string root = "")
    {
        ArgumentNullException.ThrowIfNull(kind);
        var problems = new List<Problem>();
        FieldReader.CheckObject(kind.Fields, sent, root, problems);
        if (sent.ValueKind == JsonValueKind.Object)
        {
            CheckDates(sent, today, root, problems);
            ClassifiedMarks.Check(sent, root, problems);
        }

        if (problems.Count > 0)
            return (null, [.. problems.Distinct()]);
        var activity = (Activity)(sent.EnumerateObject().Any(m => m.Value.ValueKind == JsonValueKind.Null)
            ? Given(sent).Deserialize(kind.EventType, LedgerJson.Options)
            : sent.Deserialize(kind.EventType, LedgerJson.Options))!;
        return (activity.Title is null ? activity with { Title = kind.DefaultTitle(activity) } : activity, problems);
    }

    /// <summary>A member sent as null is a member not given, whatever its type.</summary>
    internal static JsonObject Given(JsonElement sent) =>
        [.. sent.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null).Select(m => KeyValuePair.Create(m.Name, JsonNode.Parse(m.Value.GetRawText())))];

    internal static void CheckDates(JsonElement sent, DateOnly today, string root, List<Problem> problems)
    {
        if (DayOf(sent, "occurredOn") is not { } occurred)
            return;
        if (occurred > today)
            problems.Add(new($"{root}occurredOn", $"日期不能晚于今天（{today:yyyy-MM-dd}）", $"The date must not be after today ({today:yyyy-MM-dd})"));
        if (occurred < Earliest)
            problems.Add(new($"{root}occurredOn", $"日期不能早于 {Earliest:yyyy-MM-dd}", $"The date must not be before {Earliest:yyyy-MM-dd}"));
        if (DayOf(sent, "endedOn") is not { } last)
            return;
        if (last < occurred)
            problems.Add(new($"{root}endedOn", "结束日期不能早于发生日期", "The last day must not be before the date"));
        if (last > today)
            problems.Add(new($"{root}endedOn", $"结束日期不能晚于今天（{today:yyyy-MM-dd}）", $"The last day must not be after today ({today:yyyy-MM-dd})"));
    }

    /// <summary>The day a member holds; null where it is none, which its own check has said.</summary>
    internal static DateOnly? DayOf(JsonElement sent, string member) =>
        sent.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
