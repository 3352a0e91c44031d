using JasperFx.Events.Daemon;
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
}
