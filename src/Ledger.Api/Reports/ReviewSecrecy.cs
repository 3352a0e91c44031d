using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>An edition was reviewed for secrecy (保密审查).</summary>
/// <param name="By">Who did, by name.</param>
/// <param name="Outcome">Whether it may be published.</param>
/// <param name="Note">What they found.</param>
/// <param name="Reason">Why it is done although something speaks against it.</param>
public sealed record ReviewSecrecy(string? By, SecrecyOutcome? Outcome, string? Note, string? Reason);

public static class ReviewSecrecyEndpoint
{
    private static readonly Problem NoOutcome = new("outcome", "请写明结论：可以公开，或不予公开", "The outcome is required: may-publish or withheld");

    [WolverinePost("/api/units/{unit}/reports/{year}/editions/{number}/secrecy-review")]
    public static Task<IResult> Post(string unit, int year, int number, ReviewSecrecy review, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        EditionSteps.TakeAsync(
            new EditionSecrecyReviewed(year, number, review?.By?.Trim() ?? "", review?.Outcome ?? default, review?.Note, review?.Reason),
            [.. EditionSteps.Said(review?.By?.Trim(), "by", 2, 20), .. EditionSteps.Said(review?.Note, "note", 0, 500), .. review?.Outcome is null ? [NoOutcome] : (Problem[])[]],
            unit, year, http, session, units, ct);
}
