using Ledger.Domain.Kinds;

namespace Ledger.Domain.Reports;

/// <summary>What speaks against a step.</summary>
public sealed record Warning(string Message, string EnglishMessage);

/// <summary>
/// What to think of before an edition takes a step. None of it makes the step impossible, as it may have happened already;
/// but then it takes a reason.
/// </summary>
public static class EditionGuards
{
    /// <param name="report">The report as it stands.</param>
    /// <param name="edition">The edition as it was frozen.</param>
    /// <param name="step">What is to happen to it.</param>
    public static IEnumerable<Warning> Of(Report report, Edition edition, IEditionStep step)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(step);
        var life = report.LifeOf(edition.Number);
        var stage = EditionLife.StageOf(step);
        if (life.Has(stage))
            yield return new($"这一版{Codes.LabelOf(stage)}过", $"This edition has taken this step before");
        if (report.Editions > edition.Number)
            yield return new($"已有第 {report.Editions} 版", $"There is edition {report.Editions} already");
        foreach (var warning in step switch
        {
            EditionSigned => BeforeSigning(life, edition),
            EditionNumbered numbered => BeforeNumbering(life, report, numbered),
            EditionSubmitted submitted => BeforeSubmitting(life, edition.Year, submitted.On),
            EditionPublished published => BeforePublishing(life, edition.Year, published.On),
            _ => [],
        })
        {
            yield return warning;
        }
    }

    private static IEnumerable<Warning> BeforeSigning(EditionLife life, Edition edition)
    {
        if (!life.Has(EditionStage.OfficeReviewed))
            yield return new("还没有核稿（公文条例第二十条）", "The office has not reviewed it");
        if (!life.Has(EditionStage.SecrecyReviewed))
            yield return new("还没有保密审查（信息公开条例第十七条）", "It was not reviewed for secrecy");
        if (edition.Model.Findings.Count is > 0 and var findings)
            yield return new($"定稿时还有 {findings} 条待核事项", $"It was frozen with {findings} finding(s)");
    }

    private static IEnumerable<Warning> BeforeNumbering(EditionLife life, Report report, EditionNumbered step)
    {
        if (!life.Has(EditionStage.Signed))
            yield return new("还没有签发（公文条例第二十二条）", "It was not signed");
        if (report.Lives.Values.FirstOrDefault(l => l.Number != life.Number && l.Last<EditionNumbered>()?.DocumentNumber == step.DocumentNumber) is { } other)
            yield return new($"第 {other.Number} 版已用此发文字号", $"Edition {other.Number} has this number");
    }

    /// <summary>Rule R-RPT-1: to party committee and government before 1 March.</summary>
    private static IEnumerable<Warning> BeforeSubmitting(EditionLife life, int year, DateOnly on)
    {
        if (!life.Has(EditionStage.Signed))
            yield return new("还没有签发（公文条例第二十二条）", "It was not signed");
        if (!life.Has(EditionStage.Numbered))
            yield return new("还没有编发文字号（公文条例第二十五条）", "It has no document number");
        if (on >= new DateOnly(year + 1, 3, 1))
            yield return new("已过 3 月 1 日（督察工作规定第二十四条）", "It is after 1 March");
    }

    /// <summary>Rules R-RPT-2 and R-RPT-4: before 1 April, and never what is secret.</summary>
    private static IEnumerable<Warning> BeforePublishing(EditionLife life, int year, DateOnly on)
    {
        if (life.Last<EditionSecrecyReviewed>() is not { } review)
            yield return new("还没有保密审查（信息公开条例第十七条）", "It was not reviewed for secrecy");
        else if (review.Outcome == SecrecyOutcome.Withheld)
            yield return new("保密审查结论为不予公开", "The secrecy review says that it is not to be published");
        if (!life.Has(EditionStage.Signed))
            yield return new("还没有签发（公文条例第二十二条）", "It was not signed");
        if (on >= new DateOnly(year + 1, 4, 1))
            yield return new("已过 4 月 1 日（督察工作规定第二十四条）", "It is after 1 April");
    }
}
