using System.Text.Json;

namespace Ledger.Domain.Sentences;

/// <summary>One way to understand a sentence: a kind and its form, filled as far as the sentence goes, for a person to confirm.</summary>
public sealed record Reading
{
    /// <summary>Code of the kind.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// Fields as <c>POST entries/{kind}</c> takes them. Every one holds against the kind's own limits; required ones the
    /// sentence does not say are left out.
    /// </summary>
    public required JsonElement Fields { get; init; }

    /// <summary>Where each field comes from, in the order of the sentence, never overlapping. Title and summary are what it says as a whole and have no place.</summary>
    public required IReadOnlyList<Stretch> Stretches { get; init; }

    /// <summary>What was not understood: it stands in title or summary only.</summary>
    public required IReadOnlyList<Stretch> Left { get; init; }

    /// <summary>What was understood and not filled in, with the reason: a day to come, a rough number where the form wants an exact one.</summary>
    public required IReadOnlyList<Problem> Notes { get; init; }

    /// <summary>From 0 to 1: how much more this kind than the next one fits, and how much of it was named. Good for ordering and for a threshold, no probability.</summary>
    public required double Confidence { get; init; }
}

/// <summary>A part of the sentence as it was typed.</summary>
/// <param name="Start">Place of the first character (UTF-16 unit) in the typed sentence.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Fields">Fields that were read from it; none for what was not understood.</param>
public sealed record Stretch(int Start, int Length, IReadOnlyList<string> Fields);
