namespace Ledger.Api.Tests.Entries;

/// <summary>A unit's entries are its own: under another unit's address they do not exist.</summary>
public sealed class IsolationTests(LedgerFixture ledger)
{
    [Fact]
    public async Task an_entry_of_one_unit_is_unknown_under_another_on_every_route()
    {
        var (owner, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        var id = await ledger.LogServiceAsync(owner);
        using var file = new MultipartFormDataContent { { new ByteArrayContent("签到表"u8.ToArray()), "file", "signin.txt" } };
        var kept = (await ledger.PostAsync($"/api/units/{owner}/entries/{id}/evidence", file)).Is(201);
        using var again = new MultipartFormDataContent { { new ByteArrayContent("签到表"u8.ToArray()), "file", "signin.txt" } };

        (await ledger.GetAsync($"/api/units/{other}/entries/{id}")).Refuses(404, "unknown-entry");
        (await ledger.CorrectAsync(other, id, 2, LedgerVerbs.Service())).Refuses(404, "unknown-entry");
        (await ledger.VoidAsync(other, id, 2)).Refuses(404, "unknown-entry");
        (await ledger.ReviewAsync(other, id, "confirm", new { version = 2 })).Refuses(404, "unknown-entry");
        (await ledger.ReviewAsync(other, id, "return", new { version = 2, reason = "内容不全" })).Refuses(404, "unknown-entry");
        (await ledger.PostAsync($"/api/units/{other}/entries/{id}/evidence", again)).Refuses(404, "unknown-entry");
        (await ledger.GetAsync($"/api/units/{other}/entries/{id}/evidence/{kept["sha256"].GetString()}")).Refuses(404, "unknown-entry");

        Assert.Empty((await ledger.EntriesAsync(other)).Ids());
        Assert.Empty((await ledger.EntriesAsync(other, "q=法律顾问")).Ids());
        Assert.Empty((await ledger.GetAsync($"/api/units/{other}/figures/2023/legal-service/entries")).Json.Ids());
        Assert.Equal(0, await ledger.ValueAsync(other, 2023, "legal-service"));
        Assert.Equal(2, (await ledger.EntryAsync(owner, id)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task the_streams_of_a_unit_and_its_year_are_no_entries()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        foreach (var id in new[] { Domain.Years.Year.StreamOf(unit, 2023), Domain.Reports.Report.StreamOf(unit, 2023), Domain.DeterministicId.Of($"unit/{unit}") })
        {
            (await ledger.GetAsync($"/api/units/{unit}/entries/{id}")).Refuses(404, "unknown-entry");
            (await ledger.VoidAsync(unit, id, 1)).Refuses(404, "unknown-entry");
            (await ledger.ReviewAsync(unit, id, "confirm", new { version = 1 })).Refuses(404, "unknown-entry");
        }
    }

    [Fact]
    public async Task a_frozen_year_or_a_confirmed_zero_of_one_unit_is_none_of_another()
    {
        var (one, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        (await ledger.ConfirmNilAsync(one, 2023, "litigations")).Is(200);
        (await ledger.FreezeAsync(one, 2023)).Is(201);
        Assert.Equal("never-entered", (await ledger.FigureAsync(other, 2023, "litigations")).Text("state"));
        await ledger.LogServiceAsync(other);
    }
}
