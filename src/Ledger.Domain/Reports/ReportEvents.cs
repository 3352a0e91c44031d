using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

// The events of a unit's report of one year: one stream per unit and year.

/// <summary>A person wrote a block of the report in their own words.</summary>
public sealed record ProseWritten(
    int Year,
    [property: Holds(Personal.Nothing)] string Key,
    [property: Holds(Personal.Text)] string Text);

/// <summary>A block went back to the template's words.</summary>
public sealed record ProseReset(
    int Year,
    [property: Holds(Personal.Nothing)] string Key);

/// <summary>A block is settled: it is not overwritten until somebody unlocks it.</summary>
public sealed record ProseLocked(
    int Year,
    [property: Holds(Personal.Nothing)] string Key,
    [property: Holds(Personal.Name)] string By);

public sealed record ProseUnlocked(
    int Year,
    [property: Holds(Personal.Nothing)] string Key,
    [property: Holds(Personal.Text)] string Reason);

/// <summary>The sections come in this order from here on: one of those seen in practice, or the collecting office's own headings.</summary>
public sealed record SectionOrderChosen(
    int Year,
    [property: Holds(Personal.Nothing)] string Order,
    IReadOnlyList<OrderedSection>? Sections);

/// <summary>The report was frozen: figures, text and template as one edition that never changes again.</summary>
/// <param name="Year">The year reported.</param>
/// <param name="Number">From one.</param>
/// <param name="Sequence">The last event that its figures take in.</param>
/// <param name="FiguresSha256">Over its figures.</param>
/// <param name="ModelSha256">Over all of it.</param>
/// <param name="TemplateSha256">Over the template's text.</param>
/// <param name="IssuedOn">The date under the signature.</param>
/// <param name="Supplements">The signed edition it supplements or corrects.</param>
/// <param name="Reason">Why it does.</param>
public sealed record EditionFrozen(
    int Year,
    int Number,
    long Sequence,
    [property: Holds(Personal.Nothing)] string FiguresSha256,
    [property: Holds(Personal.Nothing)] string ModelSha256,
    [property: Holds(Personal.Nothing)] string TemplateSha256,
    DateOnly IssuedOn,
    int? Supplements = null,
    [property: Holds(Personal.Text)] string? Reason = null);
