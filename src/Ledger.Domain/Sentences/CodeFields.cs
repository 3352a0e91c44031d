using System.Text.Json.Nodes;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>Finds codes and yes or no: the longest word said decides, of equally long ones the one that stands together, then the first.</summary>
internal static class CodeFields
{
    public static IEnumerable<Found> In(KindWords kind, TypedText typed, IReadOnlyList<Span> dates)
    {
        foreach (var field in kind.Fields)
        {
            IEnumerable<(JsonNode Value, (Span Span, int Weight, int Parts) Hit)> hits = field.Field.Type switch
            {
                FieldType.Code => field.Options.SelectMany(o => Hits(typed, o.Said, o.Not).Select(s => ((JsonNode)JsonValue.Create(o.Code), s))),
                FieldType.Bool when field.Own => Hits(typed, field.No, []).Select(s => ((JsonNode)JsonValue.Create(IsDenied(typed, s.Span)), s))
                    .Concat(Hits(typed, field.Said, Phrase.All(field.Words.Not)).Select(s => ((JsonNode)JsonValue.Create(true), s))),
                _ => [],
            };
            var best = hits.Where(h => !dates.Any(d => d.Overlaps(h.Hit.Span))).OrderByDescending(h => h.Hit.Weight).ThenBy(h => h.Hit.Parts).ThenBy(h => h.Hit.Span.Start).FirstOrDefault();
            if (best.Value is not null)
                yield return new(field.Field.Name, best.Value, best.Hit.Span, field.Own ? field.Field.Type == FieldType.Code ? 1.5 : 0.5 : 0);
        }
    }

    private static IEnumerable<(Span Span, int Weight, int Parts)> Hits(TypedText typed, IReadOnlyList<Phrase> said, IReadOnlyList<Phrase> not)
    {
        var voided = not.SelectMany(n => n.In(typed)).Select(Whole).ToList();
        return said.SelectMany(p => p.In(typed).Select(s => (Parts: s, p.Weight)))
            .Where(h => !voided.Any(v => v.Holds(Whole(h.Parts))))
            .Select(h => (h.Parts.MaxBy(p => p.Length), h.Weight, h.Parts.Count));
    }

    /// <summary>没有超期: a no that is denied is a yes.</summary>
    private static bool IsDenied(TypedText typed, Span said) =>
        ((string[])["没有", "没", "未", "无", "并未", "不"]).Any(w => typed.Text.AsSpan(0, said.Start).EndsWith(w, StringComparison.Ordinal));

    private static Span Whole(IReadOnlyList<Span> parts) => Span.Between(parts[0].Start, parts[^1].End);
}
