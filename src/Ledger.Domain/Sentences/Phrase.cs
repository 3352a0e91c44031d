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
    public IEnumerable<IReadOnlyList<Span>> In(TypedText typed)
    {
        var text = typed.Text;
        for (var i = text.IndexOf(parts[0], StringComparison.Ordinal); i >= 0; i = text.IndexOf(parts[0], i + 1, StringComparison.Ordinal))
        {
            if (RestAfter(text, i) is { } spans)
                yield return spans;
        }
    }

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
