using System.Globalization;
using System.Text.Json;

namespace Ledger.Domain.Figures;

/// <summary>
/// The third evaluator: reads an exported file and adds it up by the rules at its head. It shares no code with the
/// projection and needs no database, so that an auditor can count again from the file alone.
/// </summary>
public sealed class OfflineFold
{
    private readonly Dictionary<string, Dictionary<int, OfflineYear>> _units = [];
    private readonly Dictionary<string, string> _kindOfEvent = [];
    private readonly Dictionary<string, List<OfflineRule>> _rulesOfKind = [];

    private readonly Action<OfflineFold> _begin;

    private OfflineFold(Action<OfflineFold> begin) => _begin = begin;

    /// <summary>Unit → year; every unit the head names is there, a year only if an event belongs to it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<int, OfflineYear>> Units { get; private set; } =
        new Dictionary<string, IReadOnlyDictionary<int, OfflineYear>>();

    public long Events { get; private set; }

    /// <summary>Sequence number of the last event, 0 when there is none.</summary>
    public long LastSequence { get; private set; }

    /// <exception cref="ExportUnreadableException">The file is cut off, changed, of another version, or a line makes no sense.</exception>
    public static Task<OfflineFold> ReadAsync(Stream export, CancellationToken ct) => ReadAsync(export, _ => { }, ct);

    /// <summary>The same on from what was verified: <paramref name="begin"/> is called when the units are known.</summary>
    internal static async Task<OfflineFold> ReadAsync(Stream export, Action<OfflineFold> begin, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(export);
        var fold = new OfflineFold(begin);
        using var lines = new ExportLines(export);
        await foreach (var (number, bytes) in lines.ReadAsync(ct))
            lines.Finished = fold.Take(number, bytes, lines);
        if (!lines.Finished)
            throw new ExportUnreadableException(lines.Count + 1, "文件不完整，缺少结尾行", "the file is cut off: its last line is missing");
        fold.Units = fold._units.ToDictionary(u => u.Key, u => (IReadOnlyDictionary<int, OfflineYear>)u.Value);
        return fold;
    }

    /// <returns>Whether the line was the last one there may be.</returns>
    private bool Take(long number, ReadOnlyMemory<byte> bytes, ExportLines lines)
    {
        if (lines.Finished)
            throw new ExportUnreadableException(number, "结尾行之后还有内容", "there is something behind the closing line");
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var line = json.RootElement;
            if (number == 1)
                TakeHead(line);
            else if (line.TryGetProperty("sha256", out var hash))
                return lines.Close(number, line.GetProperty("events").GetInt64() == Events, hash.GetString());
            else
                TakeEvent(line);
            return false;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException or OverflowException)
        {
            throw new ExportUnreadableException(number, $"无法读取（{e.Message}）", e.Message, e);
        }
    }

    private void TakeHead(JsonElement head)
    {
        if (head.GetProperty("ledger").GetString() != "export")
            throw new FormatException("no export of a ledger");
        if (head.GetProperty("version").GetInt32() is var version and not (1 or 2))
            throw new FormatException($"unknown version {version}");
        foreach (var unit in head.GetProperty("units").EnumerateArray())
            _units.Add(unit.GetString()!, []);
        foreach (var kind in head.GetProperty("kinds").EnumerateArray())
        {
            _kindOfEvent.Add(kind.GetProperty("event").GetString()!, kind.GetProperty("code").GetString()!);
            _rulesOfKind.Add(kind.GetProperty("code").GetString()!, []);
        }

        foreach (var figure in head.GetProperty("figures").EnumerateArray())
            _rulesOfKind[figure.GetProperty("kind").GetString()!].Add(OfflineRule.Read(figure));
        _begin(this);
    }

    /// <summary>A unit's year to go on from.</summary>
    internal OfflineYear Year(string unit, int number) => YearOf(_units.TryGetValue(unit, out var years) ? years : _units[unit] = [], number);

    private void TakeEvent(JsonElement line)
    {
        var sequence = line.GetProperty("seq").GetInt64();
        if (sequence <= LastSequence)
            throw new FormatException($"event {sequence} stands behind event {LastSequence}");
        LastSequence = sequence;
        Events++;
        // A joint activity of a unit that is not in the file stands there for those it names.
        var unit = line.GetProperty("unit").GetString()!;
        var type = line.GetProperty("type").GetString()!;
        var data = line.GetProperty("data");
        if (!_units.ContainsKey(unit) && !Named(data).Any(_units.ContainsKey))
            throw new FormatException($"an event of the unit '{unit}', which the file does not name");
        if (_kindOfEvent.TryGetValue(type, out var kind))
            Count(unit, kind, data, 1);
        else if (type is "entry_reversed" or "entry_merged")
            Count(unit, data.GetProperty("activity"), -1);
        else if (type is "entry_parted")
            Count(unit, data.GetProperty("activity"), 1);
        else if (type is "matter_step_reversed")
            Count(unit, data.GetProperty("step"), -1);
        else if (type is "joint_declined" or "joint_accepted")
            Count(null, data.GetProperty("activity"), type is "joint_accepted" ? 1 : -1);
        else if (type == "nil_return_confirmed" && _units.TryGetValue(unit, out var confirming))
            YearOf(confirming, data.GetProperty("year").GetInt32()).Confirm(data.GetProperty("figure").GetString()!);
        else if (type == "nil_return_withdrawn" && _units.TryGetValue(unit, out var withdrawing))
            YearOf(withdrawing, data.GetProperty("year").GetInt32()).Withdraw(data.GetProperty("figure").GetString()!);
    }

    private void Count(string? unit, JsonElement activity, int sign) => Count(unit, activity.GetProperty("kind").GetString()!, activity, sign);

    /// <summary>In the books of the unit that logged it, if it counts there, and in those of each unit it names.</summary>
    private void Count(string? unit, string kind, JsonElement activity, int sign)
    {
        if (unit is not null && _units.TryGetValue(unit, out var own))
            Count(own, kind, activity, sign, null);
        foreach (var share in Joint(activity))
        {
            if (_units.TryGetValue(share.GetProperty("unit").GetString()!, out var years))
                Count(years, kind, activity, sign, share.GetProperty("role").GetString());
        }
    }

    private static JsonElement.ArrayEnumerator Joint(JsonElement activity) =>
        activity.TryGetProperty("jointUnits", out var joint) && joint.ValueKind == JsonValueKind.Array ? joint.EnumerateArray() : default;

    private static IEnumerable<string> Named(JsonElement data) =>
        Joint(data.TryGetProperty("activity", out var activity) ? activity : data).Select(u => u.GetProperty("unit").GetString()!);

    private void Count(Dictionary<int, OfflineYear> years, string kind, JsonElement activity, int sign, string? sharedAs)
    {
        var rules = _rulesOfKind[kind];
        if (rules.Count == 0)
            return;
        var day = DateOnly.ParseExact(activity.GetProperty("occurredOn").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        // What belongs to a year of its own says so: a plan of next year, made this year.
        var year = YearOf(years, activity.TryGetProperty("countsIn", out var other) ? other.GetInt32() : day.Year);
        foreach (var rule in rules)
            rule.Count(activity, sign, year, sharedAs);
    }

    private static OfflineYear YearOf(Dictionary<int, OfflineYear> years, int number)
    {
        if (!years.TryGetValue(number, out var year))
            years[number] = year = new OfflineYear(number);
        return year;
    }
}
