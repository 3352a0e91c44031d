using System.Text.Json.Nodes;
using Ledger.Log.Events;

namespace Ledger.Log.Editions;

/// <summary>
/// What a file may hold back of an event: names and words. A member that a figure is counted by must be there as it was
/// sealed, for nothing proves what stands in the place of one that is not; names are only told apart, which their stand-ins
/// are as well.
/// </summary>
internal static class HiddenFigures
{
    private static readonly string[] Always = ["occurredOn", "countsIn", "kind", "role", "openness", "year", "number", "figure", "figuresSha256"];
    private static readonly string[] Carriers = ["activity", "step"];

    public static EditionFault? Fault(EditionProof proof)
    {
        var counted = Counted(proof.Rules);
        foreach (var e in proof.Events)
        {
            if ((e.Erased ?? new Dictionary<string, string>()).Keys.FirstOrDefault(p => counted.Contains(Field(p))) is { } path)
                return new($"第 {e.Seq} 号事件隐去了计入指标的 {path}", $"event {e.Seq} holds back {path}, which figures are counted by");
        }

        return null;
    }

    private static string Field(string path)
    {
        if (path == EventMembers.By)
            return "";
        var names = path.Split('/')[1..];
        return names.Length > 1 && Carriers.Contains(names[0]) ? names[1] : names[0];
    }

    private static HashSet<string> Counted(JsonNode rules)
    {
        var counted = new HashSet<string>(Always);
        foreach (var rule in rules.AsArray().Select(f => f!["rule"]!))
        {
            foreach (var member in (string[])["by", "whenField", "denominator"])
                Add(rule[member]);
            if (rule["measure"]!.GetValue<string>() != "distinct")
                Add(rule["field"]);
        }

        return counted;

        void Add(JsonNode? fields) => counted.UnionWith((fields?.GetValue<string>() ?? "").Split('+', StringSplitOptions.RemoveEmptyEntries));
    }
}
