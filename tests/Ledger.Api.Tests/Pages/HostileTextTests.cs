using System.Text;

namespace Ledger.Api.Tests.Pages;

/// <summary>What people typed is text on every page, whatever it looks like.</summary>
public sealed class HostileTextTests(LedgerFixture ledger)
{
    private const string Hostile = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>";

    [Fact]
    public async Task titles_reasons_file_names_and_prose_stay_text()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.LogAsync(unit, "other-work", new
        {
            occurredOn = "2023-03-01",
            title = Hostile,
            summary = Hostile,
            category = "<b>类</b>",
            place = Hostile,
            counters = new[] { new { name = "<i>次</i>", unit = "<u>", value = 3 } },
        });
        await ledger.CorrectAsync(unit, id, 1, new { occurredOn = "2023-03-02", title = Hostile + "!", category = "</dd><script>" }, Hostile);
        await ledger.ReviewAsync(unit, id, "return", new { version = 3, reason = Hostile });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("正文 & <b>")), "file", "a'&;=()onerror.txt" } };
        (await ledger.PostAsync($"/api/units/{unit}/entries/{id}/evidence", form)).Is(201);
        (await ledger.PostAsync($"/api/units/{unit}/years/2023/nil", new { figure = "litigations", confirmedBy = Hostile, reason = Hostile })).Is(200);
        (await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/reports/2023/prose/preamble", new { text = Hostile })).Is(200);
        string[] pages =
        [
            $"/{unit}?year=2023", $"/{unit}/entries", $"/{unit}/entries?q={Uri.EscapeDataString(Hostile)}", $"/{unit}/entries?from={Uri.EscapeDataString(Hostile)}",
            $"/{unit}/entries/{id}", $"/{unit}/entries/{id}/correct", $"/{unit}/figures?year=2023", $"/{unit}/report?year=2023",
            $"/{unit}/figures?year=2023&asOf={Uri.EscapeDataString(Hostile)}",
        ];
        foreach (var url in pages)
        {
            var page = await ledger.PageAsync(url);
            Assert.True(page.QuerySelectorAll("[onerror], img[src=x], main script, main b, main i, main u, script:not([src])").Length == 0, url);
        }

        var entry = await ledger.PageAsync($"/{unit}/entries/{id}");
        Assert.Contains("<script>alert(2)</script>", entry.Words(), StringComparison.Ordinal);
        Assert.Contains("<script>alert(2)</script>", (await ledger.PageAsync($"/{unit}/report?year=2023")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task hostile_addresses_and_names_of_units_stay_text()
    {
        using var answer = await ledger.BrowseAsync("/u1/log/%3Cscript%3Ealert(1)%3C%2Fscript%3E");
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await ledger.PostAsync("/api/units", new { code = "hostile-name", name = "<script>x</script>" })).Is(201);
        Assert.Empty((await ledger.PageAsync("/hostile-name")).QuerySelectorAll("script:not([src])"));
    }
}
