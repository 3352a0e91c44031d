using Ledger.Api.Entries;
using Ledger.Api.Setup;
using Ledger.Api.Units;
using Ledger.Domain;
using Ledger.Domain.SelfInspections;
using Marten;
using Wolverine.Http;

namespace Ledger.Api.SelfInspections;

/// <summary>What was found of a sampled entry outside the ledger.</summary>
public sealed record CheckSample(Guid? Entry, CheckResult? Result, string? EvidenceSeen, string? Remark, string? CheckedBy);

public static class CheckSampleEndpoint
{
    [WolverinePost("/api/units/{unit}/inspections/{year}/{number}/results")]
    public static async Task<IResult> Post(string unit, int year, int number, CheckSample check, HttpContext http, IDocumentSession session, KnownUnits units, CancellationToken ct)
    {
        if (await units.FindAsync(unit, ct) is null)
            return Results.Problem(http.UnknownUnit(unit));
        var stream = await session.Events.FetchForWriting<SelfInspection>(SelfInspection.StreamOf(unit, year, number), ct);
        if (stream.Aggregate is not { Drawn: { } drawn })
            return Results.Problem(GetInspections.Unknown(http, year, number));
        var problems = Check(check, drawn).ToList();
        if (problems.Count > 0)
            return Results.Problem(http.Invalid(problems));
        var result = new SampleChecked(check.Entry!.Value, check.Result!.Value, check.EvidenceSeen, check.Remark, check.CheckedBy!);
        stream.AppendOne(result);
        await session.SaveChangesAsync(ct);
        return Results.Ok(result);
    }

    private static IEnumerable<Problem> Check(CheckSample? check, SampleDrawn drawn)
    {
        if (check?.Entry is not { } entry || !drawn.Entries.Contains(entry))
            yield return new("entry", "这条登记不在样本中", "The entry is not in the sample");
        if (check?.Result is null)
            yield return new("result", "请选择核查结果", "What was found is required");
        if (check?.EvidenceSeen is { Length: > 0 } seen && !PlainText.Is(seen, 1, 200))
            yield return new("evidenceSeen", "所见材料最多 200 字", "At most 200 characters");
        if (check?.Remark is { Length: > 0 } remark && !PlainText.Is(remark, 1, 500))
            yield return new("remark", "说明最多 500 字", "At most 500 characters");
        if (check is { Result: CheckResult.Differs or CheckResult.NotFound, Remark: null or "" })
            yield return new("remark", "有出入或查无此事的，请写明情况", "Say what is different or missing");
        if (!PlainText.Is(check?.CheckedBy, 2, 60))
            yield return new("checkedBy", "请写明核查人（2 至 60 字）", "Who checked it is required (2 to 60 characters)");
    }
}
