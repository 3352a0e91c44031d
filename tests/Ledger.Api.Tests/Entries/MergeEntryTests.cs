using Ledger.Api.Tests.Counties;

namespace Ledger.Api.Tests.Entries;

/// <summary>Of two entries of one activity both are kept and one counts.</summary>
public sealed class MergeEntryTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_merged_duplicate_is_kept_and_counts_no_more_until_it_is_parted()
    {
        var unit = await ledger.NewUnitAsync();
        var (kept, duplicate) = (await ledger.LogServiceAsync(unit), await ledger.LogServiceAsync(unit));
        (await MergeAsync(unit, duplicate, kept)).Is(200);
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
        var entry = await ledger.EntryAsync(unit, duplicate);
        Assert.Equal(("merged", kept), (entry.Text("status"), entry.GetProperty("mergedInto").GetGuid()));
        Assert.Empty(entry.GetProperty("figures").EnumerateArray());
        Assert.Equal([kept], (await ledger.GetAsync($"/api/units/{unit}/figures/2023/legal-service/entries")).Is(200).Json.Ids());
        await ledger.AgreeAsync([unit]);

        (await ledger.CorrectAsync(unit, duplicate, 2, LedgerVerbs.Service())).Refuses(409, "entry-merged");
        (await ledger.VoidAsync(unit, kept, 1)).Refuses(409, "entry-kept");

        (await ledger.ReviewAsync(unit, duplicate, "part", new { version = 2, reason = "上午下午各一次" })).Is(200);
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
        (await ledger.VoidAsync(unit, kept, 1)).Is(200);
        await ledger.AgreeAsync([unit]);
    }

    [Fact]
    public async Task what_is_no_duplicate_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        var (one, other, gone) = (await ledger.LogServiceAsync(unit), await ledger.LogServiceAsync(unit), await ledger.LogServiceAsync(unit));
        var meeting = await ledger.LogAsync(unit, "rule-of-law-meeting", new { occurredOn = "2023-03-01", level = "office" });
        (await ledger.VoidAsync(unit, gone, 1)).Is(200);
        (await MergeAsync(unit, one, one)).RefusesField("into");
        (await MergeAsync(unit, one, meeting)).RefusesField("into");
        (await MergeAsync(unit, one, gone)).RefusesField("into");
        (await MergeAsync(unit, one, Guid.CreateVersion7())).RefusesField("into");
        (await ledger.ReviewAsync(unit, one, "merge", new { version = 7, into = other, reason = "重复登记" })).Refuses(409, "stale-version");
        (await ledger.ReviewAsync(unit, one, "part", new { version = 1, reason = "没有合并过" })).Refuses(409, "not-merged");
        // Never in a ring: what others are merged into stays.
        (await MergeAsync(unit, one, other)).Is(200);
        (await MergeAsync(unit, other, one)).RefusesField("into");
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task a_units_own_entry_is_merged_into_the_joint_one_that_another_logged()
    {
        var (_, units) = await ledger.NewCountyAsync(2);
        var own = await ledger.LogAsync(units[1], "law-outreach", CountyVerbs.Joint([]));
        var joint = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        Assert.Equal(2, await ledger.ValueAsync(units[1], 2023, "law-outreach"));
        (await MergeAsync(units[1], own, joint)).Is(200);
        Assert.Equal(1, await ledger.ValueAsync(units[1], 2023, "law-outreach"));
        await ledger.AgreeAsync(units);
    }

    private Task<Answer> MergeAsync(string unit, Guid id, Guid into) => ledger.ReviewAsync(unit, id, "merge", new { version = 1, into, reason = "重复登记" });
}
