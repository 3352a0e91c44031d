using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Ledger.Api.Access;

namespace Ledger.Api.Tests.Access;

/// <summary>Guessing over many user names is slowed down, and nobody else is.</summary>
public sealed class SignInLimitTests(OwnLedger ledger) : IClassFixture<OwnLedger>, IAsyncLifetime
{
    private const int Most = 3;

    public async ValueTask InitializeAsync()
    {
        ledger.Settings = [$"--{SignInLimits.Setting}={Most}"];
        await ledger.RestartAsync();
    }

    /// <summary>Somebody at another address of this machine.</summary>
    private HttpClient From(string address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (to, ct) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(to.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = ledger.Client.BaseAddress };

    private static async Task<(int Status, string Text, bool Later)> TryAsync(HttpClient client, string user, string password)
    {
        using var answer = await client.PostAsJsonAsync("/api/session", new { user, password });
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task an_address_that_tries_name_after_name_has_to_wait()
    {
        var user = await People.AccountAsync(ledger.Store);
        using var guesser = From("127.0.0.2");
        // What succeeds costs nothing.
        for (var i = 0; i < Most * 3; i++)
            Assert.Equal(200, (await TryAsync(guesser, user, People.Password)).Status);
        for (var i = 0; i < Most; i++)
            Assert.Equal(401, (await TryAsync(guesser, $"name{i}", "guess")).Status);
        var (status, text, later) = await TryAsync(guesser, user, People.Password);
        Assert.Equal((429, true), (status, later));
        Assert.Contains("slow-down", text, StringComparison.Ordinal);
        Assert.Contains("请 5 分钟后再试", text, StringComparison.Ordinal);

        // The colleague next door signs in as ever, and the audit log tells.
        using var colleague = From("127.0.0.3");
        Assert.Equal(200, (await TryAsync(colleague, user, People.Password)).Status);
        for (var i = 0; await SlowedAsync() == 0 && i < 100; i++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.Equal(1, await SlowedAsync());

        Task<long> SlowedAsync() => ledger.ScalarAsync<long>("select count(*) from audit.log where kind = 'slowed-down' and origin = '127.0.0.2'");
    }

    [Fact]
    public async Task many_addresses_together_have_to_wait_and_known_ones_do_not()
    {
        var user = await People.AccountAsync(ledger.Store);
        using var office = From("127.0.1.1");
        Assert.Equal(200, (await TryAsync(office, user, People.Password)).Status);
        for (var i = 0; i < Most * 10; i++)
        {
            using var bot = From($"127.0.2.{(i / Most) + 1}");
            await TryAsync(bot, $"name{i}", "guess");
        }

        using var stranger = From("127.0.3.1");
        Assert.Equal(429, (await TryAsync(stranger, user, People.Password)).Status);
        Assert.Equal(200, (await TryAsync(office, user, People.Password)).Status);
    }

    [Fact]
    public async Task many_at_once_are_not_many_more()
    {
        using var guesser = From("127.0.4.1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => TryAsync(guesser, "one-name", "guess")));
        // All wait for the turn of one account, and each is asked again then.
        Assert.Equal(Most, answers.Count(a => a.Status == 401));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
