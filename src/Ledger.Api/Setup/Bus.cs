using Wolverine;

namespace Ledger.Api.Setup;

/// <summary>Wolverine: one node, claims and work in one commit, generated code ahead of time in a release.</summary>
public static class Bus
{
    public static IHostBuilder UseLedgerBus(this IHostBuilder host) => host.UseWolverine(o =>
    {
        o.ServiceName = "Ledger";
        o.ApplicationAssembly = typeof(Program).Assembly;
        o.Durability.Mode = DurabilityMode.Solo;
        o.Durability.EnableDeduplicatedResponses = true;
        o.Policies.AutoApplyTransactions();
        o.Policies.UseDurableLocalQueues();
        o.EnableRelayOfUserName = true;
    });
}
