using System.Text.Json;

namespace Ledger.Api.Tests.Figures;

/// <summary>Rates, distinct counts, counters people named themselves, and the turn of the year.</summary>
public sealed class FigureValuesTests(LedgerFixture ledger)
{
    [Theory]
    [InlineData(1, 8, 12.5)]
    [InlineData(1, 16, 6.3)]
    [InlineData(3, 16, 18.8)]
    [InlineData(1, 3, 33.3)]
    [InlineData(2, 3, 66.7)]
    [InlineData(1999, 2000, 100.0)]
    [InlineData(0, 7, 0.0)]
    [InlineData(7, 7, 100.0)]
    public async Task a_rate_has_one_decimal_rounded_half_up_beside_its_two_sums(int numerator, int denominator, decimal value)
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "mediation", new { occurredOn = "2023-03-01", cases = denominator, succeeded = numerator });
        var rate = await ledger.FigureAsync(unit, 2023, "mediation-success-rate");
        Assert.Equal((value, numerator, denominator), (rate.Decimal("value"), rate.Decimal("numerator"), rate.Decimal("denominator")));
        Assert.Equal("%", rate.Text("unit"));
    }

    [Fact]
    public async Task a_rate_is_of_the_sums_and_not_the_mean_of_rates()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "lecture", expected = 10, attended = 10 });
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-02", form = "lecture", expected = 90, attended = 45 });
        // Says how many came but not how many should have: counts in the attendance, not in the rate.
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-03", form = "lecture", attended = 1000 });
        var rate = await ledger.FigureAsync(unit, 2023, "law-study-attendance-rate");
        Assert.Equal((55.0m, 55m, 100m), (rate.Decimal("value"), rate.Decimal("numerator"), rate.Decimal("denominator")));
        Assert.Equal(1055, await ledger.ValueAsync(unit, 2023, "law-study-attendance"));
    }

    [Fact]
    public async Task a_rate_over_nothing_is_null_and_not_zero()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "lecture", expected = 0, attended = 0 });
        foreach (var code in new[] { "law-study-attendance-rate", "law-exam-pass-rate" })
        {
            var rate = await ledger.FigureAsync(unit, 2023, code);
            Assert.Equal(JsonValueKind.Null, rate.GetProperty("value").ValueKind);
            Assert.Equal((0m, 0m), (rate.Decimal("numerator"), rate.Decimal("denominator")));
        }
    }

    [Fact]
    public async Task a_place_is_counted_once_and_until_its_last_entry_is_void()
    {
        var unit = await ledger.NewUnitAsync();
        var first = await OutreachAsync(unit, "李庄", "张庄");
        var second = await OutreachAsync(unit, "李庄");
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "law-outreach-places"));
        (await ledger.VoidAsync(unit, first, 1)).Is(200);
        var places = await ledger.FigureAsync(unit, 2023, "law-outreach-places");
        Assert.Equal(1, places.Decimal("value"));
        Assert.Equal("李庄", Assert.Single(places.GetProperty("breakdown").GetProperty("name").EnumerateObject()).Name);
        (await ledger.VoidAsync(unit, second, 1)).Is(200);
        Assert.Equal("never-entered", (await ledger.FigureAsync(unit, 2023, "law-outreach-places")).Text("state"));
    }

    [Theory]
    [InlineData("送达法律文书", "份")]
    [InlineData("100%", "个")]
    [InlineData("Wi-Fi?&# 点", "处")]
    public async Task a_counter_of_ones_own_is_a_figure_under_its_name_and_unit(string name, string measure)
    {
        var unit = await ledger.NewUnitAsync();
        await CountAsync(unit, name, measure, 3);
        await CountAsync(unit, name, measure, 4);
        await CountAsync(unit, name, "批", 50);
        var code = $"other-work:{name}（{measure}）";
        var figure = await ledger.FigureAsync(unit, 2023, code);
        Assert.Equal((7m, name, measure, "counted"), (figure.Decimal("value"), figure.Text("name"), figure.Text("unit"), figure.Text("state")));
        var listed = (await ledger.FiguresAsync(unit, 2023)).GetProperty("figures").EnumerateArray().Where(f => f.Text("code")!.StartsWith("other-work:", StringComparison.Ordinal));
        Assert.Equal([(code, 7m), ($"other-work:{name}（批）", 50m)], listed.Select(f => (f.Text("code")!, f.Decimal("value")!.Value)).OrderBy(f => f.Item2));
        var entries = (await ledger.GetAsync($"/api/units/{unit}/figures/2023/{Uri.EscapeDataString(code)}/entries")).Is(200);
        Assert.Equal(2, entries["total"].GetInt32());
    }

    [Theory]
    [InlineData("甲|乙")]
    [InlineData("走访（入户）")]
    public async Task a_counter_may_not_hold_the_marks_that_part_a_code(string name)
    {
        var unit = await ledger.NewUnitAsync();
        var work = new { occurredOn = "2023-03-01", category = "其他", counters = new[] { new { name, unit = "次", value = 1 } } };
        (await ledger.PostAsync($"/api/units/{unit}/entries/other-work", work)).RefusesField("counters[0].name");
    }

    [Fact]
    public async Task the_last_day_of_a_year_and_the_first_of_the_next_are_two_years()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit, "2023-12-31");
        await ledger.LogServiceAsync(unit, "2024-01-01");
        // An activity of several days belongs to the year it began in.
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-12-31", endedOn = "2024-01-02", form = "training" });
        Assert.Equal((1m, 1m), (await ledger.ValueAsync(unit, 2023, "legal-service"), await ledger.ValueAsync(unit, 2024, "legal-service")));
        Assert.Equal((1m, 0m), (await ledger.ValueAsync(unit, 2023, "law-studies"), await ledger.ValueAsync(unit, 2024, "law-studies")));
    }

    [Fact]
    public async Task as_many_entries_stand_behind_a_counted_figure_as_it_says()
    {
        var unit = await ledger.NewUnitAsync();
        for (var i = 0; i < 7; i++)
            await ledger.LogAsync(unit, "law-study", new { occurredOn = $"2023-03-0{i + 1}", form = "lecture", role = i < 5 ? "host" : "participant", attended = i });
        var gone = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-09", form = "lecture" });
        (await ledger.VoidAsync(unit, gone, 1)).Is(200);
        await ledger.LogAsync(unit, "law-study", new { occurredOn = "2024-03-01", form = "lecture" });
        var behind = (await ledger.GetAsync($"/api/units/{unit}/figures/2023/law-studies/entries?size=3&page=2")).Is(200);
        Assert.Equal(5, await ledger.ValueAsync(unit, 2023, "law-studies"));
        Assert.Equal((5, 2), (behind["total"].GetInt32(), behind.Json.Ids().Count));
        Assert.Equal(5, (await ledger.GetAsync($"/api/units/{unit}/figures/2023/law-study-attendance/entries")).Is(200)["total"].GetInt32());
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023/law-studies/entries?size=501")).RefusesField("size");
    }

    private Task<Guid> OutreachAsync(string unit, params string[] places) =>
        ledger.LogAsync(unit, "law-outreach", new { occurredOn = "2023-03-01", scene = "village", places });

    private Task<Guid> CountAsync(string unit, string name, string measure, int value) =>
        ledger.LogAsync(unit, "other-work", new { occurredOn = "2023-03-01", category = "其他", counters = new[] { new { name, unit = measure, value } } });
}
