using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Ledger.Domain.Wording;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>What to look at before a report is signed.</summary>
/// <param name="Claims">What the draft says or would say, in its order, with what backs it.</param>
/// <param name="Findings">What should be mended: typed numbers, zeros nobody confirmed.</param>
/// <param name="Wording">Hints on the wording.</param>
public sealed record ReportReview(IReadOnlyList<ClaimView> Claims, IReadOnlyList<Finding> Findings, IReadOnlyList<Finding> Wording);

/// <param name="Place">The heading it stands under.</param>
/// <param name="Text">The sentence, as printed or as it would be.</param>
/// <param name="Backing">How far it is backed.</param>
/// <param name="Figures">Codes of the figures it states.</param>
/// <param name="Unknown">Those of which nobody can say whether they are zero.</param>
public sealed record ClaimView(string Place, string Text, Backing Backing, IReadOnlyList<string> Figures, IReadOnlyList<string> Unknown)
{
    public static ClaimView Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new(claim.Place, claim.Text, claim.Backing, [.. claim.Figures.Select(f => f.Code)], [.. claim.Unknown.Select(f => f.Code)]);
    }
}

/// <summary>The draft of a year, held against the ledger and the rules of wording.</summary>
public static class ReviewReport
{
    [WolverineGet("/api/units/{unit}/reports/{year}/review")]
    public static async Task<IResult> Get(string unit, int year, HttpContext http, KnownUnits units, ReportWriter reports, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is not { } known)
            return Results.Problem(http.UnknownUnit(unit));
        var draft = await reports.DraftAsync(known, year, ct);
        return Results.Ok(new ReportReview(
            [.. draft.Claims.Select(ClaimView.Of)],
            draft.Findings,
            WordingRules.Find(WordedText.Of(draft))));
    }
}
