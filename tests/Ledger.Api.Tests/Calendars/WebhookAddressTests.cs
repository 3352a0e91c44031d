using System.Net;
using Ledger.Api.Calendars;

namespace Ledger.Api.Tests.Calendars;

/// <summary>A webhook leads out, never to this machine or into the network around it.</summary>
public sealed class WebhookAddressTests(LedgerFixture ledger)
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void a_host_inside_is_not_public(string address) => Assert.False(WebhookAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("100.63.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("223.5.5.5")]
    [InlineData("2400:3200::1")]
    [InlineData("::ffff:1.1.1.1")]
    public void a_host_outside_is(string address) => Assert.True(WebhookAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://localhost/hook")]
    [InlineData("https://localhost.:8443/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:169.254.169.254]/latest")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://10.0.0.8/hook")]
    [InlineData("http://127.0.0.1:9/hook")]
    [InlineData("http://1.1.1.1/hook")]
    [InlineData("ftp://1.1.1.1/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:pass@1.1.1.1/")]
    [InlineData("https://1.1.1.1/#part")]
    [InlineData("//1.1.1.1/hook")]
    [InlineData("hook")]
    [InlineData("")]
    [InlineData(null)]
    public async Task an_address_that_leads_inside_or_is_none_is_refused(string? url)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/webhook", new { url, secret = Secret })).RefusesField("url");
        (await ledger.GetAsync($"/api/units/{unit}/webhook")).Refuses(404, "no-webhook");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    [InlineData("含有汉字的密钥含有汉字的密钥含有汉字的密钥含有汉字的密钥含有汉字")]
    [InlineData("with a space in it, which no header likes")]
    public async Task a_weak_secret_is_refused(string? secret)
    {
        var unit = await ledger.NewUnitAsync();
        (await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/webhook", new { url = "https://1.1.1.1/hook", secret })).RefusesField("secret");
    }

    [Fact]
    public async Task a_public_address_is_taken()
    {
        var unit = await ledger.NewUnitAsync();
        Assert.Equal("https://1.1.1.1/hook", (await ledger.SendAsync(HttpMethod.Put, $"/api/units/{unit}/webhook", new { url = "https://1.1.1.1/hook", secret = Secret })).Is(200)["url"].GetString());
        (await ledger.SendAsync(HttpMethod.Delete, $"/api/units/{unit}/webhook", null)).Is(204);
    }
}
