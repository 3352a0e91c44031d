using Ledger.Api.Backups;
using Ledger.Api.Sealing;
using Ledger.Domain.Figures;
using Marten;
using Npgsql;
using Wolverine.Http;

namespace Ledger.Api.Health;

/// <summary>Whether the process lives, and whether its answers can be relied on.</summary>
public static class GetHealth
{
    [WolverineGet("/health/live")]
    public static HealthView Live() => new("live", [], null, null, null, null);

    /// <summary>Ready: the store answers, the projections run, and the last verification found no difference. Sealing that lags is told, and stops nobody.</summary>
    [WolverineGet("/health/ready")]
    public static async Task<IResult> Ready(ProjectionWatch watch, NpgsqlDataSource database, IDocumentStore store, CancellationToken ct)
    {
        try
        {
            var projections = await watch.LookAsync(ct);
            await using var session = store.QuerySession();
            var verified = await session.LoadAsync<LastVerification>(LastVerification.Only, ct);
            var backup = await session.LoadAsync<LastBackup>(LastBackup.Only, ct);
            var ready = projections.All(p => p.Running) && verified is null or { Differences: 0 };
            return Results.Json(new HealthView(ready ? "ready" : "not-ready", projections, await SealingLag.ReadAsync(database, ct), verified, backup, null), statusCode: ready ? 200 : 503);
        }
        catch (NpgsqlException e)
        {
            return Results.Json(new HealthView("store-away", [], null, null, null, e.SqlState), statusCode: 503);
        }
    }
}

/// <summary>The state of the service in one word, of each projection and of sealing with how far behind they are, and how the last verification and the last backup went.</summary>
public sealed record HealthView(string Status, IReadOnlyList<ProjectionState> Projections, SealingLag? Sealing, LastVerification? Verification, LastBackup? Backup, string? Store);
