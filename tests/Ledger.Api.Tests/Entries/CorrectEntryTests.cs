namespace Ledger.Api.Tests.Entries;

public sealed class CorrectEntryTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_correction_over_the_turn_of_the_year_leaves_one_year_and_enters_the_other()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit, "2024-01-01");
        await ledger.LogServiceAsync(unit, "2023-12-31");
        (await ledger.CorrectAsync(unit, id, 1, LedgerVerbs.Service("2023-12-31"))).Is(200);
        Assert.Equal(2, await ledger.ValueAsync(unit, 2023, "legal-service"));
        var emptied = await ledger.FigureAsync(unit, 2024, "legal-service");
        Assert.Equal((0m, "never-entered"), (emptied.Decimal("value"), emptied.Text("state")));
        Assert.Equal(2, (await ledger.EntriesAsync(unit, "year=2023")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await ledger.EntriesAsync(unit, "year=2024")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task a_correction_is_answered_with_the_new_version_and_moves_every_figure_of_the_kind()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "law-study", new { occurredOn = "2023-03-01", form = "lecture", expected = 20, attended = 20 });
        var answer = (await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2023-03-01", form = "training", expected = 20, attended = 15 })).Is(200);
        Assert.Equal((id, "law-study", 3, "recorded"), (answer["id"].GetGuid(), answer["kind"].GetString(), answer["version"].GetInt32(), answer["status"].GetString()));
        var sessions = await ledger.FigureAsync(unit, 2023, "law-studies");
        Assert.Equal(1, sessions.Decimal("value"));
        var forms = sessions.GetProperty("breakdown").GetProperty("form");
        Assert.Equal((1m, (decimal?)null), (forms.Decimal("training"), forms.Decimal("lecture")));
        Assert.Equal(15, await ledger.ValueAsync(unit, 2023, "law-study-attendance"));
        Assert.Equal(75.0m, await ledger.ValueAsync(unit, 2023, "law-study-attendance-rate"));
    }

    [Fact]
    public async Task the_history_says_what_stood_before_what_after_and_why()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.ReviewAsync(unit, id, "return", new { version = 1, reason = "律师姓名不全" })).Is(200);
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/correct", new
        {
            version = 2,
            reason = "  补全姓名  ",
            reasonCode = "wrong-field",
            activity = new { occurredOn = "2023-03-02", service = "consultation", adviser = "某律师" },
        })).Is(200);
        (await ledger.ReviewAsync(unit, id, "confirm", new { version = 4 })).Is(200);

        var entry = await ledger.EntryAsync(unit, id);
        Assert.Equal((5, "confirmed", 1), (entry.GetProperty("version").GetInt32(), entry.Text("status"), entry.GetProperty("corrections").GetInt32()));
        var history = entry.GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(["logged", "returned", "reversed", "corrected", "confirmed"], history.Select(h => h.Text("what")));
        Assert.Equal([1, 2, 3, 4, 5], history.Select(h => h.GetProperty("version").GetInt32()));
        Assert.Equal(history.Select(h => h.GetProperty("sequence").GetInt64()).Order(), history.Select(h => h.GetProperty("sequence").GetInt64()));
        Assert.Equal(("法律顾问A律师", "2023-03-01"), (history[2].GetProperty("activity").Text("adviser"), history[2].GetProperty("activity").Text("occurredOn")));
        Assert.Equal(("补全姓名", "wrong-field"), (history[2].Text("reason"), history[2].Text("reasonCode")));
        Assert.Equal(("某律师", "2023-03-02"), (history[3].GetProperty("activity").Text("adviser"), history[3].GetProperty("activity").Text("occurredOn")));
        Assert.Equal("律师姓名不全", history[1].Text("reason"));
        Assert.All(history, h => Assert.Equal(TimeSpan.FromHours(8), h.GetProperty("at").GetDateTimeOffset().Offset));
        Assert.Equal("legal-service", Assert.Single(entry.GetProperty("figures").EnumerateArray()).Text("code"));
    }

    [Fact]
    public async Task a_correction_of_an_old_version_is_refused_with_the_newest()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.CorrectAsync(unit, id, 1, LedgerVerbs.Service("2023-03-02"))).Is(200);
        foreach (var version in new[] { 1, 2, 4, 1000 })
        {
            var answer = (await ledger.CorrectAsync(unit, id, version, LedgerVerbs.Service("2023-03-03"))).Refuses(409, "stale-version");
            Assert.Contains("第 3 版", answer["title"].GetString()!, StringComparison.Ordinal);
        }

        (await ledger.VoidAsync(unit, id, 1)).Refuses(409, "stale-version");
        (await ledger.ReviewAsync(unit, id, "confirm", new { version = 1 })).Refuses(409, "stale-version");
        (await ledger.ReviewAsync(unit, id, "return", new { version = 1, reason = "内容不全" })).Refuses(409, "stale-version");
        Assert.Equal("2023-03-02", (await ledger.EntryAsync(unit, id)).GetProperty("activity").Text("occurredOn"));
    }

    [Fact]
    public async Task a_correction_that_says_another_kind_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        var answer = await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2023-03-01", form = "lecture" });
        answer.Refuses(400, "invalid");
        Assert.Contains(answer.Errors, e => e.Path == "activity.form");
    }
}
