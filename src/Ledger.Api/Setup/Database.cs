namespace Ledger.Api.Setup;

/// <summary>Where the ledger is kept: the server that was configured, or real PostgreSQL out of the data folder.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _embedded;

    private Database(string connectionString, EmbeddedPostgres? embedded)
    {
        ConnectionString = connectionString;
        _embedded = embedded;
    }

    public string ConnectionString { get; }

    /// <summary>The connection string of <c>ConnectionStrings__Ledger</c>, if one is set.</summary>
    public static string? Configured() =>
        Environment.GetEnvironmentVariable("ConnectionStrings__Ledger") is { Length: > 0 } configured ? configured : null;

    public static async Task<Database> OpenAsync(FolderUse use, Action<string> say, CancellationToken ct)
    {
        if (Configured() is { } configured)
            return new Database(configured, null);
        var embedded = await EmbeddedPostgres.OpenAsync(DataFolder.FromEnvironment(), use, say, ct);
        return new Database(embedded.ConnectionString, embedded);
    }

    public ValueTask DisposeAsync() => _embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
