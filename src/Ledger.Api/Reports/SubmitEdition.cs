using Ledger.Api.Entries;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.Reports;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.Reports;

/// <summary>An edition was sent to its addressees (报送).</summary>
/// <param name="On">The day it was sent.</param>
/// <param name="To">主送: party committee and government.</param>
/// <param name="Cc">抄送: the rule-of-law office.</param>
/// <param name="Receipt">What they gave back, e.g. the receipt's number.</param>
/// <param name="Reason">Why it is done although something speaks against it.</param>
public sealed record SubmitEdition(DateOnly? On, IReadOnlyList<string?>? To, IReadOnlyList<string?>? Cc, string? Receipt, string? Reason);

public static class SubmitEditionEndpoint
{
    private const int Most = 20;

    [WolverinePost("/api/units/{unit}/reports/{year}/editions/{number}/submit")]
    public static Task<IResult> Post(string unit, int year, int number, SubmitEdition sent, HttpContext http, IDocumentSession session, KnownUnits units, TimeProvider clock, CancellationToken ct)
    {
        var (to, cc) = (Named(sent?.To), Named(sent?.Cc));
        return EditionSteps.TakeAsync(
            new EditionSubmitted(year, number, sent?.On ?? default, to, cc.Count == 0 ? null : cc, sent?.Receipt, sent?.Reason),
            [.. EditionSteps.Day(sent?.On, year, clock), .. Check(to, "to", 1), .. Check(cc, "cc", 0), .. EditionSteps.Said(sent?.Receipt, "receipt", 0, 100)],
            unit, year, http, session, units, ct);
    }

    private static List<string> Named(IReadOnlyList<string?>? names) => [.. (names ?? []).Select(n => n?.Trim() ?? "")];

    private static IEnumerable<Problem> Check(List<string> names, string path, int atLeast)
    {
        if (names.Count < atLeast || names.Count > Most)
            yield return new(path, $"应有 {atLeast} 到 {Most} 个机关", $"{atLeast} to {Most} names");
        for (var i = 0; i < names.Count; i++)
        {
            if (!PlainText.Is(names[i], 2, 60))
                yield return new($"{path}[{i}]", "机关名称应为 2 到 60 字", "A name has 2 to 60 characters");
        }
    }
}
