using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Api.Tests.Setup;

/// <summary>A data folder of its own, and real PostgreSQL in it.</summary>
public sealed class TemporaryDataFolder : IDisposable
{
    public DataFolder Data { get; } = new(Path.Combine(Path.GetTempPath(), "lg-" + Guid.CreateVersion7().ToString("N")[20..]));

    /// <summary>Named after PostgreSQL's major version; beside it may lie the archive and what a restore set aside.</summary>
    public string Cluster => Directory.GetDirectories(Data.Postgres).Single(d => Path.GetFileName(d).All(char.IsAsciiDigit));

    public int ServerPid => int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
    public bool IsServerRunning => File.Exists(Path.Combine(Cluster, "postmaster.pid"));

    public Task<EmbeddedPostgres> OpenAsync(FolderUse use) =>
        EmbeddedPostgres.OpenAsync(Data, use, say: _ => { }, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Data.Root, recursive: true);
}

public sealed class EmbeddedPostgresTests(TemporaryDataFolder folder) : IClassFixture<TemporaryDataFolder>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_first_start_makes_a_cluster_with_checksums_and_utf8()
    {
        using var fresh = new TemporaryDataFolder();
        await using var postgres = await fresh.OpenAsync(FolderUse.Service);
        Assert.Equal("ledger", await ValueAsync(postgres, "SELECT current_database()"));
        Assert.Equal("ledger_owner", await ValueAsync(postgres, "SELECT current_user"));
        Assert.Equal("UTF8", await ValueAsync(postgres, "SHOW server_encoding"));
        Assert.Equal("on", await ValueAsync(postgres, "SHOW data_checksums"));
        await postgres.DisposeAsync();
        Assert.False(fresh.IsServerRunning);
    }

    [Fact]
    public async Task a_second_start_finds_what_the_first_one_kept()
    {
        await using (var first = await folder.OpenAsync(FolderUse.Service))
            await RunAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        await using var second = await folder.OpenAsync(FolderUse.Service);
        Assert.Equal("42", await ValueAsync(second, "SELECT answer::text FROM kept"));
    }

    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("password_encryption", "scram-sha-256")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("listen_addresses", "127.0.0.1")]
    public async Task the_server_is_durable_and_closed_to_others(string setting, string value)
    {
        await using var postgres = await folder.OpenAsync(FolderUse.Verb);
        Assert.Equal(value, await ValueAsync(postgres, $"SHOW {setting}"));
    }

    [Fact]
    public async Task a_second_service_on_the_folder_is_refused()
    {
        await using var first = await folder.OpenAsync(FolderUse.Service);
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => folder.OpenAsync(FolderUse.Service));
        Assert.Contains(folder.Data.Root, refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", await ValueAsync(first, "SELECT '1'"));
    }

    [Fact]
    public async Task a_verb_joins_the_service_and_the_last_to_leave_stops_the_server()
    {
        var service = await folder.OpenAsync(FolderUse.Service);
        var verb = await folder.OpenAsync(FolderUse.Verb);
        Assert.Equal(service.ConnectionString, verb.ConnectionString);
        await service.DisposeAsync();
        Assert.Equal("1", await ValueAsync(verb, "SELECT '1'"));
        await verb.DisposeAsync();
        await verb.DisposeAsync();
        Assert.False(folder.IsServerRunning);
    }

    [Fact]
    public async Task verbs_that_start_at_once_share_one_server()
    {
        using var fresh = new TemporaryDataFolder();
        var verbs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fresh.OpenAsync(FolderUse.Verb)));
        Assert.Single(verbs.Select(v => v.ConnectionString).Distinct());
        await Task.WhenAll(verbs.Select(v => v.DisposeAsync().AsTask()));
        Assert.False(fresh.IsServerRunning);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(80)]
    public async Task a_start_that_is_called_off_leaves_no_server_behind(int milliseconds)
    {
        await (await folder.OpenAsync(FolderUse.Verb)).DisposeAsync();
        using var off = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
        try
        {
            await using var postgres = await EmbeddedPostgres.OpenAsync(folder.Data, FolderUse.Verb, _ => { }, off.Token);
        }
        catch (OperationCanceledException)
        {
            // As asked; a quick machine may have been ready before.
        }
        Assert.False(folder.IsServerRunning);
    }

    [Fact]
    public async Task a_server_whose_ledger_was_killed_is_taken_over()
    {
        int orphan;
        await using (var service = await folder.OpenAsync(FolderUse.Service))
        {
            orphan = folder.ServerPid;
            // Another user of the folder keeps the server up, then vanishes as a killed process does.
            await using var vanishing = new FileStream(
                Path.Combine(folder.Data.Root, "users.lock"), FileMode.Open, FileAccess.Read, FileShare.Read);
            await service.DisposeAsync();
        }
        await using var next = await folder.OpenAsync(FolderUse.Service);
        Assert.Equal(orphan, folder.ServerPid);
        Assert.Equal("1", await ValueAsync(next, "SELECT '1'"));
    }

    [Fact]
    public async Task rows_outlive_a_server_that_was_killed()
    {
        await using (var first = await folder.OpenAsync(FolderUse.Verb))
        {
            await RunAsync(first, "CREATE TABLE outliving AS SELECT 7 AS answer");
            Process.GetProcessById(folder.ServerPid).Kill();
        }
        await using var second = await folder.OpenAsync(FolderUse.Verb);
        Assert.Equal("7", await ValueAsync(second, "SELECT answer::text FROM outliving"));
    }

    [Fact]
    public async Task the_service_restarts_a_server_that_died()
    {
        await using var service = await folder.OpenAsync(FolderUse.Service);
        var before = folder.ServerPid;
        Process.GetProcessById(before).Kill();
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            try
            {
                Assert.Equal("1", await ValueAsync(service, "SELECT '1'"));
                Assert.NotEqual(before, folder.ServerPid);
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), Cancel);
            }
        }
        Assert.Fail("The server did not come back.");
    }

    [Theory]
    [InlineData("99", "postgresql-99")]
    [InlineData("9", "pg_upgrade")]
    public async Task a_folder_of_another_major_version_is_refused_with_the_way_out(string version, string wayOut)
    {
        using var foreign = new TemporaryDataFolder();
        var cluster = Directory.CreateDirectory(Path.Combine(foreign.Data.Postgres, version)).FullName;
        await File.WriteAllTextAsync(Path.Combine(cluster, "PG_VERSION"), version + "\n", Cancel);
        var refused = await Assert.ThrowsAsync<LedgerSetupException>(() => foreign.OpenAsync(FolderUse.Service));
        Assert.Contains($"PostgreSQL {version}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(wayOut, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_server_does_not_run_as_root()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc tells whose the process is");
        await using var postgres = await folder.OpenAsync(FolderUse.Verb);
        var owner = File.ReadLines($"/proc/{folder.ServerPid}/status").Single(l => l.StartsWith("Uid:", StringComparison.Ordinal));
        Assert.DoesNotContain("\t0", owner, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task the_password_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the folder's access list guards it there");
        await using var postgres = await folder.OpenAsync(FolderUse.Verb);
        var modes = File.GetUnixFileMode(Path.Combine(folder.Data.Postgres, "password"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, modes);
    }

    [Fact]
    public async Task a_path_too_long_for_a_socket_is_served_on_the_loopback_address()
    {
        using var fresh = new TemporaryDataFolder();
        var deep = new DataFolder(Path.Combine(fresh.Data.Root, new string('台', 30)));
        await using var postgres = await EmbeddedPostgres.OpenAsync(deep, FolderUse.Verb, _ => { }, Cancel);
        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host);
        Assert.Equal("1", await ValueAsync(postgres, "SELECT '1'"));
        await postgres.DisposeAsync();
    }

    private static async Task<string?> ValueAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync(Cancel);
    }

    private static async Task RunAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
