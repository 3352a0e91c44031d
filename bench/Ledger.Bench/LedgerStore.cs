using JasperFx.Events.Daemon;
using Ledger.Api.Access;
using Marten;

namespace Ledger.Bench;

/// <summary>The ledger's own event store, exactly as the service configures it.</summary>
internal static class LedgerStore
{
    public static DocumentStore Open(string connectionString) => DocumentStore.For(o =>
    {
        o.Connection(connectionString);
        Api.Setup.Store.Configure(o, new Api.Setup.AppendBell());
        // Who runs the projections is the measurement's business: says so, or Marten warns on standard output.
        o.Projections.AsyncMode = DaemonMode.ExternallyManaged;
    });

    /// <summary>A token for recording and reading in all units: the bench has many.</summary>
    public static async Task<string> IssueTokenAsync(DocumentStore store, CancellationToken ct)
    {
        var (token, bearer) = ApiToken.Create("bench", [new Grant(Role.Recorder), new Grant(Role.Viewer), new Grant(Role.CountyReader), new Grant(Role.Head)], "bench", TimeProvider.System.GetUtcNow(), until: null);
        await using var session = store.LightweightSession();
        session.Insert(token);
        await session.SaveChangesAsync(ct);
        return bearer;
    }
}
