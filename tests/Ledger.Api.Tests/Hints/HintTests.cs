namespace Ledger.Api.Tests.Hints;

/// <summary>Hints point at entries, are dismissed with a reason, and never stop anything.</summary>
public sealed class HintTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_hint_names_its_entries_and_is_dismissed_with_a_reason()
    {
        var unit = await ledger.NewUnitAsync();
        var (one, other) = (await ledger.LogServiceAsync(unit), await ledger.LogServiceAsync(unit));
        var hint = (await HintsAsync(unit)).GetProperty("hints").EnumerateArray().Single();
        Assert.Equal("alike", hint.Text("kind"));
        Assert.Equal(new[] { one, other }.Order(), hint.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).Order());

        (await DismissAsync(unit, hint.Text("key")!, "")).RefusesField("reason");
        (await DismissAsync(unit, "alike:nothing", "上午下午各一次")).RefusesField("key");
        (await DismissAsync(unit, hint.Text("key")!, "上午下午各一次")).Is(200);
        var after = await HintsAsync(unit);
        Assert.Equal(0, after.GetProperty("open").GetInt32());
        Assert.Equal("上午下午各一次", after.GetProperty("hints")[0].Text("dismissed"));
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
    }

    [Fact]
    public async Task merging_what_it_points_at_ends_it()
    {
        var unit = await ledger.NewUnitAsync();
        var (one, other) = (await ledger.LogServiceAsync(unit), await ledger.LogServiceAsync(unit));
        (await ledger.ReviewAsync(unit, other, "merge", new { version = 1, into = one, reason = "重复登记" })).Is(200);
        Assert.Empty((await HintsAsync(unit)).GetProperty("hints").EnumerateArray());
    }

    [Fact]
    public async Task a_year_without_what_was_usual_is_asked_about()
    {
        var unit = await ledger.NewUnitAsync();
        for (var month = 1; month <= 5; month++)
            await ledger.LogServiceAsync(unit, $"2022-0{month}-10");
        var hint = (await HintsAsync(unit)).GetProperty("hints").EnumerateArray().Single();
        Assert.Equal(("zero-after-some", "legal-service"), (hint.Text("kind"), hint.Text("figure")));
        (await ledger.ConfirmNilAsync(unit, 2023, "legal-service")).Is(200);
        Assert.Empty((await HintsAsync(unit)).GetProperty("hints").EnumerateArray());
    }

    private async Task<System.Text.Json.JsonElement> HintsAsync(string unit) => (await ledger.GetAsync($"/api/units/{unit}/hints/2023")).Is(200).Json;

    private Task<Answer> DismissAsync(string unit, string key, string reason) => ledger.PostAsync($"/api/units/{unit}/hints/2023/dismiss", new { key, reason });
}
