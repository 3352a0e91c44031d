namespace Ledger.Api.Tests.Entries;

public sealed class LogEntryTests(LedgerFixture ledger)
{
    [Fact]
    public async Task an_entry_logged_is_counted_in_the_very_next_read()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "legal-service", LedgerVerbs.Service(service: "contract-review"));
        var figure = await ledger.FigureAsync(unit, 2023, "legal-service");
        Assert.Equal(1, figure.Decimal("value"));
        Assert.Equal("counted", figure.Text("state"));
        Assert.Equal(1, figure.GetProperty("breakdown").GetProperty("service").Decimal("contract-review"));
    }

    [Fact]
    public async Task an_entry_is_answered_with_its_address_kind_and_version()
    {
        var unit = await ledger.NewUnitAsync();
        var answer = (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service())).Is(201);
        Assert.Equal($"/api/units/{unit}/entries/{answer["id"].GetGuid()}", answer.Location);
        Assert.Equal(("legal-service", 1), (answer["kind"].GetString(), answer["version"].GetInt32()));
        var entry = (await ledger.GetAsync(answer.Location!)).Is(200);
        Assert.Equal(answer["id"].GetGuid(), entry["id"].GetGuid());
        Assert.Equal("法律顾问A律师", entry["activity"].Text("adviser"));
    }

    [Fact]
    public async Task an_entry_without_a_title_gets_one_from_its_kind_and_first_code()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "court-observation" });
        Assert.Equal("学法活动（旁听庭审）", (await ledger.EntryAsync(unit, id)).GetProperty("activity").Text("title"));
    }

    [Fact]
    public async Task everything_that_was_said_is_given_back_as_it_was_said()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "law-outreach", """
            {"occurredOn":"2023-05-04","endedOn":"2023-05-06","title":"民法典进乡村","summary":"第一行\n第二行 𠮷","role":"co-host","place":"“李庄”村委会",
             "participants":[{"group":"public","headcount":120}],"laws":["民法典"],"openness":"public","documentNo":"沈招〔2023〕3号",
             "scene":"village","via":"village-team","places":["李庄","张庄"],"audience":{"value":300,"precision":"at-least"},"leaflets":500,"boards":0}
            """);
        var activity = (await ledger.EntryAsync(unit, id)).GetProperty("activity");
        Assert.Equal("law-outreach", activity.Text("kind"));
        Assert.Equal("第一行\n第二行 𠮷", activity.Text("summary"));
        Assert.Equal("2023-05-06", activity.Text("endedOn"));
        Assert.Equal(120, activity.GetProperty("participants")[0].Decimal("headcount"));
        Assert.Equal("at-least", activity.GetProperty("audience").Text("precision"));
        Assert.Equal((500, 0), (activity.Decimal("leaflets"), activity.Decimal("boards")));
        Assert.Equal("co-host", activity.Text("role"));
    }

    [Fact]
    public async Task a_kind_of_enforcement_is_for_units_that_enforce()
    {
        var office = await ledger.NewUnitAsync();
        var bureau = await ledger.NewUnitAsync(enforcement: true);
        var inspection = new { occurredOn = "2023-03-01", type = "random", households = 12 };
        (await ledger.PostAsync($"/api/units/{office}/entries/inspection", inspection)).Refuses(422, "enforcement-off");
        await ledger.LogAsync(bureau, "inspection", inspection);
        Assert.Equal(12, await ledger.ValueAsync(bureau, 2023, "inspected-households"));
        var codes = (await ledger.FiguresAsync(office, 2023)).GetProperty("figures").EnumerateArray().Select(f => f.Text("code"));
        Assert.DoesNotContain("inspections", codes);
    }

    [Fact]
    public async Task a_refusal_leaves_no_trace()
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(day: "1999-01-01"))).RefusesField("occurredOn");
        Assert.Equal(0, (await ledger.EntriesAsync(unit)).GetProperty("total").GetInt32());
    }
}
