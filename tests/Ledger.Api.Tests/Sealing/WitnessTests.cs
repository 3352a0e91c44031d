using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Ledger.Api.Sealing;
using Ledger.Api.Setup;
using Ledger.Log.Notes;
using Ledger.Log.Tree;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Api.Tests.Sealing;

/// <summary>A witness as a process of its own: signs what grew, and refuses forks and roll-backs, as C2SP tlog-witness says.</summary>
public sealed class WitnessTests : IAsyncLifetime
{
    private static readonly SigningKey Log = new("log.example/u1", KeyUse.Note, [.. Enumerable.Range(5, 32).Select(i => (byte)i)]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("witness-");
    private readonly byte[][] _leaves = [.. Enumerable.Range(0, 20).Select(i => Merkle.Leaf(BitConverter.GetBytes(i)))];
    private readonly HttpClient _http = new();
    private Process? _process;
    private VerifierKey _key = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "logs.txt"), $"# 沈丘（虚构）\n{Log.Verifier}\n");
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task a_log_that_grows_is_signed_each_time_and_remembered_over_a_kill()
    {
        var first = await AddAsync(0, 5);
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.NotNull(Signed(first.Body, At(5)));
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(5, 5)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(5, 12)).Status);
        await StopAsync();
        await StartAsync();
        Assert.Equal((HttpStatusCode.Conflict, "12\n"), Short(await AddAsync(5, 13)));
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(12, 20)).Status);
        var kept = SignedNote.Parse(await _http.GetStringAsync($"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Log.Verifier.Name)))}/checkpoint", Ct))!;
        Assert.True(kept.SignedBy(Log.Verifier));
        Assert.True(kept.SignedBy(_key));
        Assert.Equal(20, Checkpoint.Parse(kept.Text)!.Size);
    }

    [Fact]
    public async Task a_roll_back_is_told_the_size_that_was_signed_and_a_fork_is_refused()
    {
        await AddAsync(0, 12);
        var conflict = await AddAsync(0, 5);
        Assert.Equal((HttpStatusCode.Conflict, "12\n"), Short(conflict));
        Assert.Equal("text/x.tlog.size", conflict.Type);
        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(12, 5)).Status);
        _leaves[3] = Merkle.Leaf([9, 9]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(12, 20)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AddAsync(12, 12)).Status);
    }

    [Fact]
    public async Task what_is_unsigned_unknown_or_no_request_is_refused()
    {
        var other = new SigningKey(Log.Verifier.Name, KeyUse.Note, new byte[32]);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync($"old 0\n\n{At(3).Sign(other)}")).Status);
        var forged = At(3).Sign(Log);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync($"old 0\n\n{forged with { Text = At(4).Text }}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync($"old 0\n\n{(At(3) with { Origin = "another.example" }).Sign(Log)}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync($"old 0\n{Convert.ToBase64String(new byte[32])}\n\n{At(3).Sign(Log)}")).Status);
        foreach (var body in (string[])["", "old 0\n", "old x\n\n" + At(3).Sign(Log), "old 00\n\n" + At(3).Sign(Log), $"old 0\nshort\n\n{At(3).Sign(Log)}", "\0\xff"])
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(body)).Status);
    }

    [Fact]
    public async Task of_requests_that_race_from_one_size_one_is_signed()
    {
        await AddAsync(0, 5);
        var answers = await Task.WhenAll(Enumerable.Range(6, 14).Select(to => AddAsync(5, to)));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.Conflict, a.Status));
    }

    /// <summary>The ledger brings its logs to the witness; one that was put back is found out by what the witness has seen.</summary>
    [Fact]
    public async Task a_ledger_gets_its_checkpoints_cosigned_and_learns_that_it_was_rolled_back()
    {
        var ledger = new OwnLedger();
        await using var owned = ledger;
        await ledger.InitializeAsync();
        var services = ledger.App.Services;
        var (keys, log, folder) = (services.GetRequiredService<LogKeys>(), services.GetRequiredService<UnitLog>(), services.GetRequiredService<DataFolder>());
        // Services of one test process share their keys and the policy: no other's log may bear this one's name.
        const string unit = "witnessed";
        (await ledger.PostAsync("/api/units", new { code = unit, name = "测试单位", addressees = new[] { "测试县人民政府" } })).Is(201);
        await File.AppendAllTextAsync(Path.Combine(_folder.FullName, "logs.txt"), $"{keys.For(unit).Verifier}\n", Ct);
        var policy = Path.Combine(folder.Root, Witnesses.PolicyName);
        await File.WriteAllTextAsync(policy, $"witness county {_key} {_http.BaseAddress}\nquorum county\n", Ct);
        try
        {
            await ledger.LogServiceAsync(unit);
            var frozen = (await ledger.FreezeAsync(unit, 2023)).Is(201);
            var pdf = await ledger.Client.GetByteArrayAsync($"/api/units/{unit}/reports/2023.pdf?edition={frozen["number"].GetInt32()}", Ct);
            var found = Ledger.Log.Editions.EditionCheck.Run(pdf, keys.For(unit).Verifier);
            Assert.Null(found.Fault);
            Assert.Equal("county.example/witness", Assert.Single(found.Witnesses).Name);
            var note = await services.GetRequiredService<Witnesses>().CosignAsync(unit, await log.CheckpointAsync(unit, Ct), Ct);
            Assert.True(note.SignedBy(_key));

            // The log grows while others ask: the witness signs the newest, and nobody is accused.
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                await ledger.LogServiceAsync(unit, "2022-05-04");
                await log.AwaitSealedAsync(Ct);
                await services.GetRequiredService<Witnesses>().CosignAsync(unit, await log.CheckpointAsync(unit, Ct), Ct);
            }));
            Assert.Empty(await services.GetRequiredService<Witnesses>().TroublesAsync(unit, Ct));

            // As restored from an older backup: everything behind the second event is gone, and the ledger goes on.
            await ledger.ScalarAsync<object>("with e as (delete from ledger.mt_events where tenant_id = $1 and seq_id > (select seq from log.leaves where unit = $1 and index = 1)), t as (update log.trees set size = 2 where unit = $1), c as (delete from log.cosignatures where unit = $1) delete from log.leaves where unit = $1 and index > 1", unit);
            await services.GetRequiredService<Witnesses>().CosignAsync(unit, await log.CheckpointAsync(unit, Ct), Ct);
            var trouble = await ledger.ScalarAsync<string>("select trouble from log.witnesses where unit = $1", unit);
            Assert.Contains("has seen", trouble, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(policy);
        }
    }

    private Checkpoint At(int size) => new(Log.Verifier.Name, size, Root(_leaves.AsSpan(0, size)));

    private Task<(HttpStatusCode Status, string Body, string? Type)> AddAsync(int from, int to)
    {
        var proof = from < to ? Consistency.Path(from, to).Select(r => Root(_leaves.AsSpan((int)r.From, (int)(r.To - r.From)))) : [];
        return PostAsync($"old {from.ToString(CultureInfo.InvariantCulture)}\n{string.Concat(proof.Select(h => Convert.ToBase64String(h) + "\n"))}\n{At(to).Sign(Log)}");
    }

    private async Task<(HttpStatusCode Status, string Body, string? Type)> PostAsync(string body)
    {
        using var content = new StringContent(body);
        using var answer = await _http.PostAsync("add-checkpoint", content, Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct), answer.Content.Headers.ContentType?.MediaType);
    }

    private static (HttpStatusCode, string) Short((HttpStatusCode Status, string Body, string? Type) answer) => (answer.Status, answer.Body);

    private DateTimeOffset? Signed(string line, Checkpoint checkpoint) =>
        NoteSignature.Parse(line.TrimEnd('\n')) is { } signature ? Cosignature.Verify(_key, checkpoint.Text, signature) : null;

    private static byte[] Root(ReadOnlySpan<byte[]> hashes)
    {
        var tree = new CompactRange();
        foreach (var hash in hashes)
            tree.Append(hash);
        return tree.Root();
    }

    private async Task StartAsync()
    {
        var address = (_http.BaseAddress ??= FreeAddress()).ToString();
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var dll = Path.Combine(built.Parent!.Parent!.FullName, "Ledger.Witness", built.Name, "Ledger.Witness.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [dll])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["WITNESS_DATA"] = _folder.FullName, ["WITNESS_NAME"] = "county.example/witness", ["ASPNETCORE_URLS"] = address, ["Logging__LogLevel__Default"] = "Warning" },
        })!;
        var said = await _process.StandardError.ReadLineAsync(Ct);
        _key = VerifierKey.Parse(said!.Split(' ')[^1])!;
        for (var i = 0; i < 200; i++)
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri("none/checkpoint", UriKind.Relative), Ct);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, Ct);
            }
        }
    }

    private static Uri FreeAddress()
    {
        using var port = new TcpListener(IPAddress.Loopback, 0);
        port.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/");
    }

    private async Task StopAsync()
    {
        if (_process is { HasExited: false })
            _process.Kill(entireProcessTree: true);
        if (_process is not null)
            await _process.WaitForExitAsync(CancellationToken.None);
        _process?.Dispose();
    }
}
