using System.Text.Json.Serialization;
using Ledger.Domain.Figures;
using Ledger.Domain.Units;

namespace Ledger.Domain.Reports;

/// <summary>The yearly report as data: text whose every number carries its figure's code, and the figures themselves.</summary>
public sealed record ReportModel
{
    public required Unit Unit { get; init; }
    public required int Year { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Addressees { get; init; }

    /// <summary>Number of the frozen edition; null for a draft over today's figures.</summary>
    public int? Edition { get; init; }

    /// <summary>The date under the signature.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>发文字号 of the copy that goes upward, e.g. 沈招商〔2024〕3号. Null: not numbered yet.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>签发人: who signed the copy that goes upward. Null: not signed yet.</summary>
    public string? Signer { get; init; }

    /// <summary>Last event the figures take in, and when it was recorded.</summary>
    public required long Sequence { get; init; }

    public DateTimeOffset? AsOf { get; init; }
    public required IReadOnlyList<ReportBlock> Blocks { get; init; }
    public required IReadOnlyList<ReportFigure> Figures { get; init; }

    /// <summary>The blocks people may write themselves, and what they say now.</summary>
    public required IReadOnlyList<ProseBlock> Prose { get; init; }

    /// <summary>What should be looked at before the report is signed.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>
    /// What a draft says and what backs it. Of a draft only, and no part of what is frozen: what stood behind an edition
    /// is in the log it was counted from.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>SHA-256 of the template's text.</summary>
    public required string TemplateSha256 { get; init; }
}

/// <summary>A heading (level 1 to 4, its number in the text) or a paragraph (level 0).</summary>
public sealed record ReportBlock(int Level, IReadOnlyList<ReportRun> Runs)
{
    public string Text => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>A stretch of text; one that states a figure carries its code, with the part behind a slash.</summary>
public sealed record ReportRun(string Text, string? Figure = null, bool Strong = false);

/// <summary>A figure beside last year's, where last year was frozen.</summary>
public sealed record ReportFigure(Figure Figure, Figure? LastYear);

/// <param name="Key">Name of the block in the template.</param>
/// <param name="Text">What it says.</param>
/// <param name="Written">A person wrote it; otherwise it is the template's own.</param>
public sealed record ProseBlock(string Key, string Text, bool Written);

/// <param name="Rule">Code of the rule that was broken.</param>
/// <param name="Place">Heading or prose block it was found under.</param>
/// <param name="Text">What was found.</param>
/// <param name="Message">What to do about it.</param>
public sealed record Finding(string Rule, string Place, string Text, string Message);
