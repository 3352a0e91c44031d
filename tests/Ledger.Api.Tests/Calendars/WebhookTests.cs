using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Api.Calendars;
using Ledger.Api.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Calendars;

/// <summary>A unit's deadlines, sent once a day to a real receiver that fails first.</summary>
public sealed class WebhookTests(OwnLedger ledger) : IClassFixture<OwnLedger>, IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly DateOnly Day = new(2026, 11, 28);

    private readonly Receiver _receiver = new();

    public async ValueTask InitializeAsync()
    {
        await _receiver.StartAsync();
        if (ledger.Settings.Count > 0)
            return;
        // Receivers on this machine, and a second and a half between tries.
        ledger.Settings = [$"--{WebhookAddress.Setting}=allow", $"--{Bus.RetrySetting}=0.002,0.002,0.002"];
        await ledger.RestartAsync();
    }

    [Fact]
    public async Task is_tried_until_it_is_taken_signed_each_time_and_never_sent_twice()
    {
        var unit = await UnitAsync();
        _receiver.Answers.Enqueue(503);
        _receiver.Answers.Enqueue(500);
        Assert.Equal(1, await Rounds.RunAsync(Day, default));
        await UntilAsync(3);
        var got = _receiver.Got.ToList();
        Assert.All(got, d =>
        {
            Assert.Equal($"{unit}/2026-11-28", d.Name);
            Assert.Equal(got[0].Body, d.Body);
            // As the receiver checks it, without any code of ours.
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{d.Time}.{d.Body}"));
            Assert.Equal("v1=" + Convert.ToHexStringLower(mac), d.Signature);
            Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(d.Time, null), 0, 60);
        });
        var body = JsonElement.Parse(got[0].Body);
        Assert.Contains(body.GetProperty("upcoming").EnumerateArray(), d => d.Text("rule") == "R-STU-3" && d.Text("due") == "2026-12-31");
        Assert.All(body.GetProperty("overdue").EnumerateArray(), d => Assert.Equal("overdue", d.Text("state")));
        Assert.Contains(body.GetProperty("notices").EnumerateArray(), n => n.Text("code") == "holidays-2027");
        var view = await SentAsync(unit);
        Assert.Equal((204, 3), (view.GetProperty("lastStatus").GetInt32(), view.GetProperty("lastTries").GetInt32()));

        // The same day again, by this process or after a restart: nothing. The next day: once more.
        Assert.Equal(0, await Rounds.RunAsync(Day, default));
        await ledger.RestartAsync();
        Assert.Equal(0, await Rounds.RunAsync(Day, default));
        Assert.Equal(1, await Rounds.RunAsync(Day.AddDays(1), default));
        await UntilAsync(4);
        await Task.Delay(500);
        Assert.Equal([$"{unit}/2026-11-28", $"{unit}/2026-11-29"], _receiver.Got.Select(d => d.Name).Distinct());
        Assert.Equal(4, _receiver.Got.Count);
    }

    [Fact]
    public async Task a_redirect_is_not_followed_and_a_receiver_that_never_takes_it_is_given_up()
    {
        var unit = await UnitAsync();
        foreach (var status in (int[])[302, 404, 500, 503])
            _receiver.Answers.Enqueue(status);
        await Rounds.RunAsync(new DateOnly(2026, 12, 1), default);
        await UntilAsync(4);
        await Task.Delay(1500);
        Assert.Equal((4, 0), (_receiver.Got.Count, _receiver.Strayed));
        Assert.False((await ledger.GetAsync($"/api/units/{unit}/webhook")).Is(200).Json.TryGetProperty("lastSentAt", out _));
    }

    [Fact]
    public async Task the_secret_is_shown_by_nothing_and_stored_encrypted()
    {
        var unit = await UnitAsync($"{_receiver.Url}?key=door-number-7");
        var view = (await ledger.GetAsync($"/api/units/{unit}/webhook")).Is(200);
        Assert.DoesNotContain(Secret, view.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("door-number-7", view.Text, StringComparison.Ordinal);
        Assert.Equal(0, await ledger.ScalarAsync<long>("select count(*) from ledger.mt_doc_webhook where data::text like '%' || $1 || '%'", Secret));
        Assert.Equal(0, await ledger.ScalarAsync<long>("select count(*) from audit.log where concat(who, subject) like '%' || $1 || '%' or subject like '%door-number%'", Secret));
        Assert.Equal(1, await ledger.ScalarAsync<long>("select count(*) from audit.log where kind = 'webhook-set' and unit = $1", unit));
        Assert.Equal(nameof(SetWebhook), new SetWebhook("u", Secret).ToString());
        (await ledger.SendAsync(HttpMethod.Delete, $"/api/units/{unit}/webhook", null)).Is(204);
        (await ledger.GetAsync($"/api/units/{unit}/webhook")).Refuses(404, "no-webhook");
        Assert.Equal(0, await Rounds.RunAsync(new DateOnly(2026, 12, 2), default));
    }

    [Fact]
    public async Task a_day_with_nothing_to_say_sends_nothing()
    {
        await UnitAsync();
        Assert.Equal(0, await Rounds.RunAsync(new DateOnly(2012, 6, 1), default));
        await Task.Delay(300);
        Assert.Empty(_receiver.Got);
    }

    /// <summary>No other unit's webhook is there: each test removes what stood before it.</summary>
    private async Task<string> UnitAsync(string? url = null)
    {
        await ledger.ScalarAsync<object>("delete from ledger.mt_doc_webhook");
        var unit = await ledger.NewUnitAsync();
        (await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/webhook", new { url = url ?? _receiver.Url, secret = Secret })).Is(200);
        return unit;
    }

    private WebhookRounds Rounds => ledger.App.Services.GetRequiredService<WebhookRounds>();

    private async Task UntilAsync(int deliveries)
    {
        for (var waited = Stopwatch.StartNew(); _receiver.Got.Count < deliveries; await Task.Delay(50))
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(40), $"{_receiver.Got.Count} of {deliveries} deliveries came");
    }

    private async Task<JsonElement> SentAsync(string unit)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var view = (await ledger.GetAsync($"/api/units/{unit}/webhook")).Is(200).Json;
            if (view.TryGetProperty("lastSentAt", out _) || waited.Elapsed > TimeSpan.FromSeconds(10))
                return view;
        }
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();
}
