namespace Ledger.Api.Tests.Entries;

public sealed class VoidAndReviewTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_void_entry_counts_nowhere_and_stays_readable()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        var answer = (await ledger.VoidAsync(unit, id, 1)).Is(200);
        Assert.Equal((2, "void"), (answer["version"].GetInt32(), answer["status"].GetString()));
        var figure = await ledger.FigureAsync(unit, 2023, "legal-service");
        Assert.Equal((0m, "never-entered"), (figure.Decimal("value"), figure.Text("state")));
        var entry = await ledger.EntryAsync(unit, id);
        Assert.Equal(0, entry.GetProperty("figures").GetArrayLength());
        Assert.Equal("法律顾问A律师", entry.GetProperty("activity").Text("adviser"));
        Assert.Equal([id], (await ledger.EntriesAsync(unit, "status=void")).Ids());
        Assert.Empty((await ledger.GetAsync($"/api/units/{unit}/figures/2023/legal-service/entries")).Is(200).Json.Ids());
    }

    [Fact]
    public async Task a_void_entry_cannot_be_changed_any_more()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.VoidAsync(unit, id, 1)).Is(200);
        (await ledger.VoidAsync(unit, id, 2)).Refuses(409, "entry-void");
        (await ledger.CorrectAsync(unit, id, 2, LedgerVerbs.Service())).Refuses(409, "entry-void");
        (await ledger.ReviewAsync(unit, id, "confirm", new { version = 2 })).Refuses(409, "entry-void");
        (await ledger.ReviewAsync(unit, id, "return", new { version = 2, reason = "内容不全" })).Refuses(409, "entry-void");
        Assert.Equal(2, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task an_entry_is_returned_corrected_and_confirmed()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        var returned = (await ledger.ReviewAsync(unit, id, "return", new { version = 1, reason = "请补摘要" })).Is(200);
        Assert.Equal((2, "returned"), (returned["version"].GetInt32(), returned["status"].GetString()));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "legal-service"));
        (await ledger.CorrectAsync(unit, id, 2, LedgerVerbs.Service("2023-03-05"))).Is(200);
        var confirmed = (await ledger.ReviewAsync(unit, id, "confirm", new { version = 4 })).Is(200);
        Assert.Equal((5, "confirmed"), (confirmed["version"].GetInt32(), confirmed["status"].GetString()));
        Assert.Equal([id], (await ledger.EntriesAsync(unit, "status=confirmed")).Ids());
        // A correction after the confirmation is not confirmed.
        (await ledger.CorrectAsync(unit, id, 5, LedgerVerbs.Service("2023-03-06"))).Is(200);
        Assert.Equal("recorded", (await ledger.EntryAsync(unit, id)).Text("status"));
    }

    [Theory]
    [InlineData("confirm", """{}""", "version")]
    [InlineData("confirm", """{"version":0}""", "version")]
    [InlineData("return", """{"reason":"请补摘要"}""", "version")]
    [InlineData("return", """{"version":1}""", "reason")]
    [InlineData("return", """{"version":1,"reason":"补"}""", "reason")]
    public async Task a_review_needs_a_version_and_a_return_its_reason(string verb, string body, string path)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.ReviewAsync(unit, id, verb, body)).RefusesField(path);
        Assert.Equal(1, (await ledger.EntryAsync(unit, id)).GetProperty("version").GetInt32());
    }
}
