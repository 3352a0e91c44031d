using Ledger.Domain.SelfInspections;

namespace Ledger.Api.Tests.SelfInspections;

/// <summary>A sample that nobody picks, and what was found of it.</summary>
public sealed class InspectionTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_sample_follows_from_the_edition_and_can_be_drawn_again()
    {
        var unit = await ledger.NewUnitAsync();
        var ids = new List<Guid>();
        for (var day = 10; day < 22; day++)
            ids.Add(await ledger.LogServiceAsync(unit, $"2023-03-{day}"));
        (await DrawAsync(unit, 4)).Refuses(409, "no-edition");
        var hash = (await ledger.FreezeAsync(unit, 2023)).Is(201)["figuresSha256"].GetString()!;
        // What comes later is not behind the edition.
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-11-01", service = "consultation", adviser = "某律师", lateReason = "补录" });

        var drawn = (await DrawAsync(unit, 4)).Is(201);
        Assert.Equal(SelfInspection.Draw(SelfInspection.SeedOf(hash, 2023, 1), ids, 4), drawn["entries"].EnumerateArray().Select(e => e.GetGuid()));
        Assert.Equal(12, drawn["population"].GetInt32());
        Assert.NotEqual(drawn["seed"].GetString(), (await DrawAsync(unit, 4)).Is(201)["seed"].GetString());
        Assert.Equal(2, (await ledger.GetAsync($"/api/units/{unit}/inspections/2023")).Is(200).Json.GetArrayLength());
    }

    [Fact]
    public async Task the_result_sheet_holds_what_was_found_and_prints()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogServiceAsync(unit);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        (await DrawAsync(unit, 3)).Is(201);
        (await CheckAsync(unit, new { entry = id, result = "not-found", checkedBy = "张三" })).RefusesField("remark");
        (await CheckAsync(unit, new { entry = Guid.CreateVersion7(), result = "found", checkedBy = "张三" })).RefusesField("entry");
        (await CheckAsync(unit, new { entry = id, result = "found", checkedBy = "" })).RefusesField("checkedBy");
        (await CheckAsync(unit, new { entry = id, result = "differs", evidenceSeen = "服务记录原件", remark = "时间早一天", checkedBy = "张三" })).Is(200);

        var sheet = (await ledger.GetAsync($"/api/units/{unit}/inspections/2023/1")).Is(200);
        Assert.Equal("时间早一天", sheet["lines"][0].GetProperty("result").Text("remark"));
        Assert.Equal(1, sheet["checked"].GetInt32());
        var pdf = await ledger.Client.GetByteArrayAsync($"/api/units/{unit}/inspections/2023/1.pdf", TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        (await ledger.GetAsync($"/api/units/{unit}/inspections/2023/2")).Refuses(404, "unknown-inspection");
    }

    private Task<Answer> DrawAsync(string unit, int size) => ledger.PostAsync($"/api/units/{unit}/inspections/2023", new { size });

    private Task<Answer> CheckAsync(string unit, object found) => ledger.PostAsync($"/api/units/{unit}/inspections/2023/1/results", found);
}
