using Ledger.Api.Units;
using Ledger.Documents;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>An edition's document number was registered (发文字号).</summary>
/// <param name="DocumentNumber">E.g. 沈招商〔2024〕3号.</param>
/// <param name="Reason">Why it is done although something speaks against it.</param>
public sealed record NumberEdition(string? DocumentNumber, string? Reason);

public static class NumberEditionEndpoint
{
    private static readonly Problem NoNumber = new("documentNumber", "发文字号应写作 沈招商〔2024〕3号：六角括号，年份四位，序号不补零", "A document number is written 沈招商〔2024〕3号");

    [WolverinePost("/api/units/{unit}/reports/{year}/editions/{number}/number")]
    public static Task<IResult> Post(string unit, int year, int number, NumberEdition sent, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct) =>
        EditionSteps.TakeAsync(
            new EditionNumbered(year, number, sent?.DocumentNumber?.Trim() ?? "", sent?.Reason),
            sent?.DocumentNumber is { } written && DocumentNumber.Parse(written.Trim()) is not null ? [] : [NoNumber],
            unit, year, http, session, units, ct);
}
