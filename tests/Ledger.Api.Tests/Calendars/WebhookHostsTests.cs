using System.Diagnostics;
using Ledger.Api.Calendars;
using Ledger.Api.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Calendars;

/// <summary>Where the operator lists hosts, a webhook leads to one of them or nowhere.</summary>
public sealed class WebhookHostsTests(OwnLedger ledger) : IClassFixture<OwnLedger>
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task only_hosts_on_the_list_are_taken_and_connected_to()
    {
        await using var receiver = new Receiver();
        await receiver.StartAsync();
        // Four in the morning in China: no round begins by itself.
        ledger.Clock.Now = new(2026, 11, 28, 4, 0, 0, TimeSpan.FromHours(8));
        await RestartAsync(null);
        var unit = await ledger.NewUnitAsync();
        (await SetAsync(receiver.Url)).Is(200);

        await RestartAsync("hooks.example, 1.1.1.1");
        foreach (var other in new[] { "https://1.0.0.1/hook", "https://1.1.1.1.evil.example/hook", "https://evil.example/?1.1.1.1", "https://hooks.example.evil.example/", receiver.Url })
            (await SetAsync(other)).RefusesField("url");
        // Set before there was a list: nothing is sent to it any more.
        var day = new DateOnly(2026, 11, 28);
        Assert.Equal(1, await Rounds.RunAsync(day, default));
        for (var waited = Stopwatch.StartNew(); (await ledger.ScalarAsync<string>("select data ->> 'tries' from ledger.mt_doc_webhookday where data ->> 'unit' = $1", unit)) is null or "0"; await Task.Delay(50))
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "it was not tried");
        Assert.Empty(receiver.Got);
        (await SetAsync("https://1.1.1.1/hook")).Is(200);
        (await SetAsync("https://HOOKS.example/hook?key=1")).Is(200);

        await RestartAsync("127.0.0.1");
        (await SetAsync(receiver.Url)).Is(200);
        Assert.Equal(1, await Rounds.RunAsync(day.AddDays(1), default));
        for (var waited = Stopwatch.StartNew(); receiver.Got.All(d => d.Name != $"{unit}/2026-11-29"); await Task.Delay(50))
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), "nothing came");

        async Task<Answer> SetAsync(string url) => await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/webhook", new { url, secret = Secret });
    }

    private WebhookRounds Rounds => ledger.App.Services.GetRequiredService<WebhookRounds>();

    private Task RestartAsync(string? hosts)
    {
        ledger.Settings = [$"--{WebhookAddress.Setting}=allow", $"--{Bus.RetrySetting}=0.002", .. hosts is null ? (string[])[] : [$"--{WebhookAddress.HostsSetting}={hosts}"]];
        return ledger.RestartAsync();
    }
}
