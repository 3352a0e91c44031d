using Ledger.Api.Tests.Matters;

namespace Ledger.Api.Tests.Entries;

/// <summary>Before it logs, a form can ask what is wrong and what is already there.</summary>
public sealed class CheckEntryTests(LedgerFixture ledger)
{
    [Fact]
    public async Task what_may_be_the_same_activity_is_named_and_nothing_is_saved()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit, "2023-05-04");
        await ledger.LogServiceAsync(unit, "2023-05-24");
        var alike = Assert.Single((await CheckAsync(unit, LedgerVerbs.Service("2023-05-04")))["alike"].EnumerateArray());
        Assert.Equal(id, alike.GetProperty("id").GetGuid());
        Assert.Equal(2, (await ledger.EntriesAsync(unit)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task a_service_outside_every_engagement_is_asked_about_and_logged_all_the_same()
    {
        var unit = await ledger.NewUnitAsync();
        Assert.Empty((await CheckAsync(unit, LedgerVerbs.Service("2023-05-04")))["warnings"].EnumerateArray());
        (await ledger.PostAsync($"/api/units/{unit}/matters/adviser-engagement", MatterVerbs.Engagement)).Is(201);
        var warning = Assert.Single((await CheckAsync(unit, LedgerVerbs.Service("2023-05-31")))["warnings"].EnumerateArray());
        Assert.Equal(("outside-engagement", "outsideReason"), (warning.Text("code"), warning.Text("field")));
        Assert.Empty((await CheckAsync(unit, LedgerVerbs.Service("2023-06-01")))["warnings"].EnumerateArray());
        Assert.Empty((await CheckAsync(unit, LedgerVerbs.Service("2024-05-31")))["warnings"].EnumerateArray());
        Assert.Single((await CheckAsync(unit, LedgerVerbs.Service("2024-06-01")))["warnings"].EnumerateArray());
        var told = new { occurredOn = "2023-05-31", service = "consultation", adviser = "法律顾问A律师", outsideReason = "新合同尚未生效，临时咨询" };
        Assert.Empty((await CheckAsync(unit, told))["warnings"].EnumerateArray());
        await ledger.LogAsync(unit, "legal-service", told);
        await ledger.LogServiceAsync(unit, "2023-05-04");
    }

    [Fact]
    public async Task what_was_made_void_is_no_duplicate()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.VoidAsync(unit, await ledger.LogServiceAsync(unit, "2023-05-04"), 1)).Is(200);
        Assert.Empty((await CheckAsync(unit, LedgerVerbs.Service("2023-05-04")))["alike"].EnumerateArray());
    }

    [Fact]
    public async Task what_another_unit_logged_is_not_told()
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        await ledger.LogServiceAsync(one, "2023-05-04");
        Assert.Empty((await CheckAsync(other, LedgerVerbs.Service("2023-05-04")))["alike"].EnumerateArray());
    }

    [Fact]
    public async Task what_is_wrong_is_said_as_logging_says_it()
    {
        var unit = await ledger.NewUnitAsync();
        var answer = await ledger.PostAsync($"/api/units/{unit}/entries/legal-service/check", LedgerVerbs.Service("1999-01-01"));
        answer.RefusesField("occurredOn");
    }

    private async Task<Answer> CheckAsync(string unit, object activity) =>
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service/check", activity)).Is(200);
}
