namespace Ledger.Domain.Reports;

// The events of a unit's report of one year: one stream per unit and year.

/// <summary>A person wrote a block of the report in their own words.</summary>
public sealed record ProseWritten(
    int Year,
    string Key,
    string Text);

/// <summary>A block went back to the template's words.</summary>
public sealed record ProseReset(
    int Year,
    string Key);

/// <summary>The report was frozen: figures, text and template as one edition that never changes again.</summary>
public sealed record EditionFrozen(
    int Year,
    int Number,
    long Sequence,
    string FiguresSha256,
    string ModelSha256,
    string TemplateSha256,
    DateOnly IssuedOn);
