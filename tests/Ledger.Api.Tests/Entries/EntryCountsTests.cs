using Ledger.Domain.Entries;

namespace Ledger.Api.Tests.Entries;

/// <summary>The totals that PostgreSQL keeps are what counting the cards gives, whatever is logged, corrected, voided, reviewed or rebuilt.</summary>
public sealed class EntryCountsTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Differences = """
        with cards as (
            select tenant_id, occurred_on, kind, status, ledger.entry_is_late(data) as late, count(*)::int as n
            from ledger.mt_doc_entrycard group by 1, 2, 3, 4, 5)
        select count(*)::int from cards c
        full join (select * from ledger.entry_counts where entries <> 0) k using (tenant_id, occurred_on, kind, status, late)
        where c.n is distinct from k.entries
        """;

    private const string DifferencesOfFigures = """
        with cards as (
            select tenant_id, f as figure, occurred_on, count(*)::int as n from ledger.mt_doc_entrycard, jsonb_array_elements_text(data -> 'figures') f group by 1, 2, 3)
        select count(*)::int from cards c
        full join (select * from ledger.figure_entry_counts where entries <> 0) k using (tenant_id, figure, occurred_on)
        where c.n is distinct from k.entries
        """;

    private const string DifferencesOfMonths = """
        with days as (select tenant_id, date_trunc('month', occurred_on::timestamp)::date as month, kind, status, late, sum(entries)::int as n from ledger.entry_counts group by 1, 2, 3, 4, 5 having sum(entries) <> 0)
        select count(*)::int from days d
        full join (select * from ledger.month_entry_counts where entries <> 0) k using (tenant_id, month, kind, status, late)
        where d.n is distinct from k.entries
        """;

    [Fact]
    public async Task they_follow_every_change_and_a_rebuild()
    {
        var unit = await ledger.NewUnitAsync();
        var random = new Random(20240101);
        var standing = new List<(Guid Id, int Version)>();
        for (var i = 0; i < 120; i++)
        {
            if (standing.Count == 0 || random.Next(2) == 0)
            {
                standing.Add((await ledger.LogServiceAsync(unit, $"2023-0{random.Next(1, 4)}-0{random.Next(1, 9)}"), 1));
                continue;
            }

            var at = random.Next(standing.Count);
            var (id, version) = standing[at];
            switch (random.Next(4))
            {
                case 0:
                    (await ledger.VoidAsync(unit, id, version)).Is(200);
                    standing.RemoveAt(at);
                    break;
                case 1:
                    standing[at] = (id, (await ledger.CorrectAsync(unit, id, version, LedgerVerbs.Service($"2023-0{random.Next(4, 9)}-01"))).Is(200)["version"].GetInt32());
                    break;
                default:
                    standing[at] = (id, (await ledger.ReviewAsync(unit, id, "return", new { version, reason = "请核对" })).Is(200)["version"].GetInt32());
                    break;
            }
        }

        foreach (var filter in new[] { "", "year=2023", "kind=legal-service&status=returned", "from=2023-02-01&to=2023-05-01", "from=2023-02-01&to=2023-05-31", "from=2023-02-02&to=2023-03-31", "to=2023-02-28", "year=2023&from=2023-03-01", "status=void" })
        {
            var list = await ledger.EntriesAsync(unit, filter + "&size=500");
            Assert.Equal(list.GetProperty("items").GetArrayLength(), list.GetProperty("total").GetInt32());
        }

        var behind = (await ledger.GetAsync($"/api/units/{unit}/figures/2023/legal-service/entries?size=500")).Is(200).Json;
        Assert.Equal(behind.GetProperty("items").GetArrayLength(), behind.GetProperty("total").GetInt32());
        Assert.Equal(0, await ledger.ScalarAsync<int>(Differences));
        Assert.Equal(0, await ledger.ScalarAsync<int>(DifferencesOfFigures));
        Assert.Equal(0, await ledger.ScalarAsync<int>(DifferencesOfMonths));
        await ledger.RestartAsync();
        using var daemon = await ledger.Store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(nameof(EntryCards), TestContext.Current.CancellationToken);
        Assert.Equal(0, await ledger.ScalarAsync<int>(Differences));
        Assert.Equal(0, await ledger.ScalarAsync<int>(DifferencesOfFigures));
        Assert.Equal(0, await ledger.ScalarAsync<int>(DifferencesOfMonths));
        Assert.NotEqual(0, await ledger.ScalarAsync<int>("select sum(entries)::int from ledger.entry_counts"));
    }
}
