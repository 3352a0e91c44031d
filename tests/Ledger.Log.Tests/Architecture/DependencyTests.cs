using Ledger.Log.Audit;

namespace Ledger.Log.Tests.Architecture;

/// <summary>Verifier and witness run this code where there is no ledger: it knows neither store nor web nor the domain.</summary>
public sealed class DependencyTests
{
    private static readonly string[] Elsewhere = ["Marten", "JasperFx", "Wolverine", "Npgsql", "Microsoft.AspNetCore", "Microsoft.Extensions", "Ledger."];

    [Fact]
    public void the_log_knows_neither_store_nor_web_nor_domain() =>
        Assert.DoesNotContain(typeof(LogAudit).Assembly.GetReferencedAssemblies(), a =>
            Elsewhere.Any(e => a.Name!.StartsWith(e, StringComparison.Ordinal)));
}
