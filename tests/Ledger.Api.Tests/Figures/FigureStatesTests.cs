namespace Ledger.Api.Tests.Figures;

/// <summary>What a figure says beside its number: whether it is a zero, how exact it is, where it splits.</summary>
public sealed class FigureStatesTests(LedgerFixture ledger)
{
    [Fact]
    public async Task zero_confirmed_zero_and_never_entered_are_three_things()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "law-outreach", new { occurredOn = "2023-03-01", scene = "village", leaflets = 0 });
        (await ledger.ConfirmNilAsync(unit, 2023, "litigations")).Is(200);
        Assert.Equal(("zero", 0m, 1m), await StateAsync(unit, "law-outreach-leaflets"));
        Assert.Equal(("nil-confirmed", 0m, 0m), await StateAsync(unit, "litigations"));
        Assert.Equal(("never-entered", 0m, 0m), await StateAsync(unit, "reconsiderations"));
        Assert.Equal(("never-entered", 0m, 0m), await StateAsync(unit, "law-outreach-audience"));
        Assert.Equal("never-entered", (await ledger.FigureAsync(unit, 2022, "litigations")).Text("state"));
    }

    [Fact]
    public async Task a_confirmed_zero_gives_way_to_an_entry_and_can_be_taken_back()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.ConfirmNilAsync(unit, 2023, "legal-service")).Is(200);
        var id = await ledger.LogServiceAsync(unit);
        Assert.Equal(("counted", 1m, 1m), await StateAsync(unit, "legal-service"));
        (await ledger.VoidAsync(unit, id, 1)).Is(200);
        Assert.Equal("nil-confirmed", (await StateAsync(unit, "legal-service")).State);
        (await ledger.ConfirmNilAsync(unit, 2023, "legal-service", withdraw: true)).Is(200);
        Assert.Equal("never-entered", (await StateAsync(unit, "legal-service")).State);
    }

    [Fact]
    public async Task the_first_thing_to_happen_to_a_year_may_be_anything()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.ConfirmNilAsync(unit, 2021, "litigations", withdraw: true)).Is(200);
        (await ledger.ConfirmNilAsync(unit, 2021, "litigations")).Is(200);
        Assert.Equal("nil-confirmed", (await ledger.FigureAsync(unit, 2021, "litigations")).Text("state"));
        (await ledger.FreezeAsync(unit, 2021)).Is(201);
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service("2021-05-05"))).RefusesField("lateReason");
    }

    [Fact]
    public async Task confirmations_at_once_are_all_kept()
    {
        var unit = await ledger.NewUnitAsync();
        string[] codes = ["litigations", "reconsiderations", "mediations", "honours", "petitions", "meetings"];
        var answers = await Task.WhenAll(codes.Select(c => ledger.ConfirmNilAsync(unit, 2023, c)));
        Assert.All(answers, a => a.Is(200));
        foreach (var code in codes)
            Assert.Equal("nil-confirmed", (await StateAsync(unit, code)).State);
    }

    [Theory]
    [InlineData(2023, """{"figure":"banquets","confirmedBy":"审核员乙","reason":"没有"}""", "figure")]
    [InlineData(2023, """{"confirmedBy":"审核员乙","reason":"没有"}""", "figure")]
    [InlineData(2023, """{"figure":"litigations","reason":"没有"}""", "confirmedBy")]
    [InlineData(2023, """{"figure":"litigations","confirmedBy":"审核员乙"}""", "reason")]
    [InlineData(2023, """{"figure":"litigations","confirmedBy":"审核员乙","reason":"\u0000\u0000"}""", "reason")]
    [InlineData(1999, """{"figure":"litigations","confirmedBy":"审核员乙","reason":"没有"}""", "year")]
    public async Task a_confirmation_names_figure_person_and_reason(int year, string body, string path)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"/api/units/{unit}/years/{year}/nil", body)).RefusesField(path);
    }

    [Fact]
    public async Task a_sum_with_a_rough_part_is_rough_until_the_part_is_gone()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "law-outreach", new { occurredOn = "2023-03-01", scene = "village", audience = 120, leaflets = 10 });
        var rough = await ledger.LogAsync(unit, "law-outreach", """{"occurredOn":"2023-03-02","scene":"village","audience":{"value":300,"precision":"approximate"},"leaflets":{"value":20,"precision":"exact"}}""");
        var audience = await ledger.FigureAsync(unit, 2023, "law-outreach-audience");
        Assert.Equal((420m, true), (audience.Decimal("value"), audience.GetProperty("approximate").GetBoolean()));
        var leaflets = await ledger.FigureAsync(unit, 2023, "law-outreach-leaflets");
        Assert.Equal((30m, false), (leaflets.Decimal("value"), leaflets.GetProperty("approximate").GetBoolean()));
        (await ledger.VoidAsync(unit, rough, 1)).Is(200);
        Assert.False((await ledger.FigureAsync(unit, 2023, "law-outreach-audience")).GetProperty("approximate").GetBoolean());
    }

    [Fact]
    public async Task participation_stands_in_the_split_by_role_and_not_in_the_value()
    {
        var unit = await ledger.NewUnitAsync();
        foreach (var (role, audience) in new[] { ("host", 100), ("co-host", 10), ("participant", 1), ("participant", 2) })
            await ledger.LogAsync(unit, "law-outreach", new { occurredOn = "2023-03-01", scene = "village", role, audience, places = new[] { role } });
        var sessions = await ledger.FigureAsync(unit, 2023, "law-outreach");
        Assert.Equal((2m, 2m), (sessions.Decimal("value"), sessions.GetProperty("breakdown").GetProperty("role").Decimal("participant")));
        Assert.Equal(2, sessions.GetProperty("breakdown").GetProperty("scene").Decimal("village"));
        var reached = await ledger.FigureAsync(unit, 2023, "law-outreach-audience");
        Assert.Equal((110m, 3m), (reached.Decimal("value"), reached.GetProperty("breakdown").GetProperty("role").Decimal("participant")));
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "law-outreach-places"));
    }

    private async Task<(string? State, decimal? Value, decimal? Entries)> StateAsync(string unit, string code)
    {
        var figure = await ledger.FigureAsync(unit, 2023, code);
        return (figure.Text("state"), figure.Decimal("value"), figure.Decimal("entries"));
    }
}
