using Npgsql;

namespace Ledger.Api.Access;

/// <summary>
/// The database as requests for one unit see it: connections that act as <see cref="RowSecurity.Role"/> and carry the
/// unit's code, so that PostgreSQL itself shows no other unit's rows. Where the server's administrator gave the role a
/// login of its own, that is used; else the owner's login takes the role on when a connection begins.
/// </summary>
public sealed class UnitDatabase(NpgsqlDataSource owner, string connectionString) : IAsyncDisposable
{
    /// <summary>A connection string of the operator's: <c>ConnectionStrings__LedgerUnits</c>.</summary>
    public const string Setting = "ConnectionStrings__LedgerUnits";

    private readonly Lazy<NpgsqlDataSource> _bound = new(() => NpgsqlDataSource.Create(AsRole(connectionString)));

    /// <summary>For verbs, which work for whoever owns the data folder.</summary>
    public static UnitDatabase OfOwner(NpgsqlDataSource owner) => new(owner, "");

    /// <summary>Whether the role is there to be taken on; before the schema is, and where the owner may not make roles, it is not.</summary>
    public bool Bound { get; private set; }

    internal NpgsqlDataSource Source => Bound ? _bound.Value : owner;

    /// <summary>An open connection that sees this unit alone. The setting stands until the next one of the pool sets its own.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string unit, CancellationToken ct)
    {
        var connection = await Source.OpenConnectionAsync(ct);
        try
        {
            await using var command = new NpgsqlCommand("select set_config($1, $2, false)", connection);
            command.Parameters.Add(new() { Value = RowSecurity.Setting });
            command.Parameters.Add(new() { Value = unit });
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>From now on as the role, if it is there.</summary>
    public async Task<bool> TakeRoleAsync(CancellationToken ct)
    {
        await using var command = owner.CreateCommand("select exists(select 1 from pg_roles where rolname = $1 and (pg_has_role(current_user, oid, 'member') or $2))");
        command.Parameters.Add(new() { Value = RowSecurity.Role });
        command.Parameters.Add(new() { Value = Configured is not null });
        return Bound = (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    public ValueTask DisposeAsync() => _bound.IsValueCreated ? _bound.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static string? Configured => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } set ? set : null;

    private static string AsRole(string ownerString)
    {
        var like = new NpgsqlConnectionStringBuilder(ownerString);
        if (Configured is { } own)
        {
            return new NpgsqlConnectionStringBuilder(own)
            {
                Options = Setup.LedgerApp.WithLockTimeout(new NpgsqlConnectionStringBuilder(own).Options),
                ApplicationName = like.ApplicationName,
                MaxAutoPrepare = like.MaxAutoPrepare,
                AutoPrepareMinUsages = like.AutoPrepareMinUsages,
                NoResetOnClose = like.NoResetOnClose,
            }.ConnectionString;
        }

        like.Options = $"{like.Options} -c role={RowSecurity.Role}".TrimStart();
        return like.ConnectionString;
    }
}
