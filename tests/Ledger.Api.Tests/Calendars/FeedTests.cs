using System.Net;
using System.Text;
using Ical.Net;
using Ledger.Api.Access;
using Ledger.Api.Calendars;
using Ledger.Domain.Calendars;
using Ledger.Domain.Units;

namespace Ledger.Api.Tests.Calendars;

/// <summary>The calendar for calendar programs: read by another's reader, opened by an address that can be taken back.</summary>
public sealed class FeedTests(LedgerFixture ledger)
{
    [Fact]
    public async Task a_program_reads_the_deadlines_with_their_days_and_alarms()
    {
        var unit = await ledger.NewUnitAsync();
        var (_, address) = await IssueAsync(unit);
        var (status, text) = await ReadAsync(address);
        Assert.Equal(HttpStatusCode.OK, status);
        var calendar = Calendar.Load(text)!;
        Assert.Equal($"测试单位{unit}法治工作期限", calendar.Properties["X-WR-CALNAME"]!.Value);
        var year = Domain.ChinaCalendar.Today(TimeProvider.System).Year;
        var exam = calendar.Events.Single(e => e.Uid == $"r-stu-3/{year}@{unit}.ledger");
        Assert.Equal(new DateOnly(year, 12, 31), exam.DtStart!.Date);
        Assert.False(exam.DtStart.HasTime);
        Assert.Equal("每年组织国家工作人员学法考试，统计参考率、合格率", exam.Summary);
        Assert.Equal([-30, -7], exam.Alarms.Select(a => (a.Trigger!.Duration!.Value.Weeks ?? 0) * 7 + (a.Trigger.Duration!.Value.Days ?? 0)));
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e.Uid).Distinct().Count());
        // The same again: the same ids, so that a program updates and does not double.
        var again = Calendar.Load((await ReadAsync(address)).Text)!;
        Assert.Equal(calendar.Events.Select(e => e.Uid), again.Events.Select(e => e.Uid));
    }

    [Fact]
    public async Task no_line_is_longer_than_75_octets_and_no_character_is_cut()
    {
        var unit = await ledger.NewUnitAsync();
        var text = (await ReadAsync((await IssueAsync(unit)).Address)).Text;
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(lines, line => Encoding.UTF8.GetByteCount(line) >= 73);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("一；二，三\n四\\五;六,七")]
    [InlineData("\u0000控制\u0007符")]
    [InlineData("BEGIN:VEVENT\r\nSUMMARY:别人的")]
    [InlineData("𠮷野家的表情😀很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长😀😀😀😀😀😀😀😀😀😀😀")]
    public void any_text_comes_back_as_it_was_and_stays_text(string text)
    {
        var deadline = new Deadline
        {
            Id = "R-X-1/2026",
            Rule = "R-X-1",
            Text = text,
            English = "",
            Basis = "依据",
            Severity = Severity.High,
            Verified = true,
            Due = new DateOnly(2026, 12, 31),
            How = "十二月",
            EnglishHow = "",
            State = DeadlineState.Later,
        };
        var unit = new Unit { Id = "u", Name = "单位", ShortName = "单,位" };
        var calendar = Calendar.Load(ICalendarText.Of(unit, [deadline], new DateTimeOffset(2026, 11, 28, 0, 0, 0, TimeSpan.Zero)))!;
        var read = Assert.Single(calendar.Events);
        Assert.Equal(new string([.. text.ReplaceLineEndings("\n").Where(c => !char.IsControl(c) || c == '\n')]), read.Summary);
        Assert.Equal(2, read.Alarms.Count);
    }

    [Fact]
    public async Task an_address_opens_the_calendar_of_its_unit_and_nothing_else()
    {
        var (unit, other) = (await ledger.NewUnitAsync(), await ledger.NewUnitAsync());
        var (id, address) = await IssueAsync(unit);
        var key = address.Split('=')[1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync($"/api/units/{other}/calendar.ics?feed={key}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync($"/api/units/{unit}/calendar.ics?feed={key}x")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync($"/api/units/{unit}/calendar.ics")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync($"/api/units/{unit}/entries?feed={key}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync($"/api/units/{unit}/deadlines?feed={key}")).Status);
        // As a token it is none, not even where any token would do.
        foreach (var path in (string[])["/api/session", $"/api/units/{unit}/calendar.ics", $"/api/units/{unit}/entries"])
            Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync(path, bearer: key)).Status);
        // A token of the API is no address.
        var token = await Everybody.TokenAsync(ledger.Store, new Grant(Role.Viewer, unit));
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync($"/api/units/{unit}/calendar.ics?feed={token}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync($"/api/units/{unit}/calendar.ics", bearer: token)).Status);

        var listed = (await ledger.GetAsync($"/api/units/{unit}/feeds")).Is(200);
        Assert.DoesNotContain(key, listed.Text, StringComparison.Ordinal);
        Assert.Equal(id, Assert.Single(listed.Json.EnumerateArray()).Text("id"));
        (await ledger.SendAsync(HttpMethod.Delete, $"/api/units/{other}/feeds/{id}", null)).Refuses(404, "unknown-feed");
        (await ledger.SendAsync(HttpMethod.Delete, $"/api/units/{unit}/feeds/{id}", null)).Is(204);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ReadAsync(address)).Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"x"}""")]
    [InlineData("""{"name":"坏\u0000名"}""")]
    public async Task an_address_says_whom_it_is_for(string body)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.PostAsync($"/api/units/{unit}/feeds", body)).RefusesField("name");
    }

    private async Task<(string Id, string Address)> IssueAsync(string unit)
    {
        var issued = (await ledger.PostAsync($"/api/units/{unit}/feeds", new { name = "测试日历" })).Is(201);
        return (issued["id"].GetString()!, new Uri(issued["addresses"][0].GetString()!).PathAndQuery);
    }

    /// <summary>As a calendar program does: without a header of ours.</summary>
    private async Task<(HttpStatusCode Status, string Text)> ReadAsync(string address, string? bearer = null)
    {
        using var client = ledger.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (bearer is not null)
            request.Headers.Authorization = new("Bearer", bearer);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
