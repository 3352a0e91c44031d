using Ledger.Domain.Figures;

namespace Ledger.Api.Tests.Matters;

/// <summary>A matter's way through the service.</summary>
public sealed class MatterTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_shortcoming_is_found_mended_and_counted()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        (await ledger.StepAsync(unit, id, "measure", new { version = 1, occurredOn = "2023-07-05", measure = "每次例会前安排一部法", due = "2023-12-31" })).Is(200);
        (await ledger.StepAsync(unit, id, "submitted", new { version = 2, occurredOn = "2023-11-20" })).Is(200);
        (await ledger.StepAsync(unit, id, "verified", new { version = 3, occurredOn = "2023-11-25", result = "passed" })).Is(200);
        Assert.Equal("shortcoming", (await ledger.MattersAsync(unit, "open=true")).GetProperty("items")[0].Text("kind"));
        var closed = (await ledger.StepAsync(unit, id, "closed", new { version = 4, occurredOn = "2023-11-28" })).Is(200);

        Assert.Equal(("已销号", false, 5), (closed["status"].GetString(), closed["open"].GetBoolean(), closed["version"].GetInt32()));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "shortcomings-found"));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "shortcomings-closed"));
        Assert.Equal(0, (await ledger.MattersAsync(unit, "open=true")).GetProperty("total").GetInt32());
        Assert.Equal(id, (await ledger.MattersAsync(unit, "figure=shortcomings-closed&year=2023")).Ids()[0]);
        await AgreesAsync(unit);
    }

    [Fact]
    public async Task a_guard_asks_for_a_reason_and_keeps_it_in_the_story()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "contract", MatterVerbs.Draft);
        var refused = await ledger.StepAsync(unit, id, "signed", new { version = 1, occurredOn = "2023-03-20" });
        Assert.Equal(["no-review", "no-fair-competition-review"], refused.Guards());
        Assert.Equal(["reasons.no-review", "reasons.no-fair-competition-review"], refused.Errors.Select(e => e.Path));
        Assert.Equal(["no-fair-competition-review"], (await ledger.StepAsync(unit, id, "signed", new { version = 1, occurredOn = "2023-03-20", reasons = new Dictionary<string, string> { ["no-review"] = "项目急需开工，事后补审" } })).Guards());

        (await ledger.StepAsync(unit, id, "signed", new
        {
            version = 1,
            occurredOn = "2023-03-20",
            reasons = new Dictionary<string, string> { ["no-review"] = "项目急需开工，事后补审", ["no-fair-competition-review"] = "未涉及优惠政策" },
        })).Is(200);
        var signed = (await ledger.MatterAsync(unit, id)).GetProperty("steps")[1];
        Assert.InRange(signed.GetProperty("at").GetDateTimeOffset(), TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddMinutes(1));
        Assert.Equal(["未涉及优惠政策", "项目急需开工，事后补审"], signed.GetProperty("warnings").EnumerateArray().Select(w => w.Text("reason")!).Order(StringComparer.Ordinal));
        Assert.Equal(0m, await ledger.ValueAsync(unit, 2023, "contract-review-rate"));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "contracts-signed"));
    }

    [Fact]
    public async Task a_review_entered_late_makes_the_signing_a_reviewed_one()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "contract", new { occurredOn = "2023-03-01", title = "办公设备采购合同", type = "procurement", counterparty = "样例设备公司" });
        (await ledger.StepAsync(unit, id, "signed", new { version = 1, occurredOn = "2023-03-20", reasons = new Dictionary<string, string> { ["no-review"] = "审查意见尚未找到" } })).Is(200);
        Assert.Equal(0m, await ledger.ValueAsync(unit, 2023, "contract-review-rate"));
        (await ledger.StepAsync(unit, id, "sent", new { version = 2, occurredOn = "2023-03-05" })).Is(200);
        (await ledger.StepAsync(unit, id, "reviewed", new { version = 3, occurredOn = "2023-03-10", result = "lawful" })).Is(200);

        Assert.Equal(100m, await ledger.ValueAsync(unit, 2023, "contract-review-rate"));
        Assert.Equal(1, await ledger.ValueAsync(unit, 2023, "contracts-signed"));
        await AgreesAsync(unit);
    }

    [Fact]
    public async Task a_step_taken_in_error_is_taken_back_and_stays_in_the_story()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        (await ledger.StepAsync(unit, id, "measure", new { version = 1, occurredOn = "2023-07-05", measure = "另一件事的措施", due = "2023-12-31" })).Is(200);
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/reverse", new { version = 2, taken = 2, reason = "登记到了另一问题上", reasonCode = "not-happened" })).Is(200);

        var matter = await ledger.MatterAsync(unit, id);
        Assert.Equal(3, matter.GetProperty("steps")[1].GetProperty("reversedAt").GetInt32());
        Assert.Equal("已发现", matter.GetProperty("card").Text("status"));
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/reverse", new { version = 3, taken = 2, reason = "再撤一次" })).RefusesField("taken");
    }

    [Fact]
    public async Task a_step_may_be_said_anew_with_its_guards()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        var anew = new { version = 1, taken = 1, reason = "年份有误", anew = new { occurredOn = "2022-06-30", title = "会前学法次数偏少", source = "audit" } };
        Assert.Equal(["no-cause"], (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/reverse", anew)).Guards());
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/reverse", new { anew.version, anew.taken, anew.reason, anew.anew, reasons = new Dictionary<string, string> { ["no-cause"] = "审计未说明" } })).Is(200);
        Assert.Equal((0m, 1m), (await ledger.ValueAsync(unit, 2023, "shortcomings-found"), await ledger.ValueAsync(unit, 2022, "shortcomings-found")));
        await AgreesAsync(unit);
    }

    [Fact]
    public async Task without_its_opening_nothing_of_a_matter_stands()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "shortcoming", MatterVerbs.Found);
        (await ledger.StepAsync(unit, id, "measure", new { version = 1, occurredOn = "2023-07-05", measure = "每次例会前安排一部法", due = "2023-12-31" })).Is(200);
        (await ledger.PostAsync($"/api/units/{unit}/matters/{id}/reverse", new { version = 2, taken = 1, reason = "重复登记" })).Is(200);
        Assert.True((await ledger.MatterAsync(unit, id)).GetProperty("card").GetProperty("void").GetBoolean());
        Assert.Equal(0, await ledger.ValueAsync(unit, 2023, "shortcomings-found"));
        (await ledger.StepAsync(unit, id, "measure", new { version = 4, occurredOn = "2023-07-05", measure = "补一条", due = "2023-12-31" })).Refuses(409, "matter-void");
    }

    [Fact]
    public async Task a_plan_counts_in_its_year_and_its_progress_by_itself()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "plan-item", new { occurredOn = "2022-12-20", title = "法律顾问服务不少于2次", planYear = 2023, target = "2次", figure = "legal-service", targetValue = 2 });
        Assert.Equal((1m, 0m, 0m), (await ledger.ValueAsync(unit, 2023, "plan-items"), await ledger.ValueAsync(unit, 2022, "plan-items"), await ledger.ValueAsync(unit, 2023, "plan-completion-rate")));
        await ledger.LogAsync(unit, "legal-service", new { occurredOn = "2023-03-01", service = "consultation", adviser = "法律顾问A律师", planItem = id.ToString() });
        await ledger.LogServiceAsync(unit, "2023-04-01");
        var matter = await ledger.MatterAsync(unit, id);
        Assert.Equal((2m, 2m), (matter.GetProperty("progress").Decimal("value"), matter.GetProperty("progress").Decimal("target")));
        Assert.Equal("2023-03-01", Assert.Single(matter.GetProperty("entries").EnumerateArray()).Text("occurredOn"));
        (await ledger.StepAsync(unit, id, "done", new { version = 1, occurredOn = "2023-12-20", result = "服务2次" })).Is(200);
        Assert.Equal((1m, 100m), (await ledger.ValueAsync(unit, 2023, "plan-items-done"), await ledger.ValueAsync(unit, 2023, "plan-completion-rate")));
        await AgreesAsync(unit);
    }

    [Fact]
    public async Task the_year_as_it_was_known_before_the_last_step()
    {
        var unit = await ledger.NewUnitAsync();
        var id = await ledger.OpenAsync(unit, "plan-item", new { occurredOn = "2022-12-20", title = "制定普法清单", planYear = 2023, target = "1份" });
        var before = (await ledger.FiguresAsync(unit, 2023)).GetProperty("sequence").GetInt64();
        (await ledger.StepAsync(unit, id, "progress", new { version = 1, occurredOn = "2023-02-01", progress = "已形成初稿" })).Is(200);
        (await ledger.StepAsync(unit, id, "done", new { version = 2, occurredOn = "2023-03-01" })).Is(200);
        Assert.Equal((1m, 0m), (await ledger.ValueAsync(unit, 2023, "plan-items", $"{before}"), await ledger.ValueAsync(unit, 2023, "plan-items-done", $"{before}")));
        Assert.Equal(1m, await ledger.ValueAsync(unit, 2023, "plan-items-done"));
    }

    private async Task AgreesAsync(string unit)
    {
        var result = await Verification.RunAsync(ledger.Store, ledger.Database, unit, year: null, progress: null, TestContext.Current.CancellationToken);
        Assert.True(result.Agrees, string.Join('\n', result.Differences));
        Assert.True(result.Cells > 0);
    }
}
