using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Domain.Sentences;

namespace Ledger.Domain.Tests.Sentences;

/// <summary>A sentence as a clerk would type it on Wednesday, 15 May 2024, and what the form should hold.</summary>
public sealed record TypedSentence(string Text, string Kind, JsonObject Fields)
{
    public static readonly DateOnly Today = new(2024, 5, 15);

    public static IReadOnlyList<TypedSentence> From(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sentences", file))
            .Select(line => JsonSerializer.Deserialize<TypedSentence>(line, LedgerJson.Options)!)];

    /// <summary>What differs from the best reading; empty when every field is right. Title and summary are tested apart.</summary>
    public string Difference()
    {
        var best = Sentence.Read(Text, Today).Readings is [var first, ..] ? first : null;
        if (best is null)
            return $"{Text}\n    no reading, should be {Kind}";
        if (best.Kind != Kind)
            return $"{Text}\n    {best.Kind} ({best.Confidence}), should be {Kind}";
        var read = JsonNode.Parse(best.Fields.GetRawText())!.AsObject();
        read.Remove("title");
        read.Remove("summary");
        var wrong = Fields.Select(f => f.Key).Union(read.Select(f => f.Key))
            .Where(name => !JsonNode.DeepEquals(Fields[name], read[name]))
            .Select(name => $"{name}: {read[name]?.ToJsonString(LedgerJson.Options) ?? "-"}, should be {Fields[name]?.ToJsonString(LedgerJson.Options) ?? "-"}");
        var all = string.Join("; ", wrong);
        return all.Length == 0 ? "" : $"{Text}\n    {best.Kind}: {all}";
    }
}
