using Ledger.Domain.Kinds;
using Ledger.Domain.Matters;

namespace Ledger.Domain.Reports;

/// <summary>What speaks against a step.</summary>
/// <param name="Code">What it is called by.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Source">The article or practice behind it.</param>
/// <param name="Message">In Chinese.</param>
/// <param name="EnglishMessage">In English.</param>
public sealed record Warning(string Code, Severity Severity, string Source, string Message, string EnglishMessage);

/// <summary>
/// What to think of before an edition takes a step. None of it makes the step impossible, as it may have happened already;
/// but then it takes a reason.
/// </summary>
public static class EditionGuards
{
    private const string Documents = "公文处理工作条例", Disclosure = "信息公开条例第17条", Supervision = "督察工作规定第24条", Practice = "办理程序";

    private static readonly Warning NotSigned = new("not-signed", Severity.High, $"{Documents}第22条", "还没有签发", "It was not signed");

    private static readonly Warning NotSecrecyReviewed = new("no-secrecy-review", Severity.High, Disclosure, "还没有保密审查", "It was not reviewed for secrecy");

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
            yield return new("again", Severity.Low, Practice, $"这一版{Codes.LabelOf(stage)}过", "This edition has taken this step before");
        if (report.Editions > edition.Number)
            yield return new("newer-edition", Severity.Medium, Practice, $"已有第 {report.Editions} 版", $"There is edition {report.Editions} already");
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
            yield return new("no-office-review", Severity.High, $"{Documents}第20条", "还没有核稿", "The office has not reviewed it");
        if (!life.Has(EditionStage.SecrecyReviewed))
            yield return NotSecrecyReviewed;
        if (edition.Model.Findings.Count is > 0 and var findings)
            yield return new("findings", Severity.Medium, Practice, $"定稿时还有 {findings} 条待核事项", $"It was frozen with {findings} finding(s)");
    }

    private static IEnumerable<Warning> BeforeNumbering(EditionLife life, Report report, EditionNumbered step)
    {
        if (!life.Has(EditionStage.Signed))
            yield return NotSigned;
        if (report.Lives.Values.FirstOrDefault(l => l.Number != life.Number && l.Last<EditionNumbered>()?.DocumentNumber == step.DocumentNumber) is { } other)
            yield return new("number-taken", Severity.Medium, $"{Documents}第25条", $"第 {other.Number} 版已用此发文字号", $"Edition {other.Number} has this number");
    }

    /// <summary>Rule R-RPT-1: to party committee and government before 1 March.</summary>
    private static IEnumerable<Warning> BeforeSubmitting(EditionLife life, int year, DateOnly on)
    {
        if (!life.Has(EditionStage.Signed))
            yield return NotSigned;
        if (!life.Has(EditionStage.Numbered))
            yield return new("no-number", Severity.High, $"{Documents}第25条", "还没有编发文字号", "It has no document number");
        if (on >= new DateOnly(year + 1, 3, 1))
            yield return new("late-submission", Severity.High, Supervision, "已过 3 月 1 日", "It is after 1 March");
    }

    /// <summary>Rules R-RPT-2 and R-RPT-4: before 1 April, and never what is secret.</summary>
    private static IEnumerable<Warning> BeforePublishing(EditionLife life, int year, DateOnly on)
    {
        if (life.Last<EditionSecrecyReviewed>() is not { } review)
            yield return NotSecrecyReviewed;
        else if (review.Outcome == SecrecyOutcome.Withheld)
            yield return new("withheld", Severity.High, Disclosure, "保密审查结论为不予公开", "The secrecy review says that it is not to be published");
        if (!life.Has(EditionStage.Signed))
            yield return NotSigned;
        if (on >= new DateOnly(year + 1, 4, 1))
            yield return new("late-publication", Severity.High, Supervision, "已过 4 月 1 日", "It is after 1 April");
    }
}
