using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>An edition was published (公开).</summary>
/// <param name="On">The day it was.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Reason">Why it is done although something speaks against it.</param>
public sealed record PublishEdition(DateOnly? On, string? Url, string? Reason);

public static class PublishEditionEndpoint
{
    private static readonly Problem NoUrl = new("url", "网址应以 http:// 或 https:// 开头，最多 500 字", "An address begins with http:// or https:// and has at most 500 characters");

    [WolverinePost("/api/units/{unit}/reports/{year}/editions/{number}/publish")]
    public static Task<IResult> Post(string unit, int year, int number, PublishEdition sent, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct) =>
        EditionSteps.TakeAsync(
            new EditionPublished(year, number, sent?.On ?? default, sent?.Url?.Trim() ?? "", sent?.Reason),
            [.. EditionSteps.Day(sent?.On, year, clock), .. IsAddress(sent?.Url?.Trim()) ? [] : (Problem[])[NoUrl]],
            unit, year, http, session, units, ct);

    private static bool IsAddress(string? url) =>
        url is not null && Uri.TryCreate(url, UriKind.Absolute, out var at) && at.Scheme is "http" or "https" && Entries.PlainText.Is(url, 8, 500);
}
