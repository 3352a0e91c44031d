using Ledger.Api.Access;
using Ledger.Domain.Figures;

namespace Ledger.Api.Tests.Counties;

/// <summary>A county of a test's own, and what its units do together.</summary>
internal static class CountyVerbs
{
    private static int _counties;

    /// <summary>A county and so many units of it, in the order of their codes.</summary>
    public static async Task<(string County, IReadOnlyList<string> Units)> NewCountyAsync(this LedgerService ledger, int units)
    {
        var county = $"county{Interlocked.Increment(ref _counties)}";
        (await ledger.PostAsync("/api/counties", new { code = county, name = $"测试县{county}" })).Is(201);
        var codes = new List<string>();
        for (var i = 0; i < units; i++)
        {
            var code = $"{county}-u{i}";
            (await ledger.PostAsync("/api/units", new { code, name = $"单位{code}", county, kind = "department" })).Is(201);
            codes.Add(code);
        }

        return (county, codes);
    }

    public static object Joint(IEnumerable<(string Unit, string Role)> units, string day = "2023-05-10", int audience = 120) =>
        new { occurredOn = day, title = "联合普法进广场", scene = "public-place", audience, jointUnits = units.Select(u => new { unit = u.Unit, role = u.Role }) };

    public static Task<Answer> AnswerJointAsync(this LedgerService ledger, string unit, Guid id, string verb, string reason = "本单位没有派人") =>
        ledger.PostAsync($"/api/units/{unit}/joint/{id}/{verb}", new { reason });

    public static async Task<decimal?> CountyValueAsync(this LedgerService ledger, string county, int year, string code) =>
        (await ledger.GetAsync($"/api/counties/{county}/figures/{year}")).Is(200)["figures"].EnumerateArray()
            .Single(f => f.GetProperty("figure").Text("code") == code).GetProperty("figure").Decimal("value");

    /// <summary>All three evaluators find the same in every unit.</summary>
    public static async Task AgreeAsync(this LedgerFixture ledger, IEnumerable<string> units)
    {
        foreach (var unit in units)
        {
            var verified = await Verification.RunAsync(ledger.Store, ledger.Database, unit, null, null, TestContext.Current.CancellationToken);
            Assert.True(verified.Agrees, string.Join('\n', verified.Differences.Select(d => $"{d.Unit} {d.Year} {d.Cell}: {d.Projection} {d.Sql} {d.Offline}")));
            Assert.True(verified.Cells > 0, $"{unit} has nothing to compare");
        }
    }

    public static Task<string> CountyReaderAsync(this LedgerFixture ledger, string county) =>
        Everybody.TokenAsync(ledger.Store, new Grant(Role.CountyReader, county));
}
