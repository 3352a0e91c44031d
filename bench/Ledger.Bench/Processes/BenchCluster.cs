using Ledger.Api.Setup;
using Npgsql;

namespace Ledger.Bench.Processes;

/// <summary>A data folder of its own for one size, made by the ledger's own set-up and deleted at the end, unless it is to be kept.</summary>
internal sealed class BenchCluster(string? kept) : IAsyncDisposable
{
    private readonly DataFolder _folder = new(kept ?? Path.Combine(Path.GetTempPath(), "lb-" + Guid.CreateVersion7().ToString("N")[20..]));
    private EmbeddedPostgres? _postgres;

    public string Root => _folder.Root;

    public string ConnectionString => _postgres!.ConnectionString;

    /// <summary>Whether the size's events are in it, and projected.</summary>
    public bool IsFilled => File.Exists(Mark);

    public void MarkFilled() => File.WriteAllText(Mark, "");

    private string Mark => Path.Combine(Root, "bench.filled");

    /// <summary>Starts the folder's server, or joins the one that the service runs.</summary>
    public async Task JoinAsync(CancellationToken ct) =>
        _postgres ??= await EmbeddedPostgres.OpenAsync(_folder, FolderUse.Verb, _ => { }, ct);

    /// <summary>The last to leave stops the server.</summary>
    public async Task LeaveAsync()
    {
        if (Interlocked.Exchange(ref _postgres, null) is { } postgres)
            await postgres.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A further database of the cluster, made if it is not there.</summary>
    public async Task<string> DatabaseAsync(string name, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var find = source.CreateCommand("select exists(select 1 from pg_database where datname = $1)");
        find.Parameters.Add(new() { Value = name });
        if (await find.ExecuteScalarAsync(ct) is false)
        {
            await using var create = source.CreateCommand($"create database {name}");
            await create.ExecuteNonQueryAsync(ct);
        }

        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        if (kept is null)
            Directory.Delete(Root, recursive: true);
    }
}
