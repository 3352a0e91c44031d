using Ledger.Api.Commands;
using Ledger.Domain.Figures;

namespace Ledger.Api.Tests.Commands;

/// <summary>The sample county, planted beside a running service.</summary>
public sealed class CountySampleTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_county_is_planted_once_with_the_editions_its_units_filed_and_every_evaluator_agrees()
    {
        using var said = new StringWriter();
        Assert.Equal(0, await CountySample.PlantAsync(ledger.Store, ledger.Database, said, Ct));
        Assert.Contains("30 版定稿", said.ToString(), StringComparison.Ordinal);
        var events = await ledger.ScalarAsync<long>("select count(*) from ledger.mt_events");

        Assert.Equal(0, await CountySample.PlantAsync(ledger.Store, ledger.Database, said, Ct));
        Assert.Contains("已有", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(events, await ledger.ScalarAsync<long>("select count(*) from ledger.mt_events"));
        Assert.Empty((await Verification.RunAsync(ledger.Store, ledger.Database, null, null, null, Ct)).Differences);

        var county = (await ledger.GetAsync($"/api/counties/{CountyYears.County}/coverage/{CountyYears.Last}")).Is(200).Json;
        Assert.Equal(CountyYears.Units.Count, county.GetProperty("units").GetArrayLength());
        var standings = county.GetProperty("units").EnumerateArray().Select(u => u.GetProperty("report").Text("standing")!).CountBy(s => s).ToDictionary();
        Assert.Equal((8, 2, 2), (standings["done"], standings["unpublished"], standings["overdue"]));
    }
}
