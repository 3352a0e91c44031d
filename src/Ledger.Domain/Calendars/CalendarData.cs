using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ledger.Domain.Calendars;

/// <summary>A file of the calendar is refused: which file, and each place in it with what is wrong there.</summary>
public sealed class CalendarDataException(string file, IReadOnlyList<Problem> problems)
    : Exception($"{file}：{string.Join("；", problems.Select(p => $"{p.Path} {p.Message}"))}\n{file}: {string.Join("; ", problems.Select(p => $"{p.Path} {p.EnglishMessage}"))}")
{
    public string File { get; } = file;
    public IReadOnlyList<Problem> Problems { get; } = problems;
}

/// <summary>Reads the calendar's files strictly: a member nobody knows, a missing one or a wrong type is refused where it stands.</summary>
internal static class CalendarData
{
    private static readonly JsonSerializerOptions Strict = LedgerJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    });

    public static T Read<T>(string file, string json, Func<T, IEnumerable<Problem>> check)
    {
        T? read;
        try
        {
            read = JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException e)
        {
            var place = $"{e.Path ?? "$"}（第{e.LineNumber + 1}行）";
            throw new CalendarDataException(file, [new(place, "不能读取：缺项、多项或者类型不对", e.Message)]);
        }

        if (read is null)
            throw new CalendarDataException(file, [new("$", "内容为空", "is empty")]);
        var problems = check(read).ToList();
        return problems.Count == 0 ? read : throw new CalendarDataException(file, problems);
    }
}
