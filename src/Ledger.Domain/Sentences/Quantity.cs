using Ledger.Domain.Kinds;

namespace Ledger.Domain.Sentences;

/// <summary>A number as a sentence says it: 约300余份, 三万元, 两个半小时.</summary>
/// <param name="Span">Its place, with the words for about and the unit.</param>
/// <param name="Value">Its value; money in 元.</param>
/// <param name="Precision">How exactly it was said.</param>
/// <param name="Unit">The unit as said, or nothing.</param>
internal sealed record Quantity(Span Span, decimal Value, Precision Precision, string Unit)
{
    /// <summary>Where the words that say what was counted can stand.</summary>
    public Span Reach { get; init; }
}
