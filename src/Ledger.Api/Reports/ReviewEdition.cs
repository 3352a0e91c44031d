using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>The office reviewed an edition (核稿).</summary>
/// <param name="By">Who did, by name.</param>
/// <param name="Note">What they found.</param>
/// <param name="Reason">Why it is done although something speaks against it.</param>
public sealed record ReviewEdition(string? By, string? Note, string? Reason);

public static class ReviewEditionEndpoint
{
    [WolverinePost("/api/units/{unit}/reports/{year}/editions/{number}/office-review")]
    public static Task<IResult> Post(string unit, int year, int number, ReviewEdition review, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        EditionSteps.TakeAsync(
            new EditionOfficeReviewed(year, number, review?.By?.Trim() ?? "", review?.Note, review?.Reason),
            [.. EditionSteps.Said(review?.By?.Trim(), "by", 2, 20), .. EditionSteps.Said(review?.Note, "note", 0, 500)],
            unit, year, http, session, units, ct);
}
