using Ledger.Api.Access;
using Npgsql;

namespace Ledger.Api.Tests.Counties;

/// <summary>A joint activity is logged once, counts once for each unit that carried it and once for the county.</summary>
public sealed class JointActivityTests(LedgerFixture ledger)
{
    [Fact]
    public async Task one_event_counts_in_every_book_and_once_in_the_county()
    {
        var (county, units) = await ledger.NewCountyAsync(4);
        var id = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host"), (units[2], "participant")]));

        Assert.Equal([1, 1, 0, 0], await ValuesAsync(units, "law-outreach"));
        Assert.Equal([120, 120, 0, 0], await ValuesAsync(units, "law-outreach-audience"));
        Assert.Equal(1, (await ledger.FigureAsync(units[2], 2023, "law-outreach")).GetProperty("breakdown").GetProperty("role").GetProperty("participant").GetDecimal());
        Assert.Equal(1, await ledger.CountyValueAsync(county, 2023, "law-outreach"));
        Assert.Equal(120, await ledger.CountyValueAsync(county, 2023, "law-outreach-audience"));
        Assert.Equal(1, (await ledger.EntryAsync(units[0], id)).GetProperty("history").GetArrayLength());
        await ledger.AgreeAsync(units.Take(3));
    }

    [Fact]
    public async Task each_unit_finds_it_in_its_list_and_behind_its_figures()
    {
        var (_, units) = await ledger.NewCountyAsync(3);
        var id = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));

        var mine = (await ledger.EntriesAsync(units[1], "year=2023")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((id, units[0]), (mine.GetProperty("id").GetGuid(), mine.Text("host")));
        Assert.Equal([id], (await ledger.GetAsync($"/api/units/{units[1]}/figures/2023/law-outreach/entries")).Is(200).Json.Ids());
        Assert.Equal(units[0], (await ledger.EntryAsync(units[1], id)).Text("host"));
        (await ledger.GetAsync($"/api/units/{units[2]}/entries/{id}")).Refuses(404, "unknown-entry");
        Assert.Equal(0, (await ledger.EntriesAsync(units[2])).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task only_the_host_changes_it_and_what_it_changes_holds_everywhere()
    {
        var (county, units) = await ledger.NewCountyAsync(3);
        var id = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        (await ledger.CorrectAsync(units[1], id, 1, CountyVerbs.Joint([]))).Refuses(404, "unknown-entry");
        (await ledger.VoidAsync(units[1], id, 1)).Refuses(404, "unknown-entry");

        (await ledger.CorrectAsync(units[0], id, 1, CountyVerbs.Joint([(units[2], "co-host")], "2024-01-02", 80))).Is(200);
        Assert.Equal([0, 0, 0], await ValuesAsync(units, "law-outreach-audience"));
        Assert.Equal([80, 0, 80], await ValuesAsync(units, "law-outreach-audience", 2024));
        Assert.Equal(80, await ledger.CountyValueAsync(county, 2024, "law-outreach-audience"));
        Assert.Equal(0, (await ledger.EntriesAsync(units[1])).GetProperty("total").GetInt32());

        (await ledger.VoidAsync(units[0], id, 3)).Is(200);
        Assert.Equal([0, 0, 0], await ValuesAsync(units, "law-outreach-audience", 2024));
        Assert.Equal(0, await ledger.CountyValueAsync(county, 2024, "law-outreach-audience"));
    }

    [Fact]
    public async Task a_named_unit_declines_with_a_reason_and_may_take_that_back()
    {
        var (county, units) = await ledger.NewCountyAsync(3);
        var id = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host"), (units[2], "co-host")]));
        (await ledger.AnswerJointAsync(units[1], id, "decline", "")).RefusesField("reason");
        (await ledger.AnswerJointAsync(units[0], id, "decline")).Refuses(404, "unknown-entry");
        (await ledger.AnswerJointAsync(units[1], id, "accept")).Refuses(409, "joint-answer");

        (await ledger.AnswerJointAsync(units[1], id, "decline")).Is(200);
        (await ledger.AnswerJointAsync(units[1], id, "decline")).Refuses(409, "joint-answer");
        Assert.Equal([1, 0, 1], await ValuesAsync(units, "law-outreach"));
        Assert.Equal(1, await ledger.CountyValueAsync(county, 2023, "law-outreach"));
        Assert.True((await ledger.EntryAsync(units[1], id)).GetProperty("declined").GetBoolean());
        Assert.Contains((await ledger.EntryAsync(units[0], id)).GetProperty("history").EnumerateArray(), s => s.Text("what") == "declined" && s.Text("unit") == units[1]);
        // The host corrects meanwhile, and cannot name again who declined.
        (await ledger.CorrectAsync(units[0], id, 2, CountyVerbs.Joint([(units[1], "co-host")]))).RefusesField("activity.jointUnits[0].unit");
        (await ledger.CorrectAsync(units[0], id, 2, CountyVerbs.Joint([(units[2], "co-host")], audience: 90))).Is(200);

        (await ledger.AnswerJointAsync(units[1], id, "accept", "核实后确有参加")).Is(200);
        Assert.Equal([90, 90, 90], await ValuesAsync(units, "law-outreach-audience"));
        Assert.Equal(90, await ledger.CountyValueAsync(county, 2023, "law-outreach-audience"));
        await ledger.AgreeAsync(units);
    }

    [Fact]
    public async Task the_past_is_as_it_was_known_in_every_book()
    {
        var (county, units) = await ledger.NewCountyAsync(2);
        var id = await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        var then = (await ledger.FiguresAsync(units[1], 2023)).GetProperty("sequence").GetInt64();
        (await ledger.VoidAsync(units[0], id, 1)).Is(200);

        Assert.Equal(0, await ledger.ValueAsync(units[1], 2023, "law-outreach"));
        Assert.Equal(1, await ledger.ValueAsync(units[1], 2023, "law-outreach", $"{then}"));
        Assert.Equal(0, await ledger.ValueAsync(units[1], 2023, "law-outreach", $"{then - 1}"));
        var past = (await ledger.GetAsync($"/api/counties/{county}/figures/2023?asOf={then}")).Is(200)["figures"].EnumerateArray().Single(f => f.GetProperty("figure").Text("code") == "law-outreach");
        Assert.Equal((2, 1, 1), (past.Decimal("unitsSum"), past.Decimal("jointOverlap"), past.GetProperty("figure").Decimal("value")));
    }

    [Fact]
    public async Task only_units_of_the_same_county_are_named_and_each_once()
    {
        var (_, units) = await ledger.NewCountyAsync(2);
        var (_, others) = await ledger.NewCountyAsync(1);
        var alone = await ledger.NewUnitAsync();
        foreach (var wrong in new[] { units[0], others[0], alone, "nobody" })
            (await ledger.PostAsync($"/api/units/{units[0]}/entries/law-outreach", CountyVerbs.Joint([(wrong, "co-host")]))).RefusesField("jointUnits[0].unit");
        (await ledger.PostAsync($"/api/units/{units[0]}/entries/law-outreach", CountyVerbs.Joint([(units[1], "co-host"), (units[1], "participant")]))).RefusesField("jointUnits[1].unit");
        (await ledger.PostAsync($"/api/units/{alone}/entries/law-outreach", CountyVerbs.Joint([(units[1], "co-host")]))).RefusesField("jointUnits");
    }

    [Fact]
    public async Task the_database_shows_a_unit_the_joint_events_that_name_it_and_lets_it_write_none()
    {
        var (_, units) = await ledger.NewCountyAsync(3);
        await ledger.LogAsync(units[0], "law-outreach", CountyVerbs.Joint([(units[1], "co-host")]));
        await ledger.LogServiceAsync(units[0]);
        Assert.Equal(1L, await SeenAsync(units[1], units[0]));
        Assert.Equal(0L, await SeenAsync(units[2], units[0]));
    }

    private async Task<long> SeenAsync(string unit, string of)
    {
        await using var connection = await ledger.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"set local role {RowSecurity.Role}; set local {RowSecurity.Setting} = '{unit}'; select count(*) from ledger.mt_events where tenant_id = '{of}'", connection, transaction);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IReadOnlyList<decimal?>> ValuesAsync(IEnumerable<string> units, string figure, int year = 2023)
    {
        var values = new List<decimal?>();
        foreach (var unit in units)
            values.Add(await ledger.ValueAsync(unit, year, figure));
        return values;
    }
}
