using Ledger.Api.Units;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>The head signs an edition (签发): from here on a change is another edition, with an approval of its own.</summary>
/// <param name="By">The head's full name, as it is printed.</param>
/// <param name="Note">The opinion.</param>
/// <param name="Reason">Why it is done although something speaks against it.</param>
public sealed record SignEdition(string? By, string? Note, string? Reason);

public static class SignEditionEndpoint
{
    [WolverinePost("/api/units/{unit}/reports/{year}/editions/{number}/sign")]
    public static Task<IResult> Post(string unit, int year, int number, SignEdition sign, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        EditionSteps.TakeAsync(
            new EditionSigned(year, number, sign?.By?.Trim() ?? "", sign?.Note, sign?.Reason),
            [.. EditionSteps.Said(sign?.By?.Trim(), "by", 2, 20), .. EditionSteps.Said(sign?.Note, "note", 0, 500)],
            unit, year, http, session, units, ct);
}
