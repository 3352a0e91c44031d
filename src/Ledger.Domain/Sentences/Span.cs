namespace Ledger.Domain.Sentences;

/// <summary>A stretch of text by its place: first character and number of characters.</summary>
internal readonly record struct Span(int Start, int Length)
{
    public int End => Start + Length;

    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    public bool Holds(Span other) => Start <= other.Start && other.End <= End;

    public static Span Between(int start, int end) => new(start, end - start);
}
