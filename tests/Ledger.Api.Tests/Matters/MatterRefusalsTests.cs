using System.Security.Cryptography;

namespace Ledger.Api.Tests.Matters;

/// <summary>What a matter refuses, and what it takes only once.</summary>
public sealed class MatterRefusalsTests(LedgerFixture ledger)
{
    [Theory]
    [InlineData("""{"occurredOn":"2999-01-01","title":"未来","source":"audit","cause":"无"}""", "occurredOn")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"多一个字段","source":"audit","cause":"无","colour":"red"}""", "colour")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"没有这个来源","source":"rumour","cause":"无"}""", "source")]
    [InlineData("""{"occurredOn":"2023-06-30","source":"audit","cause":"无"}""", "title")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"绝密★10年","source":"audit","cause":"无"}""", "title")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"没有这条提示","source":"audit","cause":"无","reasons":{"no-such":"因为"}}""", "reasons.no-such")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"原因太短","source":"audit","reasons":{"no-cause":"无"}}""", "reasons.no-cause")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"原因不是文字","source":"audit","reasons":{"no-cause":7}}""", "reasons.no-cause")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"不是对象","source":"audit","cause":"无","reasons":"因为"}""", "reasons")]
    [InlineData("""{"occurredOn":"2023-06-30","title":"字段重复","title":"重复","source":"audit","cause":"无"}""", "title")]
    public async Task nonsense_is_refused_with_its_field(string body, string path)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"/api/units/{unit}/matters/shortcoming", body)).RefusesField(path);
        Assert.Equal(0, (await ledger.MattersAsync(unit)).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    public async Task a_body_that_is_no_object_is_refused(string body)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        (await ledger.PostAsync($"/api/units/{unit}/matters/shortcoming", body)).Is(400);
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/measure", body)).Is(400);
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/reverse", body)).Is(400);
    }

    [Theory]
    [InlineData("""{"version":1,"occurredOn":"2023-07-05","measure":"措施","due":"9999-12-31"}""")]
    [InlineData("""{"version":1,"occurredOn":"2023-07-05","measure":"措施","due":"0001-01-01"}""")]
    public async Task a_day_beyond_any_calendar_is_refused(string body)
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/measure", body)).RefusesField("due");
    }

    [Fact]
    public async Task a_stale_version_and_a_missing_one_are_told_apart()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        var measure = new { version = 1, occurredOn = "2023-07-05", measure = "每次例会前安排一部法", due = "2023-12-31" };
        (await ledger.StepAsync(unit, id, "measure", measure)).Is(200);
        (await ledger.StepAsync(unit, id, "measure", measure)).Refuses(409, "stale-version");
        (await ledger.StepAsync(unit, id, "measure", new { measure.occurredOn, measure.measure, measure.due })).RefusesField("version");
        (await ledger.StepAsync(unit, id, "identified", new { version = 2 })).Refuses(404, "unknown-step");
    }

    [Fact]
    public async Task the_same_key_opens_and_steps_once()
    {
        var unit = await ledger.NewUnitAsync();
        var (one, two) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found, one);
        Assert.Equal(id, await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found, one));
        var measure = new { version = 1, occurredOn = "2023-07-05", measure = "每次例会前安排一部法", due = "2023-12-31" };
        (await ledger.StepAsync(unit, id, "measure", measure, two)).Is(200);
        Assert.Equal(2, (await ledger.StepAsync(unit, id, "measure", measure, two)).Is(200)["version"].GetInt32());
        Assert.Equal(1, (await ledger.MattersAsync(unit)).GetProperty("total").GetInt32());
        (await ledger.PostAsync($"/api/units/{unit}/matters/shortcoming", new { occurredOn = "2023-06-30", title = "另一个问题", source = "audit", cause = "无" }, one)).Refuses(422, "key-reused");
    }

    [Fact]
    public async Task a_guard_speaks_the_language_asked_for()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        var refused = (await ledger.StepAsync(unit, id, "closed", new { version = 1, occurredOn = "2023-07-05" }, language: "en")).Refuses(422, "reasons-wanted");
        Assert.Equal("There is no 'Verified' before it", refused["guards"][0].Text("message"));
    }

    [Fact]
    public async Task another_units_matter_is_unknown()
    {
        var (unit, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        (await ledger.GetAsync($"/api/units/{other}/matters/{id}")).Refuses(404, "unknown-matter");
        (await ledger.StepAsync(other, id, "progress", new { version = 1, occurredOn = "2023-07-05", progress = "有进展" })).Refuses(404, "unknown-matter");
    }

    [Fact]
    public async Task a_matter_is_no_entry_and_an_entry_no_matter()
    {
        var unit = await ledger.NewUnitAsync();
        var matter = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        var entry = await ledger.LogServiceAsync(unit);
        (await ledger.GetAsync($"/api/units/{unit}/entries/{matter}")).Refuses(404, "unknown-entry");
        (await ledger.VoidAsync(unit, matter, 1)).Refuses(404, "unknown-entry");
        (await ledger.GetAsync($"/api/units/{unit}/matters/{entry}")).Refuses(404, "unknown-matter");
        (await ledger.PostAsync($"/api/units/{unit}/matters/{entry}/reverse", new { version = 1, taken = 1, reason = "撤销" })).Refuses(404, "unknown-matter");
        (await ledger.GetAsync($"/api/units/{unit}/figures/2023/shortcomings-found/entries")).Refuses(404, "figure-of-matters");
    }

    [Fact]
    public async Task evidence_goes_into_a_slot_of_its_kind()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        byte[] pdf = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(500), .. "\n%%EOF"u8];
        var attached = (await AttachAsync("finding")).Is(201);
        (await AttachAsync("finding")).Is(200);
        (await AttachAsync("no-such-slot")).Refuses(404, "unknown-slot");
        using var got = await ledger.Client.GetAsync(attached.Location, TestContext.Current.CancellationToken);
        Assert.Equal(pdf, await got.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var slots = (await ledger.MatterAsync(unit, id)).GetProperty("slots");
        Assert.Equal((true, 1), (slots[0].GetProperty("wanted").GetBoolean(), slots[0].GetProperty("files").GetArrayLength()));
        Assert.False(slots[1].GetProperty("wanted").GetBoolean());

        Task<Answer> AttachAsync(string slot) => ledger.PostAsync(
            $"/api/units/{unit}/matters/{id}/evidence/{slot}", new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", "来源.pdf" } });
    }

    [Fact]
    public async Task a_frozen_year_takes_a_step_that_counts_only_with_the_reason_for_its_lateness()
    {
        var unit = await ledger.NewUnitAsync();
        await ledger.LogServiceAsync(unit);
        (await ledger.FreezeAsync(unit, 2023)).Is(201);
        (await ledger.PostAsync($"/api/units/{unit}/matters/shortcoming", MatterVerbs.Found)).RefusesField("lateReason");
        (await ledger.PostAsync($"/api/units/{unit}/matters/shortcoming", new { occurredOn = "2023-06-30", title = "会前学法次数偏少", source = "audit", cause = "未安排", lateReason = "审计报告迟到" })).Is(201);
        await ledger.OpenAsync(unit, "campaign", new { occurredOn = "2023-11-20", title = "宪法宣传周", from = "2023-12-01", to = "2023-12-07", theme = "大力弘扬宪法精神" });
    }
}
