using System.Text.Json;
using Ledger.Domain;
using Ledger.Domain.Entries;
using Ledger.Domain.Kinds;

namespace Ledger.Api.Entries;

/// <summary>What a correction or a void is made from: the version it was decided on, and why.</summary>
public sealed record SentChange(long Version, ReversalReason Code, string Reason, JsonElement Activity)
{
    /// <summary>Reads the envelope of a correction or void; the activity inside is read by its kind.</summary>
    public static (SentChange? Change, IReadOnlyList<Problem> Problems) Read(JsonElement sent, bool withActivity)
    {
        var problems = new List<Problem>();
        if (sent.ValueKind != JsonValueKind.Object)
            return (null, [new("", "应为 JSON 对象", "Must be a JSON object")]);
        foreach (var member in sent.EnumerateObject().Where(m => !(m.Name is "version" or "reason" or "reasonCode" || (withActivity && m.Name == "activity"))))
            problems.Add(new(member.Name, "没有这个字段", "There is no such field"));
        if (!sent.TryGetProperty("version", out var v) || v.ValueKind != JsonValueKind.Number || !v.TryGetInt64(out var version) || version < 1)
            (version, _) = (0, Add("version", "请给出所依据的版本号", "The version it was made from is required"));
        var reason = sent.TryGetProperty("reason", out var r) && r.ValueKind == JsonValueKind.String ? r.GetString()!.Trim() : "";
        if (!PlainText.Is(reason, 2, 500))
            Add("reason", "请写明原因（2 至 500 字）", "A reason of 2 to 500 characters is required");
        var code = ReversalReason.Other;
        if (sent.TryGetProperty("reasonCode", out var c))
        {
            var options = Codes.OptionsOf(typeof(ReversalReason));
            var at = c.ValueKind == JsonValueKind.String ? options.ToList().FindIndex(o => o.Code == c.GetString()) : -1;
            if (at < 0)
                Add("reasonCode", $"应为以下之一：{string.Join("、", options.Select(o => $"{o.Code}（{o.Label}）"))}", $"Must be one of: {string.Join(", ", options.Select(o => o.Code))}");
            else
                code = (ReversalReason)at;
        }

        if (withActivity && !sent.TryGetProperty("activity", out _))
            Add("activity", "请给出更正后的完整内容", "The whole corrected activity is required");
        return problems.Count > 0
            ? (null, problems)
            : (new SentChange(version, code, reason, withActivity ? sent.GetProperty("activity") : default), problems);

        bool Add(string path, string message, string english)
        {
            problems.Add(new(path, message, english));
            return false;
        }
    }
}
