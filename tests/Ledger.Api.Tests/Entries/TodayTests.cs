namespace Ledger.Api.Tests.Entries;

/// <summary>Tomorrow has not happened yet, and today is China's.</summary>
[Collection(Alone.Name)]
public sealed class TodayTests(LedgerFixture ledger) : IDisposable
{
    [Theory]
    [InlineData("2024-02-28T15:59:59Z", "2024-02-28", "2024-02-29")]
    [InlineData("2024-02-28T16:00:00Z", "2024-02-29", "2024-03-01")]
    [InlineData("2023-12-31T15:59:59Z", "2023-12-31", "2024-01-01")]
    [InlineData("2023-12-31T16:00:00Z", "2024-01-01", "2024-01-02")]
    public async Task an_activity_of_today_is_taken_and_of_tomorrow_refused(string now, string today, string tomorrow)
    {
        var unit = await ledger.NewUnitAsync();
        ledger.Clock.Now = DateTimeOffset.Parse(now, null);
        await ledger.LogServiceAsync(unit, today);
        var answer = (await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(tomorrow))).RefusesField("occurredOn");
        Assert.Equal($"日期不能晚于今天（{today}）", answer.Errors[0].Message);
        answer = await ledger.PostAsync($"/api/units/{unit}/entries/legal-service", LedgerVerbs.Service(tomorrow), language: "en");
        Assert.Equal($"The date must not be after today ({today})", answer.RefusesField("occurredOn").Errors[0].Message);
    }

    [Fact]
    public async Task an_activity_that_has_not_ended_is_refused()
    {
        var unit = await ledger.NewUnitAsync();
        ledger.Clock.Now = DateTimeOffset.Parse("2024-05-01T04:00:00Z", null);
        var answer = await ledger.PostAsync($"/api/units/{unit}/entries/law-study", new { occurredOn = "2024-04-30", endedOn = "2024-05-02", form = "training" });
        answer.RefusesField("endedOn");
    }

    public void Dispose() => ledger.Clock.Now = null;
}
