namespace Ledger.Domain.Sentences;

/// <summary>A word to look for, perhaps in parts with a few characters between them: 审查…合同.</summary>
internal sealed class Phrase(string written)
{
    private const int LongestGap = 14;

    private readonly string[] parts = written.Split('…', StringSplitOptions.RemoveEmptyEntries);

    public string Written { get; } = written;

    /// <summary>Characters that must stand in the text.</summary>
    public int Weight => parts.Sum(p => p.Length);

    public static IReadOnlyList<Phrase> All(IEnumerable<string> written) => [.. written.Where(w => w.Length > 0).Distinct().Select(w => new Phrase(w))];

    /// <summary>Every place where the phrase stands, as the spans of its parts.</summary>
    public IEnumerable<IReadOnlyList<Span>> In(TypedText typed) => In(typed, new(0, typed.Length));

    /// <summary>Every place inside one stretch of the text.</summary>
    public IEnumerable<IReadOnlyList<Span>> In(TypedText typed, Span reach)
    {
        var text = typed.Text;
        for (var i = Next(text, reach.Start, reach.End); i >= 0; i = Next(text, i + 1, reach.End))
        {
            if (RestAfter(text, i) is { } spans && spans[^1].End <= reach.End)
                yield return spans;
        }
    }

    private int Next(string text, int from, int to) => from < to ? text.IndexOf(parts[0], from, to - from, StringComparison.Ordinal) : -1;

    private List<Span>? RestAfter(string text, int start)
    {
        var spans = new List<Span> { new(start, parts[0].Length) };
        foreach (var part in parts.Skip(1))
        {
            var from = spans[^1].End;
            var reach = Math.Min(text.Length - from, LongestGap + part.Length);
            var found = text.IndexOf(part, from, reach, StringComparison.Ordinal);
            if (found < 0 || TypedText.HasStop(text.AsSpan(from, found - from)))
                return null;
            spans.Add(new(found, part.Length));
        }

        return spans;
    }
}
