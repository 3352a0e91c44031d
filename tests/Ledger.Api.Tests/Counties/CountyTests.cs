using System.Net.Http.Headers;
using Ledger.Api.Access;
using Ledger.Api.Tests.Tables;

namespace Ledger.Api.Tests.Counties;

/// <summary>A county's figures, and who may read them.</summary>
public sealed class CountyTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_county_reader_reads_that_county_and_its_units_figures_alone()
    {
        var (county, units) = await ledger.NewCountyAsync(1);
        var (other, others) = await ledger.NewCountyAsync(1);
        var bearer = await ledger.CountyReaderAsync(county);
        (await AsAsync(bearer, $"/api/counties/{county}/figures/2023")).Is(200);
        (await AsAsync(bearer, $"/api/units/{units[0]}/figures/2023")).Is(200);
        (await AsAsync(bearer, $"/api/units/{units[0]}/entries")).Refuses(403, "role");
        (await AsAsync(bearer, $"/api/counties/{other}/figures/2023")).Refuses(404, "unknown-unit");
        (await AsAsync(bearer, $"/api/units/{others[0]}/figures/2023")).Refuses(404, "unknown-unit");
        Assert.Equal([units[0]], (await AsAsync(bearer, "/api/units")).Is(200).Json.EnumerateArray().Select(u => u.Text("code")));
        Assert.Equal([county], (await AsAsync(bearer, "/api/counties")).Is(200).Json.EnumerateArray().Select(c => c.Text("code")));
        var head = await Everybody.TokenAsync(ledger.Store, new Grant(Role.Head, units[0]));
        (await AsAsync(head, $"/api/counties/{county}/figures/2023")).Is(404);
    }

    [Fact]
    public async Task the_workbook_has_each_units_figures_beside_the_countys()
    {
        var (county, units) = await ledger.NewCountyAsync(2);
        await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        var file = await ledger.FileAsync($"/api/counties/{county}/figures/2023.xlsx");
        var row = TableText.Xlsx(file).Single(r => r[0] == "law-outreach");
        Assert.Equal(["1", "2", "1", "1", "1"], [row[4], row[6], row[7], row[9], row[10]]);
        Assert.Contains(TableText.Xlsx(file, 1), r => r[0] == units[1]);
    }

    [Fact]
    public async Task a_unit_that_is_there_is_placed_once_and_what_is_unknown_is_refused()
    {
        var (county, _) = await ledger.NewCountyAsync(0);
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/county", new { county = "nowhere", kind = "department" })).RefusesField("county");
        (await ledger.PostAsync($"/api/units/{unit}/county", new { county, kind = "department" })).Is(200);
        Assert.Equal(1, await ledger.CountyValueAsync(county, 2023, "legal-service"));
        (await ledger.PostAsync($"/api/units/{unit}/county", new { county, kind = "department" })).Refuses(409, "unit-placed");
        (await ledger.PostAsync("/api/counties", new { code = unit, name = "重名县" })).Refuses(409, "unit-exists");
        (await ledger.GetAsync("/api/counties/nowhere/figures/2023")).Refuses(404, "unknown-county");
    }

    private async Task<Answer> AsAsync(string bearer, string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var client = ledger.Host.Server.CreateClient();
        return await Answer.OfAsync(await client.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
