using System.Text.Json;
using System.Text.Json.Nodes;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>A sentence read as one kind, before it is known whether that kind is meant.</summary>
internal sealed record KindReading(KindWords Kind, KindScore Score, IReadOnlyList<Found> Found, IReadOnlyList<Problem> Notes)
{
    /// <summary>What the words say for the kind, and what its fields explain of the sentence.</summary>
    public double Worth => Score.Value == 0 ? 0 : Score.Value + Found.Sum(f => f.Evidence);

    public static KindReading Of(KindWords kind, SentenceParts parts)
    {
        var score = KindScore.Of(kind, parts.Typed);
        return score.Value == 0 ? new(kind, score, [], []) : Of(kind, score, parts);
    }

    /// <summary>The fields of a kind, whether or not the sentence names it.</summary>
    public static KindReading Of(KindWords kind, KindScore score, SentenceParts parts)
    {
        var notes = new List<Problem>();
        var dates = DateFields.In(kind, parts, notes).ToList();
        var names = TextFields.In(kind, parts).ToList();
        var marks = parts.Marks.Where(m => kind.Fields.Any(f => f.Field.Name == m.Field)).ToList();
        var taken = names.Concat(marks).Select(f => f.Span).Concat(score.Spans.Where(s => parts.Typed.Slice(s).Any(char.IsAsciiDigit))).ToList();
        var counts = CountFields.In(kind, parts, taken, notes).ToList();
        var codes = CodeFields.In(kind, parts.Typed, [.. parts.Dates.Where(d => d.Weight == 2).Select(d => d.Span)]);
        return new(kind, score, Apart([.. marks, .. dates, .. names, .. counts, .. codes]), notes);
    }

    /// <summary>A code read inside another field's stretch shares it: 李庄村 is the place and the scene.</summary>
    private static List<Found> Apart(IEnumerable<Found> found)
    {
        var apart = new List<Found>();
        foreach (var f in found)
        {
            var over = apart.Where(a => a.Span.Overlaps(f.Span)).Select(a => a.Span).Distinct().ToList();
            apart.Add(over.Count == 0 || over.Contains(f.Span) ? f : f with { Span = over[0] });
        }

        return apart;
    }

    public Reading Reading(SentenceParts parts, double confidence)
    {
        var day = Found.Where(f => f.Field == "occurredOn").Select(f => (Span?)f.Span).FirstOrDefault();
        var (title, summary) = TitleAndSummary.Of(parts.Typed, day);
        var form = new JsonObject();
        foreach (var f in Found)
            form[f.Field] = f.Value.DeepClone();
        if (title is not null)
            form["title"] = title;
        if (summary is not null)
            form["summary"] = summary;
        var notes = Notes.ToList();
        foreach (var problem in Refused(form, parts.Today))
        {
            var refused = problem.Path.Split('.', '[')[0];
            if (form.Remove(refused))
                notes.Add(problem);
            foreach (var same in Found.Where(f => f.Same == refused))
                form.Remove(same.Field);
        }

        var kept = Found.Where(f => form.ContainsKey(f.Field)).ToList();
        return new Reading
        {
            Kind = Kind.Kind.Code,
            Fields = JsonSerializer.SerializeToElement(form),
            Stretches = Places.Of(parts.Typed, kept),
            Left = Places.Left(parts.Typed, [.. kept.Select(f => f.Span), .. Score.Spans]),
            Notes = notes,
            Confidence = confidence,
        };
    }

    private IReadOnlyList<Problem> Refused(JsonObject form, DateOnly today) =>
        ActivityReader.Read(Kind.Kind, JsonSerializer.SerializeToElement(form), today).Problems;
}
