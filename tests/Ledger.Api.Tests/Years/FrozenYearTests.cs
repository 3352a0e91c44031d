namespace Ledger.Api.Tests.Years;

/// <summary>In a frozen year every change needs its reason; a late entry says so.</summary>
public sealed class FrozenYearTests(LedgerFixture ledger)
{
    private static readonly object Late = new { occurredOn = "2023-03-01", service = "consultation", adviser = "某律师", lateReason = "原始单据迟交" };

    [Fact]
    public async Task an_edition_is_answered_with_its_number_and_address()
    {
        var unit = await FrozenAsync();
        var second = (await ledger.FreezeAsync(unit, 2023)).Is(201);
        Assert.Equal($"/api/units/{unit}/reports/2023?edition=2", second.Location);
        Assert.Equal(2, second["number"].GetInt32());
        Assert.Equal(2, (await ledger.GetAsync($"/api/units/{unit}/reports/2023/editions")).Is(200).Json.GetArrayLength());
        Assert.Equal(2, (await ledger.GetAsync($"/api/units/{unit}/years/2023")).Is(200)["editions"].GetInt32());
        Assert.Equal(1, (await ledger.GetAsync($"/api/units/{unit}/reports/2023?edition=1")).Is(200)["edition"].GetInt32());
        (await ledger.GetAsync($"/api/units/{unit}/reports/2023?edition=3")).Refuses(404, "unknown-edition");
    }

    [Fact]
    public async Task an_entry_of_a_frozen_year_needs_a_reason()
    {
        var unit = await FrozenAsync();
        var answer = (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).RefusesField("lateReason");
        Assert.Contains("2023 年已冻结，补录须填写补录原因", answer.Errors[0].Message, StringComparison.Ordinal);
        answer = await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(), language: "en");
        Assert.Contains("The year 2023 is frozen", answer.RefusesField("lateReason").Errors[0].Message, StringComparison.Ordinal);
        await ledger.LogAsync(unit, "legal-service", Late);
        await ledger.LogServiceAsync(unit, "2022-12-31");
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task a_correction_that_moves_an_entry_into_a_frozen_year_needs_a_reason()
    {
        var unit = await FrozenAsync();
        var id = await ledger.LogServiceAsync(unit, "2022-12-31");
        (await ledger.CorrectAsync(unit, id, 1, LedgerVerbs.Service())).RefusesField("activity.lateReason");
        (await ledger.CorrectAsync(unit, id, 1, Late)).Is(200);
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task a_year_opened_again_takes_entries_as_before()
    {
        var unit = await FrozenAsync();
        (await ledger.PostAsync($"/api/units/{unit}/years/2023/reopen", new { reason = "审计要求补正" })).Is(200);
        Assert.False((await ledger.GetAsync($"/api/units/{unit}/years/2023")).Is(200)["frozen"].GetBoolean());
        await ledger.LogServiceAsync(unit);
        (await ledger.PostAsync($"/api/units/{unit}/years/2023/reopen", new { reason = "审计要求补正" })).Refuses(409, "not-frozen");
    }

    [Fact]
    public async Task editions_frozen_at_once_are_numbered_one_after_the_other()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        var editions = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ledger.FreezeAsync(unit, 2023)));
        Assert.Equal([1, 2, 3, 4], editions.Select(e => e.Is(201)["number"].GetInt32()).Order());
    }

    [Fact]
    public async Task a_year_that_has_not_begun_cannot_be_frozen()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.FreezeAsync(unit, 2099)).RefusesField("year");
        (await ledger.FreezeAsync(unit, 1999)).RefusesField("year");
    }

    private async Task<string> FrozenAsync()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        return unit;
    }
}
