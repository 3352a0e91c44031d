using System.Text.Json;
using Alba;

namespace Ledger.Api.Tests.Entries;

public sealed class LogEntryTests(LedgerFixture ledger)
{
    [Fact]
    public async Task an_entry_logged_is_counted_in_the_very_next_read()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.Host.Scenario(s =>
        {
            s.Post.Json(new { occurredOn = "2023-03-01", service = "contract-review", adviser = "法律顾问A律师" }).ToUrl($"/api/units/{unit}/entries/legal-service");
            s.StatusCodeShouldBe(201);
        });
        var read = await ledger.Host.Scenario(s => s.Get.Url($"/api/units/{unit}/figures/2023/legal-service"));
        var figure = read.ReadAsJson<JsonElement>().GetProperty("figure");
        Assert.Equal(1, figure.GetProperty("value").GetInt32());
        Assert.Equal("counted", figure.GetProperty("state").GetString());
        Assert.Equal(1, figure.GetProperty("breakdown").GetProperty("service").GetProperty("contract-review").GetInt32());
    }
}
