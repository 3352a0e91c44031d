namespace Ledger.Domain.Sentences;

/// <summary>A day a sentence speaks of, or several days in a row.</summary>
/// <param name="Span">Its place in the text.</param>
/// <param name="Day">The day, or the first of several; it may lie in the future.</param>
/// <param name="Last">The last of several days.</param>
/// <param name="Weight">How plainly it was said: 2 a day, 1 a feast day such as 国家宪法日, 0 only a time of day.</param>
internal sealed record DateMention(Span Span, DateOnly Day, DateOnly? Last, int Weight)
{
    /// <summary>Where the words that say what happened on the day can stand.</summary>
    public Span Reach { get; init; }
}
