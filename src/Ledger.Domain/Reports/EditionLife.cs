using System.Collections.Immutable;
using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>How far an edition has come, in the order prescribed for an official document.</summary>
public enum EditionStage
{
    [Label("已定稿", "Frozen")] Frozen,
    [Label("已核稿", "Reviewed by the office")] OfficeReviewed,
    [Label("已保密审查", "Reviewed for secrecy")] SecrecyReviewed,
    [Label("已签发", "Signed")] Signed,
    [Label("已编号", "Numbered")] Numbered,
    [Label("已报送", "Submitted")] Submitted,
    [Label("已公开", "Published")] Published,
}

/// <summary>A step that was taken: when and by which account.</summary>
public sealed record EditionMark(EditionStage Stage, DateTimeOffset At, string? Account, IEditionStep Step)
{
    /// <summary>The day that the step states, or on which it was entered.</summary>
    public DateOnly On => Step switch
    {
        EditionSubmitted submitted => submitted.On,
        EditionPublished published => published.On,
        _ => ChinaCalendar.DayOf(At),
    };

    /// <summary>The person named in the step; null where a step names none.</summary>
    public string? By => Step switch
    {
        EditionOfficeReviewed step => step.By,
        EditionSecrecyReviewed step => step.By,
        EditionSigned step => step.By,
        _ => null,
    };
}

/// <summary>
/// What has happened to one edition since it was frozen. Whatever changes after signing is another edition, and that one's
/// life begins anew: nothing that was approved covers it (公文条例 25).
/// </summary>
/// <param name="Number">The edition.</param>
/// <param name="Supplements">The signed edition it supplements or corrects; null for one that does neither.</param>
/// <param name="Reason">Why it does.</param>
/// <param name="Marks">Its steps, in the order they were taken; the last of a stage is the one that counts.</param>
public sealed record EditionLife(int Number, int? Supplements, string? Reason, ImmutableList<EditionMark> Marks)
{
    /// <summary>When it was frozen; null of an edition that is not on the stream.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>By which account.</summary>
    public string? FrozenBy { get; init; }

    public EditionStage Stage => Marks.Count == 0 ? EditionStage.Frozen : Marks.Max(m => m.Stage);

    public bool Has(EditionStage stage) => Marks.Any(m => m.Stage == stage);

    public T? Last<T>()
        where T : class, IEditionStep => Marks.Select(m => m.Step).OfType<T>().LastOrDefault();

    /// <summary>The edition as it is printed: signer and number of the copy that goes upward are known only after signing.</summary>
    public ReportModel Printed(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model with
        {
            Signer = Last<EditionSigned>()?.By ?? model.Signer,
            DocumentNumber = Last<EditionNumbered>()?.DocumentNumber ?? model.DocumentNumber,
        };
    }

    public static EditionStage StageOf(IEditionStep step) => step switch
    {
        EditionOfficeReviewed => EditionStage.OfficeReviewed,
        EditionSecrecyReviewed => EditionStage.SecrecyReviewed,
        EditionSigned => EditionStage.Signed,
        EditionNumbered => EditionStage.Numbered,
        EditionSubmitted => EditionStage.Submitted,
        EditionPublished => EditionStage.Published,
        _ => EditionStage.Frozen,
    };
}
