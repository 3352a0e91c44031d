using System.Text.Json.Nodes;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>Finds what the sentence names for the text fields and lists of names of a kind; own fields come first.</summary>
internal static class TextFields
{
    public static IEnumerable<Found> In(KindWords kind, SentenceParts parts)
    {
        var taken = parts.Marks.Select(m => m.Span).Concat(parts.Dates.Where(d => d.Weight != 1).Select(d => d.Span)).ToList();
        var numbers = parts.Quantities.Select(q => q.Span).ToList();
        foreach (var field in kind.Fields.Where(f => f.Named is not null))
        {
            var all = Names.In(parts.Typed, field.Named!, taken, numbers).Where(s => !taken.Any(t => t.Overlaps(s))).ToList();
            if (all.Count == 0)
                continue;
            var many = field.Field.Type == FieldType.TextList;
            var chosen = many ? Apart(all) : [all.MaxBy(s => s.Length)];
            taken.AddRange(chosen);
            var values = new JsonArray([.. chosen.Select(s => (JsonNode)JsonValue.Create(parts.Typed.Slice(s)))]);
            foreach (var span in chosen)
                yield return new(field.Field.Name, many ? values.DeepClone() : JsonValue.Create(parts.Typed.Slice(span)), span, field.Own ? 1.0 / chosen.Count : 0);
        }
    }

    private static List<Span> Apart(IEnumerable<Span> spans)
    {
        var apart = new List<Span>();
        foreach (var span in spans.OrderBy(s => s.Start).ThenByDescending(s => s.Length))
        {
            if (apart.Count == 0 || apart[^1].End <= span.Start)
                apart.Add(span);
        }

        return apart;
    }
}
